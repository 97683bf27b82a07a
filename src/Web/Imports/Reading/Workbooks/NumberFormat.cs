namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>What the number of a cell means.</summary>
internal enum Meaning : byte { Number, Moment, Elapsed }

/// <summary>Tells dates from numbers by the format they are shown in.</summary>
internal static class NumberFormat
{
    /// <summary>By the number of a format that every Excel has.</summary>
    internal static Meaning OfBuiltIn(int id) => id switch
    {
        46 => Meaning.Elapsed,
        (>= 14 and <= 22) or (>= 27 and <= 36) or 45 or 47 or (>= 50 and <= 58) => Meaning.Moment,
        _ => Meaning.Number,
    };

    /// <summary>By the code of a format, such as [$-419]dd mmmm yyyy: only its first section counts, and only what is not literal in it.</summary>
    internal static Meaning Of(string code)
    {
        var moment = false;
        for (var at = 0; at < code.Length; at++)
        {
            switch (code[at])
            {
                case ';': return moment ? Meaning.Moment : Meaning.Number;
                case '"': at = End(code, '"', at + 1); break;
                case '\\' or '_' or '*': at++; break;
                case '[':
                    var end = End(code, ']', at + 1);
                    if (code.AsSpan(at + 1, end - at - 1).Trim("hms") is "" && end > at + 1) return Meaning.Elapsed;
                    at = end;
                    break;
                case 'd' or 'D' or 'm' or 'M' or 'y' or 'Y' or 'h' or 'H' or 's' or 'S': moment = true; break;
                // General may be written out: its letters mean nothing.
                case 'G' or 'g' when code.AsSpan(at).StartsWith("General", StringComparison.OrdinalIgnoreCase): at += "General".Length - 1; break;
            }
        }
        return moment ? Meaning.Moment : Meaning.Number;
    }

    private static int End(string code, char mark, int from)
    {
        var end = from < code.Length ? code.IndexOf(mark, from) : -1;
        return end < 0 ? code.Length : end;
    }
}
