using System.Text;
using Stupeni.Imports.Reading.Texts;

namespace Stupeni.Assessments.Kinds.Long;

/// <summary>
/// Reads lines of a long table as bytes. Most lines begin as the one before: the same work, the same participant. Then only the task and the score are looked at.
/// </summary>
internal sealed class LongPart
{
    private const byte Quote = (byte)'"';

    private readonly LongColumns columns;
    private readonly byte separator;
    private readonly Encoding encoding;
    private readonly ByteIndex names = new();
    private readonly int[] starts;
    private readonly int[] ends;
    private readonly bool sameBeginnings;
    private readonly bool endsWithScore;
    private readonly int[] plainTasks = new int[100];
    private byte[] beginning = [];
    private int beginningLength;
    private LongForm? form;
    private int line = -1;

    /// <param name="above">How many lines of the file lie above the first that it gets, as far as is known.</param>
    public LongPart(LongColumns columns, byte separator, Encoding encoding, int above)
    {
        (this.columns, this.separator, this.encoding, Lines) = (columns, separator, encoding, above);
        (starts, ends) = (new int[columns.Last + 1], new int[columns.Last + 1]);
        sameBeginnings = columns.LastOfWho < columns.FirstOfScore;
        endsWithScore = sameBeginnings && columns.Score == columns.Task + 1;
    }

    /// <summary>The works in the order in which they were met.</summary>
    public List<LongForm> Forms { get; } = [];

    /// <summary>Schools and classes as the file writes them.</summary>
    public ByteIndex Texts { get; } = new();

    /// <summary>How many lines were read, empty ones too, and those above.</summary>
    public int Lines { get; private set; }

    /// <summary>Lines with fewer fields than the columns need; the first of them.</summary>
    public int Short { get; private set; }
    public int FirstShort { get; private set; }

    public void Read(ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            if (Next(lines) is > 0 and var length)
            {
                lines = lines[length..];
                continue;
            }

            var ends = lines.IndexOf((byte)'\n');
            var text = ends < 0 ? lines : lines[..ends];
            lines = ends < 0 ? [] : lines[(ends + 1)..];
            Lines++;
            if (text is [.., (byte)'\r']) text = text[..^1];
            if (!text.IsEmpty) One(text);
        }
    }

    /// <summary>
    /// Keeps the score of a line that begins as the one before and ends with a task and a score of one or two digits each, as nearly all do.
    /// How long it is with its end; 0 for any other, of which nothing is kept.
    /// </summary>
    private int Next(ReadOnlySpan<byte> lines)
    {
        const int Longest = 7;
        if (!endsWithScore || line < 0 || lines.Length < beginningLength + Longest || !lines[..beginningLength].SequenceEqual(beginning.AsSpan(0, beginningLength))) return 0;
        var rest = lines.Slice(beginningLength, Longest);
        var task = Number(rest, separator, out var at);
        if (task < 0) return 0;
        var score = Number(rest[at..], (byte)'\n', out var end);
        if (score < 0) return 0;
        Lines++;
        form!.Set(line, Numbered(task, rest[..(at - 1)]), (byte)score, Lines);
        return beginningLength + at + end;
    }

    /// <summary>The number of one or two digits, without a zero before another, that stands before this mark; −1 if there is none. A carriage return before the line's end is passed over.</summary>
    private static int Number(ReadOnlySpan<byte> text, byte mark, out int end)
    {
        var (number, at) = (text[0] - '0', 1);
        end = 0;
        if ((uint)number > 9) return -1;
        if (number > 0 && (uint)(text[1] - '0') <= 9) (number, at) = (number * 10 + text[1] - '0', 2);
        if (mark == '\n' && text[at] == '\r' && text.Length > at + 1) at++;
        if (text[at] != mark) return -1;
        end = at + 1;
        return number;
    }

    /// <summary>Reads one line whose number in the file is known.</summary>
    public void Read(int number, ReadOnlySpan<byte> text)
    {
        Lines = number;
        One(text);
    }

    private void One(ReadOnlySpan<byte> text)
    {
        if (line >= 0 && text.Length > beginningLength && text[..beginningLength].SequenceEqual(beginning.AsSpan(0, beginningLength)))
        {
            if (!Cut(text, beginningLength, columns.FirstOfScore)) { Missed(); return; }
        }
        else
        {
            if (!Cut(text, 0, 0)) { Missed(); return; }
            Begin(text);
        }

        Keep(Field(text, columns.Task), Field(text, columns.Score));
    }

    /// <summary>A new participant: finds its work and its line.</summary>
    private void Begin(ReadOnlySpan<byte> text)
    {
        var name = columns.Procedure < 0 ? [] : Field(text, columns.Procedure);
        var number = names.Of(name);
        if (number == Forms.Count) Forms.Add(new(encoding.GetString(name)));
        if (form != Forms[number])
        {
            form = Forms[number];
            Array.Fill(plainTasks, -1);
        }

        line = form.Line(Field(text, columns.Participant), Lines, columns.Variant < 0 ? (byte)0 : Scores.Variant(encoding.GetString(Field(text, columns.Variant))), Place(text, columns.School), Place(text, columns.Class));
        if (!sameBeginnings)
        {
            beginningLength = int.MaxValue;
            return;
        }

        beginningLength = starts[columns.FirstOfScore];
        if (beginning.Length < beginningLength) beginning = new byte[beginningLength * 2];
        text[..beginningLength].CopyTo(beginning);
    }

    private int Place(ReadOnlySpan<byte> text, int column) => column < 0 ? -1 : Texts.Of(Field(text, column));

    private void Keep(ReadOnlySpan<byte> task, ReadOnlySpan<byte> score)
    {
        var column = task switch
        {
            [>= (byte)'0' and <= (byte)'9' and var one] => Numbered(one - '0', task),
            [>= (byte)'1' and <= (byte)'9' and var ten, >= (byte)'0' and <= (byte)'9' and var one] => Numbered((ten - '0') * 10 + one - '0', task),
            _ => form!.Tasks.Of(task),
        };
        switch (score)
        {
            case [>= (byte)'0' and <= (byte)'9' and var one]: form!.Set(line, column, (byte)(one - '0'), Lines); break;
            case [>= (byte)'0' and <= (byte)'9' and var ten, >= (byte)'0' and <= (byte)'9' and var one]: form!.Set(line, column, (byte)((ten - '0') * 10 + one - '0'), Lines); break;
            case []: break;
            default: form!.SetOdd(line, column, encoding.GetString(score), Lines); break;
        }
    }

    private int Numbered(int number, ReadOnlySpan<byte> task)
    {
        ref var column = ref plainTasks[number];
        if (column < 0) column = form!.Tasks.Of(task);
        return column;
    }

    /// <summary>Finds where the fields lie, from this place and column on; whether there are enough.</summary>
    private bool Cut(ReadOnlySpan<byte> text, int at, int column)
    {
        for (; column < starts.Length; column++)
        {
            starts[column] = at;
            if (at < text.Length && text[at] == Quote)
            {
                for (at++; at < text.Length && (text[at] != Quote || (at + 1 < text.Length && text[at + 1] == Quote)); at++) at += text[at] == Quote ? 1 : 0;
                at = Math.Min(at + 1, text.Length);
            }

            while (at < text.Length && text[at] != separator) at++;
            ends[column] = at;
            if (at == text.Length) return column == starts.Length - 1;
            at++;
        }

        return true;
    }

    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> text, int column)
    {
        var field = text[starts[column]..ends[column]];
        return field.IsEmpty || (field[0] > Quote && field[^1] > ' ') ? field : Plain(field.Trim((byte)' '));
    }

    /// <summary>Without the quotes around it.</summary>
    private ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> field) =>
        field is [Quote, .., Quote] ? encoding.GetBytes(encoding.GetString(field[1..^1]).Replace("\"\"", "\"", StringComparison.Ordinal).Trim()) : field;

    private void Missed()
    {
        if (Short++ == 0) FirstShort = Lines;
        line = -1;
    }
}
