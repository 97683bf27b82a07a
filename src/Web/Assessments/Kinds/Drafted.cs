using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>What files checked before in the same import bring of results.</summary>
internal sealed class Drafted : IDraftPart
{
    private readonly Dictionary<ProcedureKey, IReadOnlyList<TaskColumn>> forms = [];
    private readonly Dictionary<(ProcedureKey Procedure, Id<Organisation> Organisation, string Class), DraftedSheet> sheets = [];
    private readonly Fresh<DraftedForm> addedForms = new();
    private readonly Fresh<DraftedSheet> addedSheets = new();

    public IReadOnlyList<TaskColumn>? TasksOf(ProcedureKey procedure) => forms.GetValueOrDefault(procedure);

    public void Add(ProcedureKey procedure, IReadOnlyList<TaskColumn> tasks)
    {
        if (!forms.TryGetValue(procedure, out var known) || !known.SequenceEqual(tasks)) addedForms.Add(new(procedure, tasks));
        forms[procedure] = tasks;
    }

    /// <summary>The sheet of the same place that came first; none if this is the first.</summary>
    public DraftedSheet? Met(DraftedSheet sheet)
    {
        var place = (sheet.Procedure, sheet.Organisation, sheet.Class);
        if (sheets.TryGetValue(place, out var first)) return first;
        sheets[place] = sheet;
        addedSheets.Add(sheet);
        return null;
    }

    public string? Told() => DraftPart.Told(addedForms.Taken(), addedSheets.Taken());

    public void Recall(string kept)
    {
        var (form, sheet) = DraftPart.Recalled<DraftedForm, DraftedSheet>(kept);
        addedForms.Recall(form);
        addedSheets.Recall(sheet);
        foreach (var known in form) forms[known.Procedure] = known.Tasks;
        foreach (var known in sheet) sheets.TryAdd((known.Procedure, known.Organisation, known.Class), known);
    }
}

internal sealed record DraftedForm(ProcedureKey Procedure, IReadOnlyList<TaskColumn> Tasks);

/// <summary>A class of a school as a file of the import brings it.</summary>
internal sealed record DraftedSheet(ProcedureKey Procedure, Id<Organisation> Organisation, string Class, string Sha256, string File);
