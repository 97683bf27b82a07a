using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stupeni.Assessments;
using Stupeni.Identification.Runs;
using Stupeni.Platform;

namespace Stupeni.Identification.Lineage;

/// <summary><c>replay</c>: a run computed again from what was kept with it. Contract: docs/commands.md.</summary>
public static class ReplayCommand
{
    private const int Shown = 50;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Replay(Func<string, Task<WebApplication>> offline)
    {
        var number = new Argument<int>("RUN") { Description = "Номер запуска" };
        var json = new Option<bool>("--json") { Description = "Один документ JSON" };
        var command = new Command("replay", "Пересчитать запуск и оценку рядом с ним из сохранённых данных и сравнить. Пример: stupeni replay 3 --json") { number, json };
        var store = Store.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            await using var site = await offline(store.Connection(parsed));
            using var scope = site.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            if (await db.Run(parsed.GetValue(number), stop) is not { } run)
            {
                new IdentifyOutput(output, error, parsed.GetValue(json)).Refused(new("Запуска № {0} нет.", "run", parsed.GetValue(number)));
                return 1;
            }

            var replayed = await new ReplayRun(db).Replay(run, withEstimate: true, stop);
            var files = await db.FilesBehind([.. (await db.ProceduresOf(run.Id, stop)).Select(p => p.Id)], db.Organisations, run.At, stop);
            if (parsed.GetValue(json)) await output.WriteLineAsync(JsonSerializer.Serialize(Document(replayed, files), Json));
            else Table(output, replayed, files);
            return replayed.IsEqual ? 0 : 1;
        });
        return command;
    }

    private static object Document(Replayed replayed, List<SourceFile> files) => new
    {
        run = replayed.Run.Number, at = replayed.Run.At, rule = replayed.Run.RuleCode, edition = replayed.Run.RuleEdition, reading = replayed.Run.Reading.ToString().ToLowerInvariant(), year = replayed.Run.Year.Ends, minParticipants = replayed.Run.MinParticipants,
        inputSha256 = replayed.Run.InputSha256, code = replayed.Run.CodeVersion, codeNow = CodeVersion.Now, equal = replayed.IsEqual, schools = replayed.Schools, differences = Lines(replayed.Differences),
        inputs = new { total = replayed.Traced.Inputs, agreeWithSheets = replayed.Traced.Agree },
        estimate = replayed.Estimate is not { } estimate ? null : new { at = estimate.Estimate.At, inputSha256 = estimate.Estimate.InputSha256, code = estimate.Estimate.CodeVersion, inputsKept = estimate.AreInputsKept, farthest = estimate.Farthest, differences = Lines(estimate.Differences) },
        files = files.Select(f => new { import = f.Number, at = f.At, name = f.Name, sha256 = f.Sha256, mended = f.Mended, sheets = f.Sheets, participants = f.Participants }),
    };

    private static IEnumerable<object> Lines(IReadOnlyList<Difference> differences) => differences.Select(d => new { school = d.School is null ? null : d.Code, what = Texts.Say(d.What), kept = d.Kept, computed = d.Computed });

    private static void Table(TextWriter output, Replayed replayed, List<SourceFile> files)
    {
        var run = replayed.Run;
        output.WriteLine(Texts.Say("Запуск № {0} от {1}. Правило {2}. {3}", run.Number, Numbers.Moment(run.At), replayed.Order.Edition(), replayed.Order.Condition()));
        output.WriteLine(Texts.Say("Код запуска: {0}; сейчас: {1}.", run.CodeVersion ?? "—", CodeVersion.Now));
        output.WriteLine(replayed.Words());
        if (replayed.Estimate is { } estimate) output.WriteLine(estimate.Words());
        foreach (var d in replayed.Differences.Concat(replayed.Estimate?.Differences ?? []).Take(Shown)) output.WriteLine($"  {d.Code,-10} {Texts.Say(d.What)}: {d.Kept} → {d.Computed}");
        output.WriteLine(replayed.Traced.Words());
        foreach (var file in files.DistinctBy(f => (f.Number, f.Sha256, f.Name))) output.WriteLine($"  № {file.Number,-5} {file.Sha256 ?? "—",-64} {file.Name}");
    }
}
