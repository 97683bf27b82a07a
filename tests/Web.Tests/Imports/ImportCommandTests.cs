using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Imports;

public sealed class ImportCommandTests : IClassFixture<App>, IDisposable
{
    private readonly App app;
    private readonly string folder = Directory.CreateTempSubdirectory("stupeni-").FullName;

    public ImportCommandTests(App app) => this.app = app;

    [Fact]
    public async Task A_dry_run_says_what_it_found_and_changes_nothing()
    {
        var code = Sample.Code();
        var (status, json) = await Run("import", Write("org.xlsx", Sample.Xlsx(Sample.Row(code))), "--dry-run");
        Assert.Equal(0, status);
        var file = json.GetProperty("files").EnumerateArray().Single();
        Assert.Equal(["file", "kind", "state", "rows", "sheets", "warnings", "errors"], file.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("org.xlsx", "organisations", "checked", 1, 1), (Text(file, "file"), Text(file, "kind"), Text(file, "state"), file.GetProperty("rows").GetInt32(), file.GetProperty("sheets").GetInt32()));
        Assert.Equal(0, await Known(code));
    }

    [Fact]
    public async Task Files_are_applied_once_and_undone_by_number()
    {
        var code = Sample.Code();
        Write("list.csv", Sample.Csv(Sample.Row(code)));
        var (status, json) = await Run("import", folder);
        Assert.Equal((0, "applied", 1), (status, Text(json.GetProperty("files")[0], "state"), await Known(code)));

        var (again, unchanged) = await Run("import", Path.Combine(folder, "*.csv"));
        Assert.Equal((0, "unchanged"), (again, Text(unchanged.GetProperty("files")[0], "state")));

        var number = json.GetProperty("import").GetInt32().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (undone, answer) = await Run("undo", number);
        Assert.Equal((0, "undone", 0), (undone, Text(answer, "state"), await Known(code)));

        var (twice, refused) = await Run("undo", number);
        Assert.Equal(1, twice);
        Assert.Contains("Отменить можно только применённый", Text(refused.GetProperty("errors")[0], "message"));
    }

    [Fact]
    public async Task Errors_are_all_listed_and_nothing_is_applied()
    {
        var (good, bad) = (Sample.Code(), Sample.Code());
        var (status, json) = await Run("import", Write("good.csv", Sample.Csv(Sample.Row(good))), Write("bad.csv", Sample.Csv(Sample.Row(bad, pupils: "много", inn: "7707083894"))), Write("broken.xlsx", "PK\u0003\u0004 "u8.ToArray()));
        Assert.Equal(1, status);
        Assert.Equal(["checked", "refused", "refused"], json.GetProperty("files").EnumerateArray().Select(f => Text(f, "state")));
        Assert.Equal(3, json.GetProperty("errors").GetArrayLength());
        Assert.Equal(["file", "sheet", "row", "column", "value", "message", "mend"], json.GetProperty("errors")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal((0, 0), (await Known(good), await Known(bad)));
    }

    [Fact]
    public async Task Warnings_have_to_be_accepted()
    {
        var (first, second) = (Sample.Code(), Sample.Code());
        await Run("import", Write("a.csv", Sample.Csv(Sample.Row(first, municipality: "Приозёрный"))));
        var path = Write("b.csv", Sample.Csv(Sample.Row(second, municipality: "Приозерны")));
        var (status, json) = await Run("import", path);
        Assert.Equal((1, 1), (status, json.GetProperty("files")[0].GetProperty("warnings").GetArrayLength()));
        Assert.Equal(0, await Known(second));
        var (accepted, _) = await Run("import", path, "--accept-warnings");
        Assert.Equal((0, 1), (accepted, await Known(second)));
    }

    [Fact]
    public async Task Wrong_usage_is_told_apart()
    {
        Assert.Equal(2, (await Run("import", Path.Combine(folder, "nothing.xlsx"))).Status);
        Assert.NotEmpty(Commands.All().Parse(["import"]).Errors);
        Assert.NotEmpty(Commands.All().Parse(["import", "x.csv", "--set", "nonsense"]).Errors);
        Assert.Equal(1, (await Run("undo", "987654")).Status);
        Assert.Equal(1, (await Run("import", Write("a.csv", "1"u8.ToArray()), "--map", "нет такого")).Status);
    }

    [Fact]
    public async Task A_table_of_scores_longer_than_a_grid_is_read_from_the_disk_and_any_other_is_refused()
    {
        var path = Path.Combine(folder, "scores.csv");
        await using (var to = new StreamWriter(path))
        {
            await to.WriteLineAsync("Работа,Код участника,Код ОО,Класс,Номер задания,Балл");
            for (var i = 0; i < 360_000; i++)
                await to.WriteLineAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ВПР 2014 Математика 6 класс,{i / 20:D36},4599{i / 20 % 9:D2},6А,{i % 20 + 1},{i * 7 / 3 % 3}"));
        }

        Assert.True(new FileInfo(path).Length > Reading.Limits.Default.FileBytes);
        var (status, json) = await Run("import", path, "--create-organisations", "--accept-warnings", "--set", "minimum=10");
        Assert.Equal((0, "scores-long", "applied", 18_000), (status, Text(json.GetProperty("files")[0], "kind"), Text(json.GetProperty("files")[0], "state"), json.GetProperty("files")[0].GetProperty("rows").GetInt32()));
        var expected = Enumerable.Range(0, 360_000).Sum(i => i * 7 / 3 % 3);
        Assert.Equal((18_000, (double)expected), await app.Ask(async db => (await db.ScoreSheets.Where(s => s.Class == "6А" && s.Participants == 2000).SumAsync(s => s.Participants), await db.ScoreSheets.Where(s => s.Class == "6А" && s.Participants == 2000).SumAsync(s => s.ScoreSum))));
        Assert.Equal("unchanged", Text((await Run("import", path)).Json.GetProperty("files")[0], "state"));

        await File.AppendAllTextAsync(path, string.Concat(Enumerable.Repeat("\n", 100)) + "ВПР 2014 Математика 6 класс,1,459900,6А,1,1\n");
        Assert.Equal("checked", Text((await Run("import", path, "--dry-run", "--set", "minimum=10")).Json.GetProperty("files")[0], "state"));

        var wide = Write("wide.csv", [.. "Код участника,Код ОО,Класс,1,2,Отметка\n"u8, .. Enumerable.Repeat("60001,459900,6А,1,1,4\n"u8.ToArray(), 1_600_000).SelectMany(line => line)]);
        var (refused, answer) = await Run("import", wide, "--dry-run");
        Assert.Equal((1, "Файл «wide.csv» длиннее, чем читается целиком."), (refused, Text(answer.GetProperty("files")[0].GetProperty("errors")[0], "message")));
    }

    private async Task<(int Status, JsonElement Json)> Run(params string[] args)
    {
        await app.Ask(db => Task.FromResult(0));
        var (output, errors) = (new StringWriter(), new StringWriter());
        var status = await Commands.All().Parse([.. args, "--db", app.Connection, "--json"]).InvokeAsync(new() { Output = output, Error = errors, EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        return (status, JsonDocument.Parse(output.ToString()).RootElement);
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();

    private Task<int> Known(string code) => app.Ask(db => db.Organisations.CountAsync(o => o.Code == code));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
