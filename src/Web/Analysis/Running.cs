using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Stupeni.Imports;

namespace Stupeni.Analysis;

/// <summary>Runs a command: its answer as one JSON document or for a person; refusals likewise. Contract: docs/commands.md.</summary>
internal static class Running
{
    public static Option<bool> Json() => new("--json") { Description = "Один документ JSON" };

    public static int Answer(ParseResult parsed, bool json, Func<IAnswer> work)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            var answer = work();
            if (json) output.WriteLine(JsonSerializer.Serialize(answer, answer.GetType(), AnswerJson.Options));
            else Tell(answer, output, error);
            return 0;
        }
        catch (Refused refused)
        {
            if (json) output.WriteLine(JsonSerializer.Serialize(new ErrorLines(refused.Errors), AnswerJson.Options));
            foreach (var line in refused.Errors) error.WriteLine(Said(line));
            return refused.Status;
        }
    }

    private static void Tell(IAnswer answer, TextWriter output, TextWriter error)
    {
        answer.Tell(new Prose(output));
        foreach (var warning in answer.Warnings) error.WriteLine(warning);
    }

    private static string Said(ErrorLine line)
    {
        var place = string.Join(", ", new[] { line.File, line.Row is { } row ? Platform.Texts.Say("строка {0}", row) : null, line.Column }.Where(p => !string.IsNullOrEmpty(p)));
        return $"{place}{(line.Value is null ? "" : $" = {line.Value}")}: {line.Message} {line.Mend}".Trim(' ', ':');
    }
}
