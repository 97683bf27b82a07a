namespace Stupeni.Analysis.Tables;

/// <summary>Finds what separates the fields of a table whose first line is its header: what cuts most rows like the header, and the header into most.</summary>
internal static class Separator
{
    private const int Sampled = 200;

    private static readonly char[] Candidates = ['\t', ';', ',', '|'];

    public static char Of(string beginning) => Candidates
        .Select(c => (Char: c, Counts: Counts(beginning, c)))
        .Where(c => c.Counts is [> 1, ..])
        .OrderByDescending(c => Math.Round(c.Counts.Count(n => n == c.Counts[0]) / (double)c.Counts.Count, 1))
        .ThenByDescending(c => c.Char is ',' ? 0 : 1)
        .ThenByDescending(c => c.Counts[0])
        .Select(c => c.Char)
        .FirstOrDefault(',');

    /// <summary>Fields of the first lines that are not empty, quoted separators not counted.</summary>
    private static List<int> Counts(string text, char separator)
    {
        var (counts, fields, quoted, written) = (new List<int>(), 1, false, false);
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            if (c == '\n' && !quoted)
            {
                if (written) counts.Add(fields);
                if (counts.Count == Sampled) return counts;
                (fields, written) = (1, false);
                continue;
            }

            written |= !char.IsWhiteSpace(c) || c == separator;
            if (c == separator && !quoted) fields++;
        }

        if (written) counts.Add(fields);
        return counts;
    }
}
