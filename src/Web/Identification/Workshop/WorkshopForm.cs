using Stupeni.Assessments;

namespace Stupeni.Identification.Workshop;

/// <summary>What is tried: the edition that is copied, how it is read, what differs, and the assumptions of the model. It is the address of the page, so that the view can be sent on.</summary>
public sealed record WorkshopForm
{
    /// <summary>The edition and its reading: «id:Any».</summary>
    public string? Of { get; init; }
    public int? Share { get; init; }
    public int? Risk { get; init; }
    public int? MinProcedures { get; init; }
    public int? MinParticipants { get; init; }

    /// <summary>None is as the edition has it.</summary>
    public ProcedureKind[] Kinds { get; init; } = [];
    public string[] Subjects { get; init; } = [];
    public string? Grades { get; init; }

    /// <summary>The year of the list that is looked at: 2026 for 2025/26.</summary>
    public int? Year { get; init; }
    public int? Between { get; init; }
    public int? Lasting { get; init; }
    public int? Yearly { get; init; }
    public int? Pupil { get; init; }
    public int? Repetitions { get; init; }
    public int? Seed { get; init; }

    /// <summary>How many changed schools come before the first that is shown.</summary>
    public int First { get; init; }

    public bool HasNumbers => Share is not null || Risk is not null || MinProcedures is not null || MinParticipants is not null || Kinds.Length > 0 || Subjects.Length > 0 || Grades is not null;

    public RuleNumbers Numbers(IdentificationRule rule, IReadOnlyCollection<string> subjects)
    {
        var chosen = subjects.Where(Subjects.Contains).ToList();
        return new(
            Share ?? rule.SharePercent, Risk ?? rule.RiskPercent, MinParticipants ?? rule.MinParticipants, MinProcedures ?? rule.MinProcedures,
            Kinds.Length == 0 ? rule.Kinds : string.Join(' ', rule.CountedKinds.Union(Enum.GetValues<ProcedureKind>()).Where(Kinds.Contains)),
            chosen.Count == 0 || (rule.Subjects is "" && chosen.Count == subjects.Count) ? rule.Subjects : chosen.Count == subjects.Count ? "" : string.Join(' ', rule.CountedSubjects.Union(chosen).Where(chosen.Contains)),
            Grades is null ? rule.Grades : string.Join(' ', Grades.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>The address of what is seen, with another year or page.</summary>
    public string Query(int? year = null, int first = 0)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        foreach (var (name, value) in new (string, object?)[]
        {
            ("of", Of), ("share", Share), ("minProcedures", MinProcedures), ("minParticipants", MinParticipants), ("risk", Risk), ("grades", Grades),
            ("year", year ?? Year), ("between", Between), ("lasting", Lasting), ("yearly", Yearly), ("pupil", Pupil), ("repetitions", Repetitions), ("seed", Seed), ("first", first > 0 ? first : null),
        })
            if (value is not null) parts.Add(new(name, $"{value}"));
        parts.AddRange(Kinds.Select(k => new KeyValuePair<string, string?>("kinds", $"{k}")));
        parts.AddRange(Subjects.Select(s => new KeyValuePair<string, string?>("subjects", s)));
        return QueryString.Create(parts).Value ?? "";
    }
}
