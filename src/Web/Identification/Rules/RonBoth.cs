using Stupeni.Platform;

namespace Stupeni.Identification.Rules;

/// <summary>RON, both: A and B together list a school.</summary>
public sealed class RonBoth : RuleReading
{
    public override Reading Reading => Reading.Both;

    protected override string Family => "RON";

    public override SchoolYear[] Years(SchoolYear year) => [year.Previous, year];

    protected override SchoolYear[] Needed(SchoolYear year) => [year];

    protected override List<Ground> Lists(IReadOnlyList<Result> low, SchoolYear year, Terms terms) =>
        Ron.A(low, year, terms) is { } a && Ron.B(low, year) is { } b ? [a, b] : [];
}
