using Stupeni.Imports.Reading;

namespace Stupeni.Imports;

/// <summary>The names of a file as they are met: each doubtful one once with the count of its rows, each decision once.</summary>
public sealed class FileNames
{
    private readonly Dictionary<string, NameInFile> doubts = [];
    private readonly List<Message> notes = [];
    private readonly HashSet<string> noted = [];

    /// <summary>Names on which somebody has to decide.</summary>
    public IReadOnlyCollection<NameInFile> Doubts => doubts.Values;

    /// <summary>By which decisions names were understood.</summary>
    public IReadOnlyList<Message> Notes => notes;

    /// <summary>Whether rows are left out for their names, undecided or by decision: then it is no wonder if nothing is left.</summary>
    public bool LeavesOut { get; private set; }

    public void Doubt(DoubtfulName name, string sheet, int? row)
    {
        LeavesOut = true;
        var key = name.Question.Key;
        doubts[key] = doubts.TryGetValue(key, out var known) ? known with { Rows = known.Rows + 1 } : new(name, 1, sheet, row);
    }

    public void Skip(string name)
    {
        LeavesOut = true;
        Note(new("Строки «{0}» не загружаются: так решено в этом импорте.", name));
    }

    public void Note(Message? note)
    {
        if (note is not null && noted.Add(note.ToString())) notes.Add(note);
    }
}
