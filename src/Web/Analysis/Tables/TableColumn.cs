namespace Stupeni.Analysis.Tables;

/// <summary>A column of a table: its texts (null where a cell is missing), and its numbers if it is of numbers.</summary>
internal sealed class TableColumn(string name, int position, string?[] texts)
{
    private readonly Lazy<(double[] Values, int Wrong, int Numbers)> read = new(() => Read(texts));

    public string Name { get; } = name;

    /// <summary>From 0.</summary>
    public int Position { get; } = position;

    public string?[] Texts { get; } = texts;

    /// <summary>NaN where a cell is missing or no number.</summary>
    public double[] Values => read.Value.Values;

    /// <summary>The first row that holds something else than a number; −1 when none does.</summary>
    public int Wrong => read.Value.Wrong;

    public bool IsEmpty => read.Value is { Wrong: < 0, Numbers: 0 };

    public bool IsNumeric => Wrong < 0 && !IsEmpty;

    /// <summary>Most of what is written are numbers, and some is not: rather a slip than a column of words.</summary>
    public bool IsNearlyNumeric => Wrong >= 0 && read.Value.Numbers * 2 >= Texts.Count(t => t is not null);

    private static (double[] Values, int Wrong, int Numbers) Read(string?[] texts)
    {
        var values = new double[texts.Length];
        var (wrong, numbers) = (-1, 0);
        for (var i = 0; i < texts.Length; i++)
        {
            var number = texts[i] is { } text ? CellNumber.Of(text) : null;
            values[i] = number ?? double.NaN;
            if (number is not null) numbers++;
            else if (texts[i] is not null && wrong < 0) wrong = i;
        }

        return (values, wrong, numbers);
    }
}
