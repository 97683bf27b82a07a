using System.CommandLine;
using System.Diagnostics;
using Stupeni.Analysis.Plans;
using Stupeni.Matching;

namespace Stupeni.Analysis;

/// <summary><c>match</c>: the matching library as a command over a problem's file. Contract: docs/commands.md.</summary>
public static class MatchCommands
{
    public static Command Match()
    {
        var file = new Argument<string>("problem") { Description = "Задача: файл JSON" };
        var stable = new Option<bool>("--stable") { Description = "Устойчивый подбор по предпочтениям обеих сторон" };
        var proposers = Ask.OneOf("--proposers", "Кто предлагает в устойчивом подборе", "mentees", "mentors");
        var json = Running.Json();
        var command = new Command("match", "Подбор наставников. Пример: stupeni match problem.json --json") { file, stable, proposers, json };
        command.SetAction((parsed, stop) => Task.FromResult(Running.Answer(parsed, parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(file)!;
            var problem = ProblemFile.Read(path);
            var began = Stopwatch.GetTimestamp();
            try
            {
                return parsed.GetValue(stable)
                    ? PlanAnswer.Of(problem, StablePlan.Of(problem.Stable(parsed.GetValue(proposers) is "mentors" ? Side.Mentors : Side.Mentees), stop), began)
                    : PlanAnswer.Of(problem, Plan.Of(problem.Problem(), stop), began);
            }
            catch (ProblemRefused refused)
            {
                throw new Refused([.. refused.Faults.Select(f => FaultWords.Line(Path.GetFileName(path), f))]);
            }
        })));
        return command;
    }
}
