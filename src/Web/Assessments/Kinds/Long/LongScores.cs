using System.Text;
using Stupeni.Imports.Reading;
using Stupeni.Imports.Reading.Texts;

namespace Stupeni.Assessments.Kinds.Long;

/// <summary>What a long table holds: the works with their participants and scores, and the spellings of schools and classes.</summary>
internal sealed record LongScores(IReadOnlyList<LongForm> Forms, ByteIndex Texts, Encoding Encoding, int Rows, int Short, int FirstShort)
{
    /// <summary>From the file on the disk, by all processors.</summary>
    public static LongScores Of(LargeText text, LongColumns columns, CancellationToken stop)
    {
        var parts = Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount)).Select(i => new LongPart(columns, text.Separator, text.Encoding, i == 0 ? 1 : 0)).ToArray();
        text.Read(parts.Length, (reader, lines) => parts[reader].Read(lines), stop);
        return Joined(parts, text.Encoding);
    }

    /// <summary>From a grid, cell by cell.</summary>
    public static LongScores Of(IEnumerable<GridRow> rows, LongColumns columns, CancellationToken stop)
    {
        var part = new LongPart(columns, (byte)'\t', Encoding.UTF8, 0);
        foreach (var row in rows)
        {
            stop.ThrowIfCancellationRequested();
            part.Read(row.Number, Encoding.UTF8.GetBytes(string.Join('\t', Enumerable.Range(0, columns.Last + 1).Select(c => Written(row[c])))));
        }

        return Joined([part], Encoding.UTF8);
    }

    private static string Written(string cell)
    {
        var plain = cell.Replace('\t', ' ').Replace('\n', ' ');
        return plain.Contains('"') ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }

    private static LongScores Joined(LongPart[] parts, Encoding encoding)
    {
        var (first, above) = (parts[0], parts[0].Lines);
        var (shortLines, firstShort) = (first.Short, first.FirstShort);
        var forms = first.Forms.ToDictionary(f => f.Name);
        foreach (var part in parts[1..])
        {
            int[] texts = [.. Enumerable.Range(0, part.Texts.Count).Select(t => first.Texts.Of(part.Texts[t]))];
            foreach (var form in part.Forms)
            {
                if (!forms.TryGetValue(form.Name, out var known)) first.Forms.Add(known = forms[form.Name] = new(form.Name));
                known.Add(form, texts, above);
                form.Release();
            }

            if (shortLines == 0 && part.Short > 0) firstShort = part.FirstShort + above;
            (shortLines, above) = (shortLines + part.Short, above + part.Lines);
        }

        return new(first.Forms, first.Texts, encoding, above, shortLines, firstShort);
    }

    public string Text(int number) => number < 0 ? "" : Encoding.GetString(Texts[number]);
}
