namespace Stupeni.Imports;

/// <summary>How far two texts are apart: letters to put in, take out, change or swap with the next.</summary>
internal static class Likeness
{
    /// <summary>Whether one may be a slip of the other: two slips in a long text, one in a short.</summary>
    internal static bool IsNear(string left, string right) => left != right && Distance(left, right, Allowed(Math.Max(left.Length, right.Length))) is not null;

    /// <summary>The distance, or null if it is more than the most.</summary>
    internal static int? Distance(string left, string right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most) return null;

        var (before, above, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++) above[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most) return null;
            (before, above, row) = (above, row, before);
        }

        return above[right.Length] <= most ? above[right.Length] : null;
    }

    internal static int Allowed(int length) => length switch { < 3 => 0, < 6 => 1, _ => 2 };
}
