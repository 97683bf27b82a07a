using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Platform.Backups;

/// <summary>Runs a command and looks into databases past the pages.</summary>
internal static class Run
{
    public static async Task<(int Status, JsonElement Json)> Command(params string[] args)
    {
        var output = new StringWriter();
        var status = await Commands.All().Parse([.. args, "--json"]).InvokeAsync(new() { Output = output, Error = new StringWriter(), EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        return (status, JsonDocument.Parse(output.ToString()).RootElement);
    }

    public static async Task<string> Refused(params string[] args)
    {
        var (status, json) = await Command(args);
        Assert.Equal(1, status);
        return json.GetProperty("errors")[0].GetProperty("message").GetString()!;
    }

    public static Db Open(string connection)
    {
        var options = new DbContextOptionsBuilder<Db>();
        options.UseEngineOf(connection);
        return new(options.Options);
    }

    /// <summary>Every value of every row of every table, in an order that no engine has chosen.</summary>
    public static List<string> Everything(string copy)
    {
        using var archive = Archive.Open(copy);
        return [.. archive.About.Tables.SelectMany(t => archive.Rows(t).Select(row => $"{t.Name}: {string.Join(" | ", row.Select(Text))}")).Order(StringComparer.Ordinal)];
    }

    private static string Text(object? value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        // PostgreSQL keeps microseconds.
        DateTime moment => (moment.Ticks / 10).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}
