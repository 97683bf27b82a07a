using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Stupeni.Demo.Sample;
using Stupeni.Platform;

namespace Stupeni.Demo;

/// <summary><c>sample</c> writes invented files, <c>demo</c> brings them into an empty database. Contract: docs/commands.md.</summary>
public static class DemoCommands
{
    public static Command Sample()
    {
        var folder = new Argument<string>("folder") { Description = "Папка, в которую писать" };
        var size = new SizeOptions();
        var command = new Command("sample", "Файлы придуманной области. Пример: stupeni sample region --schools 330 --seed 1") { folder };
        size.AddTo(command);
        command.SetAction((parsed, stop) => Try(parsed, async () =>
        {
            var started = Stopwatch.GetTimestamp();
            var files = await WriteSample.Run(parsed.GetValue(folder)!, size.Of(parsed), new ProgressLines(parsed.InvocationConfiguration.Error), stop);
            parsed.InvocationConfiguration.Output.WriteLine(Texts.Say("{0}: {1} за {2} с.", Path.GetFullPath(parsed.GetValue(folder)!), Texts.Count(files.Count, "файл|файла|файлов"), Numbers.Decimal(Stopwatch.GetElapsedTime(started).TotalSeconds)));
            TellLeft(size.Of(parsed), parsed.InvocationConfiguration.Output);
            return true;
        }));
        return command;
    }

    public static Command Demo(Func<string, Task<WebApplication>> offline)
    {
        var size = new SizeOptions();
        var command = new Command("demo", "Придуманная область в пустой базе. Пример: stupeni demo --data data");
        size.AddTo(command);
        var store = Store.AddTo(command);
        command.SetAction((parsed, stop) => Try(parsed, async () =>
        {
            var asked = size.Of(parsed);
            await using var site = await offline(store.Connection(parsed));
            var isDemo = await Load(site.Services, asked, parsed.InvocationConfiguration.Error, stop);
            if (isDemo) await Tell(site.Services, null, parsed.InvocationConfiguration.Output);
            if (isDemo) TellLeft(asked, parsed.InvocationConfiguration.Output);
            return isDemo;
        }));
        return command;
    }

    /// <summary>Loads the demo unless it is there, with its progress for the person who waits.</summary>
    public static async Task<bool> Load(IServiceProvider services, SampleSize size, TextWriter progress, CancellationToken stop)
    {
        var isDemo = await services.GetRequiredService<LoadDemo>().Run(size, new ProgressLines(progress), stop);
        if (!isDemo) progress.WriteLine(Texts.Say("В базе уже есть данные: демонстрационная область не загружается."));
        return isDemo;
    }

    /// <summary>Where to go and as whom.</summary>
    public static async Task Tell(IServiceProvider services, string? address, TextWriter to)
    {
        using var scope = services.CreateScope();
        var people = await scope.ServiceProvider.GetRequiredService<Db>().Users.AsNoTracking().Where(p => p.IsDemo && p.BlockedAt == null).OrderBy(p => p.Id).Select(p => new { p.Position, p.Name }).ToListAsync();
        if (address is not null) to.WriteLine(Texts.Say("Ступени: {0}", address));
        if (people.Count > 0) to.WriteLine(Texts.Say("Войти можно без пароля, выбрав роль на странице входа:"));
        foreach (var person in people) to.WriteLine($"  {person.Position} — {person.Name}");
    }

    /// <summary>What the years asked for did not have, so that nobody looks for it.</summary>
    private static void TellLeft(SampleSize size, TextWriter to)
    {
        foreach (var left in NotWritten.Of(size)) to.WriteLine(Texts.Say("Не придумано: {0}.", left.Said));
    }

    private static async Task<int> Try(ParseResult parsed, Func<Task<bool>> work)
    {
        try
        {
            return await work() ? 0 : 1;
        }
        catch (RuleBroken broken)
        {
            parsed.InvocationConfiguration.Error.WriteLine(broken.Message);
            return 1;
        }
    }
}
