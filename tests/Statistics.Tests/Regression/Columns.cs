namespace Stupeni.Statistics.Regression;

/// <summary>Columns of the public tables, numbers or words.</summary>
internal static class Columns
{
    public static double[] Numbers(string file, string column) => Oracle.Column(Oracle.Csv(file, c => c == column), 0);

    public static string[] Words(string file, string column)
    {
        var at = Array.IndexOf(Oracle.Header(file), column);
        return [.. File.ReadLines(Oracle.PathOf(file)).Skip(1).Select(line => line.Split(',')[at].Trim('"'))];
    }

    public static double[] Is(string file, string column, string word) => [.. Words(file, column).Select(w => w == word ? 1.0 : 0)];

    /// <summary>Codes of the words of a column in the order of a list of levels.</summary>
    public static int[] Codes(string file, string column, string[] levels) => [.. Words(file, column).Select(w => Array.IndexOf(levels, w))];

    public static double[,] Matrix(params double[][] columns)
    {
        var matrix = new double[columns.Length == 0 ? 0 : columns[0].Length, columns.Length];
        for (var i = 0; i < matrix.GetLength(0); i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                matrix[i, j] = columns[j][i];
            }
        }

        return matrix;
    }
}
