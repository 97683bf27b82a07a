using Stupeni.Platform;

namespace Stupeni.Identification.Rules;

/// <summary>RON, either: A or B lists a school. Without results of the year neither can be refused; without the year before, A still decides.</summary>
public sealed class RonAny : RuleReading
{
    public override Reading Reading => Reading.Any;

    protected override string Family => "RON";

    public override SchoolYear[] Years(SchoolYear year) => [year.Previous, year];

    protected override SchoolYear[] Needed(SchoolYear year) => [year];

    protected override List<Ground> Lists(IReadOnlyList<Result> low, SchoolYear year, Terms terms) =>
        [.. new[] { Ron.A(low, year, terms), Ron.B(low, year) }.OfType<Ground>()];
}
