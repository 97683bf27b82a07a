using Stupeni.Platform;

namespace Stupeni.Identification.Rules;

/// <summary>FIOKO, soft: enough low procedures in the two years before the year of the list taken together.</summary>
public sealed class FiokoSoft : RuleReading
{
    public override Reading Reading => Reading.Soft;

    protected override string Family => "FIOKO";

    public override SchoolYear[] Years(SchoolYear year) => [year.Previous.Previous, year.Previous];

    protected override bool SetsYearsSideBySide => true;

    protected override SchoolYear[] Needed(SchoolYear year) => Years(year);

    protected override List<Ground> Lists(IReadOnlyList<Result> low, SchoolYear year, Terms terms) =>
        low.Count >= terms.MinProcedures ? [new(GroundKind.LowInYears, low)] : [];
}
