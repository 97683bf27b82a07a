using System.Buffers;
using Stupeni.Imports.Reading.Texts;

namespace Stupeni.Assessments.Kinds.Long;

/// <summary>The scores of one work, a line for each participant: whole numbers to 254 in a byte, anything else beside them as it was written.</summary>
internal sealed class LongForm(string name)
{
    public const byte Missing = 255;

    private byte[] scores = [];
    private int stride = 24;

    public string Name { get; } = name;

    /// <summary>Codes of participants; the number of a code is the number of its line.</summary>
    public ByteIndex Codes { get; } = new();

    /// <summary>Tasks as the file writes them; the number of a task is its column here.</summary>
    public ByteIndex Tasks { get; } = new();

    /// <summary>The line of the file in which a participant was first met.</summary>
    public List<int> Rows { get; } = [];
    public List<byte> Variants { get; } = [];

    /// <summary>School and class as numbers of <see cref="LongPart.Texts"/>; −1 where the file has no such column.</summary>
    public List<int> Schools { get; } = [];
    public List<int> Classes { get; } = [];

    /// <summary>What is no whole number: by line and task.</summary>
    public Dictionary<(int Line, int Task), string> Odd { get; } = [];

    /// <summary>Scores that came twice: the row of the file, the line and the task here.</summary>
    public List<(int Row, int Line, int Task)> Twice { get; } = [];

    public int Count => Rows.Count;

    /// <summary>The participant's line; a new one is begun if it has not been met.</summary>
    public int Line(ReadOnlySpan<byte> code, int row, byte variant, int school, int classNumber)
    {
        var line = Codes.Of(code);
        if (line < Rows.Count) return line;

        Rows.Add(row);
        Variants.Add(variant);
        Schools.Add(school);
        Classes.Add(classNumber);
        while (scores.Length < Rows.Count * stride) Grow(stride);
        return line;
    }

    public byte Score(int line, int task) => task < stride ? scores[line * stride + task] : Missing;

    /// <summary>Writes a score; the same place twice is remembered and keeps the first.</summary>
    public void Set(int line, int task, byte score, int row)
    {
        if (task >= stride) Grow(Math.Max(task + 1, stride * 2));
        ref var place = ref scores[line * stride + task];
        if (place != Missing || (Odd.Count > 0 && Odd.ContainsKey((line, task)))) Twice.Add((row, line, task));
        else place = score;
    }

    public void SetOdd(int line, int task, string text, int row)
    {
        if (Score(line, task) != Missing || !Odd.TryAdd((line, task), text)) Twice.Add((row, line, task));
    }

    /// <summary>Takes in what another reader found of the same work further down in the file.</summary>
    /// <param name="texts">Numbers here of the other reader's schools and classes.</param>
    /// <param name="above">How many lines of the file lie above the other reader's first.</param>
    public void Add(LongForm other, IReadOnlyList<int> texts, int above)
    {
        int[] tasks = [.. Enumerable.Range(0, other.Tasks.Count).Select(t => Tasks.Of(other.Tasks[t]))];
        for (var from = 0; from < other.Count; from++)
        {
            var line = Line(other.Codes[from], other.Rows[from] + above, other.Variants[from], Here(other.Schools[from]), Here(other.Classes[from]));
            for (var task = 0; task < tasks.Length; task++)
                if (other.Score(from, task) is not Missing and var score) Set(line, tasks[task], score, other.Rows[from] + above);
        }

        foreach (var ((line, task), text) in other.Odd) SetOdd(Codes.Of(other.Codes[line]), tasks[task], text, other.Rows[line] + above);
        Twice.AddRange(other.Twice.Select(t => (t.Row + above, Codes.Of(other.Codes[t.Line]), tasks[t.Task])));

        int Here(int number) => number < 0 ? number : texts[number];
    }

    /// <summary>Gives the room of the scores back; none can be asked for any more.</summary>
    public void Release()
    {
        if (scores.Length > 0) ArrayPool<byte>.Shared.Return(scores);
        scores = [];
    }

    private void Grow(int wider)
    {
        var grown = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(Count, 16) * wider, wider == stride ? scores.Length * 2 : 0));
        Array.Fill(grown, Missing);
        var filled = Math.Min(scores.Length / stride, Count);
        for (var line = 0; line < filled; line++) scores.AsSpan(line * stride, stride).CopyTo(grown.AsSpan(line * wider));
        Release();
        (scores, stride) = (grown, wider);
    }
}
