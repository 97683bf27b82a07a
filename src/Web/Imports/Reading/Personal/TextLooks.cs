using System.Buffers;
using System.Globalization;

namespace Stupeni.Imports.Reading.Personal;

/// <summary>What a text looks like as a header and as a value.</summary>
internal readonly record struct Looks(Header Header, Likeness Name);

/// <summary>Looks at each text once: a file repeats its texts.</summary>
internal sealed class TextLooks(IReadOnlySet<string> kept, Func<string, string>? link)
{
    private const int Remembered = 1 << 16;

    /// <summary>What numbers and dates are written with: without a letter or № a text is neither a header that means anything nor a name.</summary>
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,-:");

    private readonly Dictionary<string, Looks> seen = [];
    private readonly Dictionary<(string Header, string Code), int> participants = [];
    private int participantCount;

    internal Looks Of(string text)
    {
        // Marks and points, which most cells are, need no looking at.
        if (text.Length == 0 || (text[0] is >= '0' and <= '9' && (text.Length < 4 || !text.AsSpan().ContainsAnyExcept(OfNumbers)))) return default;
        if (seen.TryGetValue(text, out var looks)) return looks;

        looks = new(Headers.Of(text), PersonName.Of(text));
        if (seen.Count < Remembered) seen.Add(text, looks);
        return looks;
    }

    /// <summary>The hash of the participant's code where attempts are linked, else the number in the order in which codes appear in the file: the code itself is not kept.</summary>
    internal string Participant(string header, string code)
    {
        if (link is not null) return link(code);
        if (!participants.TryGetValue((header, code), out var order)) participants[(header, code)] = order = ++participantCount;
        return order.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Whether the column under this header is read although it is personal.</summary>
    internal bool Keeps(string header) => kept.Count > 0 && kept.Contains(Cells.FoldHeader(header));
}
