using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>Lines as a page shows them: of one organisation, or sums of many.</summary>
/// <param name="Organisation">The one whose lines these are; none for sums.</param>
/// <param name="Municipality">The one to which sums are narrowed.</param>
public sealed record TrendView(TrendReport Report, Id<Organisation>? Organisation, Id<Municipality>? Municipality)
{
    public bool IsSum => Organisation is null;

    public string Href(AssessmentProcedure procedure) =>
        $"/results/{procedure.Id}{(Organisation is { } organisation ? $"/{organisation}" : Municipality is { } municipality ? $"?municipality={municipality}" : "")}";

    public static string Anchor(TrendSeries series) => $"s-{series.Key.Kind}-{series.Key.Subject}-{series.Key.Grade}-{series.Key.Level}-{Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(series.Key.Session))}".ToLowerInvariant().TrimEnd('-');
}
