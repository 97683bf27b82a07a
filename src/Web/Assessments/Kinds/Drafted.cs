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

    /// <summary>What files before brought of the class; none if they brought nothing of it.</summary>
    public DraftedSheet? At(ProcedureKey procedure, Id<Organisation> organisation, string className) => sheets.GetValueOrDefault((procedure, organisation, className));

    /// <summary>All classes of a procedure that files before brought.</summary>
    public IEnumerable<DraftedSheet> Of(ProcedureKey procedure) => sheets.Values.Where(s => s.Procedure == procedure);

    /// <summary>The class as two files together bring it.</summary>
    public void Join(DraftedSheet sheet)
    {
        sheets[(sheet.Procedure, sheet.Organisation, sheet.Class)] = sheet;
        addedSheets.Add(sheet);
    }

    public string? Told() => DraftPart.Told(addedForms.Taken(), addedSheets.Taken());

    public void Recall(string kept)
    {
        var (form, sheet) = DraftPart.Recalled<DraftedForm, DraftedSheet>(kept);
        addedForms.Recall(form);
        addedSheets.Recall(sheet);
        foreach (var known in form) forms[known.Procedure] = known.Tasks;
        foreach (var known in sheet) sheets[(known.Procedure, known.Organisation, known.Class)] = known;
    }
}

internal sealed record DraftedForm(ProcedureKey Procedure, IReadOnlyList<TaskColumn> Tasks);

/// <summary>A class of a school as a file of the import brings it.</summary>
/// <param name="Brought">Every attempt that files of the import brought of the class, packed, where all of them are linked: then another file may add to it.</param>
/// <param name="Counted">Of the sheet made of them and of what was there before, packed as well.</param>
internal sealed record DraftedSheet(ProcedureKey Procedure, Id<Organisation> Organisation, string Class, string Sha256, string File, byte[]? Brought = null, byte[]? Counted = null);
