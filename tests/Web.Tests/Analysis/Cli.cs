using System.Globalization;
using System.Text;
using System.Text.Json;
using Stupeni.Statistics;

namespace Stupeni.Analysis;

/// <summary>Runs the command line as a person does, in a folder of the test's own.</summary>
public sealed class Cli : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("stupeni-").FullName;

    /// <summary>The one document of a command that succeeds.</summary>
    public async Task<JsonElement> Json(params string[] args)
    {
        var (status, output, errors) = await Run([.. args, "--json"]);
        Assert.True(status == 0, $"{status}: {errors}");
        return JsonDocument.Parse(output).RootElement;
    }

    /// <summary>The errors of a command that is refused.</summary>
    public async Task<JsonElement[]> Refused(int expected, params string[] args)
    {
        var (status, output, _) = await Run([.. args, "--json"]);
        Assert.Equal(expected, status);
        JsonElement[] errors = [.. JsonDocument.Parse(output).RootElement.GetProperty("errors").EnumerateArray()];
        Assert.NotEmpty(errors);
        Assert.All(errors, e => Assert.Equal(["file", "sheet", "row", "column", "value", "message", "mend"], e.EnumerateObject().Select(p => p.Name)));
        Assert.All(errors, e => Assert.NotEmpty(e.Text("message")));
        return errors;
    }

    public async Task<(int Status, string Output, string Errors)> Run(params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var status = await Commands.Run(args, new() { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        return (status, output.ToString(), errors.ToString());
    }

    public string Write(string name, string content, Encoding? encoding = null) => Write(name, (encoding ?? new UTF8Encoding(false)).GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>A correlation matrix as a file, its first column the names.</summary>
    public string Matrix(JsonElement matrix)
    {
        string[] names = [.. matrix.GetProperty("rows").EnumerateArray().Select(r => r.GetString()!)];
        var values = matrix.Matrix();
        var rows = names.Select((name, i) => string.Join(',', names.Select((_, j) => values[i, j].ToString("R", CultureInfo.InvariantCulture)).Prepend(name)));
        return Write("matrix.csv", string.Join('\n', rows.Prepend("," + string.Join(',', names))));
    }

    /// <summary>A public table beside the tests, its rows changed.</summary>
    public string Changed(string name, Func<string[], string[]> lines) => Write(Path.GetFileName(name), string.Join('\n', lines(File.ReadAllLines(Oracle.PathOf(name)))));

    /// <summary>The schools of California with pupils per teacher.</summary>
    public string Schools() => Changed("caschools.csv", lines =>
    {
        var header = lines[0].Split(',');
        var (students, teachers) = (Array.IndexOf(header, "students"), Array.IndexOf(header, "teachers"));
        return [lines[0] + ",str", .. lines.Skip(1).Select(l => l.Split(',') is var cells ? $"{l},{(Number(cells[students]) / Number(cells[teachers])).ToString("R", CultureInfo.InvariantCulture)}" : l)];
    });

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

internal static class Answer
{
    public static JsonElement At(this JsonElement owner, string path) => path.Split('.').Aggregate(owner, (e, name) => e.GetProperty(name));

    public static double Value(this JsonElement owner, string path) => owner.At(path).Number();

    public static double[] Column(this JsonElement list, string name) => [.. list.EnumerateArray().Select(e => e.GetProperty(name).Number())];

    public static string[] Words(this JsonElement list, string name) => [.. list.EnumerateArray().Select(e => e.GetProperty(name).GetString()!)];

    public static string[] Words(this JsonElement list) => [.. list.EnumerateArray().Select(e => e.GetString()!)];

    public static string Text(this JsonElement owner, string name) => owner.GetProperty(name).GetString()!;
}
