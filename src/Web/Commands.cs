using System.CommandLine;
using System.Text.Json;
using Stupeni.Accounts;
using Stupeni.Analysis;
using Stupeni.Demo;
using Stupeni.Identification;
using Stupeni.Identification.Lineage;
using Stupeni.Imports;
using Stupeni.Platform;
using Stupeni.Platform.Backups;

namespace Stupeni;

/// <summary>The command line: every area's commands under one root. Contract: docs/commands.md.</summary>
public static class Commands
{
    private const int WrongUsage = 2;

    public static RootCommand All()
    {
        var root = new RootCommand("Ступени: от результатов — к школам, которые снова работают хорошо.");
        root.Subcommands.Add(Serve());
        root.Subcommands.Add(Migrate());
        root.Subcommands.Add(ImportCommands.Import(Site.Offline));
        root.Subcommands.Add(ImportCommands.Undo(Site.Offline));
        root.Subcommands.Add(AccountCommands.User(Site.Offline));
        root.Subcommands.Add(BackupCommands.Backup());
        root.Subcommands.Add(BackupCommands.Restore());
        root.Subcommands.Add(IdentificationCommands.Identify(Site.Offline));
        root.Subcommands.Add(ReplayCommand.Replay(Site.Offline));
        root.Subcommands.Add(DemoCommands.Sample());
        root.Subcommands.Add(DemoCommands.Demo(Site.Offline));
        root.Subcommands.Add(StatsCommands.Stats());
        root.Subcommands.Add(MatchCommands.Match());
        return root;
    }

    /// <summary>Runs what was asked; a command line that is wrong itself answers with 2, and under --json with one document like any refusal.</summary>
    public static async Task<int> Run(string[] args, InvocationConfiguration? how = null)
    {
        var asked = All().Parse(args);
        if (asked.Errors.Count == 0 || !args.Contains("--json"))
        {
            var status = await asked.InvokeAsync(how);
            return asked.Errors.Count > 0 ? WrongUsage : status;
        }

        List<ErrorLine> errors = [.. asked.Errors.Select(e => new ErrorLine("", null, null, null, null, e.Message, $"stupeni {string.Join(' ', args.TakeWhile(a => !a.StartsWith('-')).Take(2))} --help"))];
        (how?.Output ?? Console.Out).WriteLine(JsonSerializer.Serialize(new ErrorLines(errors), Messages.Json));
        foreach (var error in errors) (how?.Error ?? Console.Error).WriteLine(error.Message);
        return WrongUsage;
    }

    private static Command Serve()
    {
        var port = new Option<int>("--port") { Description = "Порт на 127.0.0.1", DefaultValueFactory = _ => 5080 };
        var urls = new Option<string?>("--urls") { Description = "Адреса вместо порта, через точку с запятой" };
        var demo = new Option<bool>("--demo") { Description = "Загрузить придуманную область, если база пуста" };
        var command = new Command("serve", "Сайт. Пример: stupeni serve --port 5080") { port, urls, demo };
        var store = Store.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var address = parsed.GetValue(urls) ?? $"http://127.0.0.1:{parsed.GetValue(port)}";
            await using var app = await Site.Start(["--urls", address, "--ConnectionStrings:Db", store.Connection(parsed)]);
            if (parsed.GetValue(demo)) await DemoCommands.Load(app.Services, new(), parsed.InvocationConfiguration.Error, stop);
            await app.StartAsync(stop);
            await DemoCommands.Tell(app.Services, address, parsed.InvocationConfiguration.Output);
            await app.WaitForShutdownAsync(stop);
            return 0;
        });
        return command;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Создать таблицы или обновить их. Пример: stupeni migrate --data data");
        var store = Store.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            await using var site = await Site.Offline(store.Connection(parsed));
            return 0;
        });
        return command;
    }
}
