namespace Stupeni.Identification;

/// <summary>Editions of the rule as they are shipped, each with its source.</summary>
public static class ShippedRules
{
    public static Task Ship(Db db) => Task.CompletedTask;
}
