using System.Text.Json;

namespace Stupeni.Assessments;

/// <summary>Numbers by which reports judge, as they are shipped: each with source and edition.</summary>
public sealed record ReportRules(CohortChangeRule CohortChange, ScoreGroupsRule TestScoreGroups)
{
    public static ReportRules Shipped { get; } = Read();

    private static ReportRules Read()
    {
        using var file = typeof(ReportRules).Assembly.GetManifestResourceStream("Stupeni.Assessments.rules.json")!;
        return JsonSerializer.Deserialize<ReportRules>(file, JsonSerializerOptions.Web)!;
    }
}

/// <param name="Points">From how many percentage points on a change of the share of «2» is sharp.</param>
public sealed record CohortChangeRule(int Points, string Source, string Edition, string Confidence);

/// <param name="UpTo">The last test scores of the groups between the minimum and the highest.</param>
public sealed record ScoreGroupsRule(int[] UpTo, string Source, string Edition, string Confidence);
