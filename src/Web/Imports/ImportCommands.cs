using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>The command line of imports: the same recognisers and checks as the pages. Contract: docs/commands.md.</summary>
public static class ImportCommands
{
    public static Command Import(Func<string, Task<WebApplication>> offline)
    {
        var files = new Argument<string[]>("files") { Description = "Файлы, папки или шаблоны имён", Arity = ArgumentArity.OneOrMore };
        var (dryRun, accept, creates) = (Flag("--dry-run", "Только проверить"), Flag("--accept-warnings", "Применить и с предупреждениями"), Flag("--create-organisations", "Создать организации и муниципалитеты, которых нет"));
        var map = new Option<string?>("--map") { Description = "Сохранённый образец столбцов" };
        var link = new Option<string?>("--link-attempts") { Description = "Связать попытки участников ОГЭ и ЕГЭ: на каком основании" };
        var set = new Option<string[]>("--set") { Description = "Ответ мастера столбцов: ключ=значение; можно несколько раз", DefaultValueFactory = _ => [] };
        set.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => t.Value.IndexOf('=') < 1)) result.AddError("--set: нужно ключ=значение");
        });
        var json = Json();
        var command = new Command("import", "Загрузить файлы. Пример: stupeni import organisations.xlsx f1/*.xlsx --data data") { files, dryRun, accept, creates, map, link, set, json };
        var store = Store.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var (paths, missing) = FilePaths.Of(parsed.GetValue(files)!);
            if (missing.Count > 0) return Wrong(parsed, [.. missing.Select(m => new ErrorLine(m, null, null, null, null, "Файла нет.", "Проверьте путь."))], parsed.GetValue(json));

            await using var site = await offline(store.Connection(parsed));
            using var scope = AsProgram(site);
            var settings = parsed.GetValue(set)!.Select(s => s.Split('=', 2)).GroupBy(s => s[0]).ToDictionary(g => g.Key, g => g.Last()[1]);
            var asked = new ImportAsked(paths, parsed.GetValue(dryRun), parsed.GetValue(accept), parsed.GetValue(creates), parsed.GetValue(map), settings, parsed.GetValue(link));
            ImportOutcome outcome;
            try
            {
                outcome = await scope.ServiceProvider.GetRequiredService<ImportPaths>().Run(asked, new Said(parsed), stop);
            }
            catch (RuleBroken refusal)
            {
                return Refused(parsed, Messages.Of(refusal).Say(), parsed.GetValue(json));
            }

            if (parsed.GetValue(json)) Write(parsed, outcome);
            else outcome.Tell(parsed.InvocationConfiguration.Output);
            return outcome.Errors is null ? 0 : 1;
        });
        return command;
    }

    public static Command Undo(Func<string, Task<WebApplication>> offline)
    {
        var which = new Argument<string>("import") { Description = "Номер импорта" };
        var reason = new Option<string>("--reason") { Description = "Почему", DefaultValueFactory = _ => "Отменён командой" };
        var json = Json();
        var command = new Command("undo", "Отменить импорт. Пример: stupeni undo 12 --reason \"прошлогодний файл\"") { which, reason, json };
        var store = Store.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            await using var site = await offline(store.Connection(parsed));
            using var scope = AsProgram(site);
            var (text, db) = (parsed.GetValue(which)!.TrimStart('№', ' '), scope.ServiceProvider.GetRequiredService<Db>());
            var byNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            var byId = Id<Import>.TryParse(text, out var id);
            if (await db.Imports.SingleOrDefaultAsync(i => byNumber ? i.Number == number : byId && i.Id == id, stop) is not { } import) return Refused(parsed, "Такого импорта нет.", parsed.GetValue(json));
            try
            {
                await scope.ServiceProvider.GetRequiredService<UndoImport>().Run(import, parsed.GetValue(reason), stop);
            }
            catch (RuleBroken refusal)
            {
                return Refused(parsed, Messages.Of(refusal).Say(), parsed.GetValue(json));
            }

            if (parsed.GetValue(json)) Write(parsed, new { import = import.Number, state = "undone" });
            else parsed.InvocationConfiguration.Output.WriteLine(Texts.Say("Импорт № {0} отменён.", import.Number));
            return 0;
        });
        return command;
    }

    /// <summary>The program itself does it, and speaks Russian on any machine.</summary>
    private static IServiceScope AsProgram(WebApplication site)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");
        var scope = site.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
        return scope;
    }

    private static int Refused(ParseResult parsed, string message, bool json)
    {
        Wrong(parsed, [new("", null, null, null, null, message, null)], json);
        return 1;
    }

    private static int Wrong(ParseResult parsed, IReadOnlyList<ErrorLine> errors, bool json)
    {
        if (json) Write(parsed, new ErrorLines(errors));
        foreach (var error in errors) parsed.InvocationConfiguration.Error.WriteLine($"{error.File} {error.Message} {error.Mend}".Trim());
        return 2;
    }

    private static void Write<T>(ParseResult parsed, T document) => parsed.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(document, Messages.Json));

    private static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    private static Option<bool> Json() => Flag("--json", "Один документ JSON");

    /// <summary>Progress goes to the standard error, one line a file.</summary>
    private sealed class Said(ParseResult parsed) : IProgress<Platform.Jobs.Step>
    {
        public void Report(Platform.Jobs.Step value) => parsed.InvocationConfiguration.Error.WriteLine($"[{value.Done + 1}/{value.Total}] {Texts.Say(value.Doing, value.Arg)}");
    }
}
