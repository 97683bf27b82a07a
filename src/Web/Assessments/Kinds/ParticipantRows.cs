using System.Globalization;
using System.Runtime.InteropServices;

namespace Stupeni.Assessments.Kinds;

/// <summary>Participants of one procedure as columns: 50,000 rows are a few arrays, not objects.</summary>
internal sealed class ParticipantRows(int tasks)
{
    public int Tasks { get; private set; } = tasks;
    public List<int> Schools { get; } = [];
    public List<string> Classes { get; } = [];
    public List<string> Codes { get; } = [];
    public List<byte> Variants { get; } = [];
    public List<byte> Marks { get; } = [];
    public List<byte> JournalMarks { get; } = [];
    public List<double> Totals { get; } = [];
    public List<double> Scores { get; } = [];

    public int Count => Codes.Count;

    /// <summary>Empties them for another procedure; the room stays.</summary>
    public ParticipantRows Begin(int ofTasks)
    {
        Tasks = ofTasks;
        Schools.Clear();
        Classes.Clear();
        Codes.Clear();
        Variants.Clear();
        Marks.Clear();
        JournalMarks.Clear();
        Totals.Clear();
        Scores.Clear();
        return this;
    }

    /// <summary>Makes room for so many more.</summary>
    public void Expect(int participants)
    {
        var all = Count + participants;
        Schools.EnsureCapacity(all);
        Classes.EnsureCapacity(all);
        Codes.EnsureCapacity(all);
        Variants.EnsureCapacity(all);
        Marks.EnsureCapacity(all);
        JournalMarks.EnsureCapacity(all);
        Totals.EnsureCapacity(all);
        Scores.EnsureCapacity(all * Tasks);
    }

    public void Add(int school, string className, string code, byte variant, byte mark, byte journal, double total, ReadOnlySpan<double> scores)
    {
        Schools.Add(school);
        Classes.Add(className);
        Codes.Add(code);
        Variants.Add(variant);
        Marks.Add(mark);
        JournalMarks.Add(journal);
        Totals.Add(total);
        Scores.AddRange(scores);
    }

    /// <summary>A row of others like these.</summary>
    public void Take(ParticipantRows from, int row) =>
        Add(from.Schools[row], from.Classes[row], from.Codes[row], from.Variants[row], from.Marks[row], from.JournalMarks[row], from.Totals[row], System.Runtime.InteropServices.CollectionsMarshal.AsSpan(from.Scores).Slice(row * Tasks, Tasks));

    /// <summary>Whether the row says the same of its participant as a row of a sheet with the same tasks.</summary>
    public bool Same(int row, SheetScores sheet, int other) =>
        (Variants[row], Marks[row], JournalMarks[row]) == (sheet.Variants[other], sheet.Marks[other], sheet.JournalMarks[other]) && Totals[row].Equals(sheet.Totals[other])
        && CollectionsMarshal.AsSpan(Scores).Slice(row * Tasks, Tasks).SequenceEqual(sheet.Scores.AsSpan(other * Tasks, Tasks));

    /// <summary>Participants of a sheet that is there already; it has the same tasks.</summary>
    public void Take((int School, string Class) place, SheetScores sheet, Func<string, bool> wanted)
    {
        if (sheet.Tasks != Tasks) return;
        for (var row = 0; row < sheet.Participants; row++)
            if (wanted(sheet.Codes[row])) Add(place.School, place.Class, sheet.Codes[row], sheet.Variants[row], sheet.Marks[row], sheet.JournalMarks[row], sheet.Totals[row], sheet.Scores.AsSpan(row * Tasks, Tasks));
    }

    /// <summary>
    /// Numbers the participants of each school by their results, least first: the same results get the same numbers from any file and in any order,
    /// and a number says nothing of who it is. Participants who are linked by hashes keep them.
    /// </summary>
    public void NumberByResults()
    {
        foreach (var school in Enumerable.Range(0, Count).Where(i => Codes[i] is not [Imports.Linking.Mark, ..]).GroupBy(i => Schools[i]))
        {
            foreach (var (number, row) in school.OrderBy(i => i, Comparer<int>.Create(Compare)).Index()) Codes[row] = (number + 1).ToString(CultureInfo.InvariantCulture);
        }
    }

    private int Compare(int one, int other)
    {
        var order = (Totals[one], Marks[one], Variants[one]).CompareTo((Totals[other], Marks[other], Variants[other]));
        for (var task = 0; task < Tasks && order == 0; task++) order = Scores[one * Tasks + task].CompareTo(Scores[other * Tasks + task]);
        return order != 0 ? order : string.CompareOrdinal(Classes[one], Classes[other]);
    }

    /// <summary>The rows of each school and class, ordered by code, so that the same content in another order is the same sheet.</summary>
    public IReadOnlyList<(int School, string Class, SheetScores Scores)> Sheets()
    {
        var (places, sheets) = (new Dictionary<(int School, string Class), List<int>>(), new List<List<int>>());
        for (var row = 0; row < Count; row++)
        {
            ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(places, (Schools[row], Classes[row]), out _);
            if (rows is null) sheets.Add(rows = []);
            rows.Add(row);
        }

        return sheets.ConvertAll(rows => (Schools[rows[0]], Classes[rows[0]], Sheet(rows)));
    }

    private SheetScores Sheet(List<int> rows)
    {
        rows.Sort((one, other) => string.CompareOrdinal(Codes[one], Codes[other]) is not 0 and var order ? order : one.CompareTo(other));
        var scores = new double[rows.Count * Tasks];
        for (var at = 0; at < rows.Count; at++) Scores.CopyTo(rows[at] * Tasks, scores, at * Tasks, Tasks);
        return new(Pick(Codes, rows), Pick(Variants, rows), Pick(Marks, rows), Pick(JournalMarks, rows), Pick(Totals, rows), scores);
    }

    private static T[] Pick<T>(List<T> column, List<int> rows)
    {
        var picked = new T[rows.Count];
        for (var at = 0; at < picked.Length; at++) picked[at] = column[rows[at]];
        return picked;
    }
}

/// <summary>Rows of procedures that are done with, of all files of a check: their room is used again, since making it anew costs more than filling it.</summary>
internal sealed class SpareRows
{
    private readonly Stack<ParticipantRows> spare = [];

    public ParticipantRows Take(int tasks) => spare.TryPop(out var rows) ? rows.Begin(tasks) : new(tasks);

    public void Give(ParticipantRows rows) => spare.Push(rows);
}
