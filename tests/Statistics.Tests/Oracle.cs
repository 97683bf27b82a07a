using System.Globalization;
using System.Text.Json;

namespace Stupeni.Statistics;

/// <summary>Results of other programs and the public data they were computed from, beside the test assembly.</summary>
public static class Oracle
{
    public static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllBytes(PathOf(name))).RootElement;

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Oracles", name);

    public static double[] Numbers(this JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(Number)] : [list.Number()];

    public static double Number(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.True => 1,
        JsonValueKind.String when value.GetString() == "Inf" => double.PositiveInfinity,
        JsonValueKind.String when value.GetString() == "-Inf" => double.NegativeInfinity,
        _ => double.NaN,
    };

    public static double Number(this JsonElement owner, string name) => owner.GetProperty(name).Number();

    public static double[] Numbers(this JsonElement owner, string name) => owner.GetProperty(name).Numbers();

    /// <summary>The numbers of a named vector, in the order of the file.</summary>
    public static double[] Values(this JsonElement owner, string name) =>
        [.. owner.GetProperty(name).EnumerateObject().Select(p => p.Value.Number())];

    /// <summary>A list of rows, or an object with the rows under "values".</summary>
    public static double[,] Matrix(this JsonElement value)
    {
        var rows = (value.ValueKind == JsonValueKind.Object ? value.GetProperty("values") : value)
            .EnumerateArray().Select(r => r.Numbers()).ToArray();
        var matrix = new double[rows.Length, rows.Length == 0 ? 0 : rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows[i].Length; j++)
            {
                matrix[i, j] = rows[i][j];
            }
        }

        return matrix;
    }

    public static double[,] Matrix(this JsonElement owner, string name) => owner.GetProperty(name).Matrix();

    /// <summary>Chosen columns of a comma-separated file with a header; empty cells, NA and words become NaN.</summary>
    public static double[,] Csv(string name, Func<string, bool> wanted)
    {
        var lines = File.ReadAllLines(PathOf(name));
        var columns = Header(name).Select((c, i) => (c, i)).Where(x => wanted(x.c)).Select(x => x.i).ToArray();
        var data = new double[lines.Length - 1, columns.Length];
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',');
            for (var j = 0; j < columns.Length; j++)
            {
                data[i - 1, j] = double.TryParse(cells[columns[j]].Trim('"'), NumberStyles.Float, CultureInfo.InvariantCulture, out var x) ? x : double.NaN;
            }
        }

        return data;
    }

    public static string[] Header(string name) =>
        [.. File.ReadLines(PathOf(name)).First().Split(',').Select(c => c.Trim('"'))];

    public static double[] Column(double[,] data, int j) =>
        [.. Enumerable.Range(0, data.GetLength(0)).Select(i => data[i, j])];

    public static void Near(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance || (double.IsNaN(expected) && double.IsNaN(actual)), FormattableString.Invariant($"expected {expected:R}, got {actual:R}, off by {Math.Abs(expected - actual):E2}, allowed {tolerance:E1}"));

    public static void NearRelative(double expected, double actual, double tolerance) =>
        Near(expected, actual, tolerance * Math.Abs(expected));

    public static void Near(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Near(expected[i], actual[i], tolerance);
        }
    }

    public static void Near(double[,] expected, double[,] actual, double tolerance)
    {
        Assert.Equal(expected.GetLength(0), actual.GetLength(0));
        Assert.Equal(expected.GetLength(1), actual.GetLength(1));
        for (var i = 0; i < expected.GetLength(0); i++)
        {
            for (var j = 0; j < expected.GetLength(1); j++)
            {
                Near(expected[i, j], actual[i, j], tolerance);
            }
        }
    }
}
