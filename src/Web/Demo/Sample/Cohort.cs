using System.Globalization;

namespace Stupeni.Demo.Sample;

/// <summary>The pupils of one grade of one school in one year: codes, classes, abilities. Nobody has a name.</summary>
internal sealed class Cohort
{
    private const int FullClass = 26;
    private const string Letters = "АБВГДЕЖЗИК";

    public Cohort(InventedSchool school, int year, int grade, int firstCode, int size, Chance chance)
    {
        School = school;
        var classes = Math.Clamp((size + FullClass - 1) / FullClass, 1, Letters.Length);
        var mean = school.Mean(year);
        Pupils = [.. Enumerable.Range(0, size).Select(n => new InventedPupil(
            (firstCode + n).ToString(CultureInfo.InvariantCulture), $"{grade}{Letters[n * classes / size]}", mean + chance.Normal(0, InventedPupil.Spread)))];
    }

    public InventedSchool School { get; }
    public InventedPupil[] Pupils { get; }
}

/// <param name="Ability">Common to all subjects.</param>
internal readonly record struct InventedPupil(string Code, string Class, double Ability)
{
    /// <summary>How far pupils of one school are apart, and how far one pupil's subjects.</summary>
    public const double Spread = 0.68, BySubject = 0.42;
}
