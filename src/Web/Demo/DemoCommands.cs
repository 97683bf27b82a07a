using System.CommandLine;
using System.Diagnostics;
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
        command.SetAction(async (parsed, stop) =>
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                var files = await WriteSample.Run(parsed.GetValue(folder)!, size.Of(parsed), new ProgressLines(parsed.InvocationConfiguration.Error), stop);
                parsed.InvocationConfiguration.Output.WriteLine(Texts.Say("{0}: {1} за {2} с.", Path.GetFullPath(parsed.GetValue(folder)!), Texts.Count(files.Count, "файл|файла|файлов"), Numbers.Score(Stopwatch.GetElapsedTime(started).TotalSeconds)));
                return 0;
            }
            catch (RuleBroken broken)
            {
                parsed.InvocationConfiguration.Error.WriteLine(broken.Message);
                return 2;
            }
        });
        return command;
    }
}
