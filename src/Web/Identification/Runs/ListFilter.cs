namespace Stupeni.Identification.Runs;

/// <summary>What of a list is shown and in which order: the address of the page and of its file.</summary>
public sealed record ListFilter
{
    public static readonly SchoolState[] States = [SchoolState.Listed, SchoolState.RiskGroup, SchoolState.InsufficientData, SchoolState.NotListed];

    public string? Q { get; init; }
    public Guid? Municipality { get; init; }
    public Guid? Procedure { get; init; }

    /// <summary>None is all.</summary>
    public SchoolState[] S { get; init; } = [];
    public DecisionFilter Decision { get; init; }
    public bool Watched { get; init; }
    public ListSort Sort { get; init; }

    /// <summary>The code of the school after which, or before which, the page begins.</summary>
    public string? After { get; init; }
    public string? Before { get; init; }

    public bool Shows(SchoolState state) => S.Length == 0 || S.Contains(state);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && Municipality is null && Procedure is null && Decision == default && !Watched && (S.Length == 0 || States.All(S.Contains));

    /// <summary>The address with the same filters and another order or page.</summary>
    public string Query(ListSort? sort = null, string? after = null, string? before = null)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        if (!string.IsNullOrWhiteSpace(Q)) parts.Add(new("q", Q));
        if (Municipality is { } municipality) parts.Add(new("municipality", municipality.ToString()));
        if (Procedure is { } procedure) parts.Add(new("procedure", procedure.ToString()));
        parts.AddRange(S.Select(s => new KeyValuePair<string, string?>("s", s.ToString())));
        if (Decision != default) parts.Add(new("decision", Decision.ToString()));
        if (Watched) parts.Add(new("watched", "true"));
        if ((sort ?? Sort) is not ListSort.Name and var order) parts.Add(new("sort", order.ToString()));
        if (after is not null) parts.Add(new("after", after));
        if (before is not null) parts.Add(new("before", before));
        return QueryString.Create(parts).Value ?? "";
    }
}

public enum DecisionFilter { All, Needed, Made }

/// <summary>By name from А; by state from those who need support; by the size of the deciding procedure, from the small or from the large.</summary>
public enum ListSort { Name, State, Small, Large }
