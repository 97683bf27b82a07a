namespace Stupeni.Demo.Sample;

internal enum InventedKind { Secondary, Basic, Gymnasium, Lyceum }

/// <summary>An invented school with what shapes its results.</summary>
/// <param name="Disadvantage">How hard the surroundings are: about 0, larger is harder.</param>
/// <param name="Effects">What the school itself adds, by year: 0.8 of it stays from year to year.</param>
internal sealed record InventedSchool(int Number, string Code, string Name, InventedMunicipality Municipality, Settlement Settlement, InventedKind Kind, int Pupils, double Disadvantage, IReadOnlyDictionary<int, double> Effects)
{
    private const double ByContext = 0.26, ByVillage = 0.12;

    public string Login => $"edu99{Number + 1:0000}";

    /// <summary>The mean of its pupils in a year, in deviations of the region.</summary>
    public double Mean(int year) => Municipality.Effect + Effects[year] - ByContext * Disadvantage - (Settlement.IsTown ? 0 : ByVillage);

    /// <summary>How many pupils a grade has on average.</summary>
    public double OfGrade(int grade) => Kind == InventedKind.Basic ? (grade > 9 ? 0 : Pupils / 9.0) : grade > 9 ? Pupils / 20.0 : Pupils / 10.0;

    /// <summary>A walk that keeps its spread: each year is 0.8 of the last and 0.6 new.</summary>
    public static Dictionary<int, double> Walk(IEnumerable<int> years, double deviation, Chance chance)
    {
        var (effects, effect) = (new Dictionary<int, double>(), chance.Normal());
        foreach (var year in years)
        {
            effects[year] = effect * deviation;
            effect = 0.8 * effect + 0.6 * chance.Normal();
        }

        return effects;
    }
}
