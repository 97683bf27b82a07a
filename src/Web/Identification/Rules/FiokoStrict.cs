using Stupeni.Platform;

namespace Stupeni.Identification.Rules;

/// <summary>FIOKO, strict: enough low procedures in each of the two years before the year of the list.</summary>
public sealed class FiokoStrict : RuleReading
{
    public override Reading Reading => Reading.Strict;

    protected override string Family => "FIOKO";

    public override SchoolYear[] Years(SchoolYear year) => [year.Previous.Previous, year.Previous];

    protected override bool SetsYearsSideBySide => true;

    protected override SchoolYear[] Needed(SchoolYear year) => Years(year);

    protected override List<Ground> Lists(IReadOnlyList<Result> low, SchoolYear year, Terms terms)
    {
        var byYear = Years(year).Reverse().Select(y => new Ground(GroundKind.LowInYear, [.. low.Where(r => r.Year == y)], y)).ToList();
        return byYear.All(g => g.Results.Count >= terms.MinProcedures) ? byYear : [];
    }
}
