using System.Text.Encodings.Web;
using System.Text.Json;
using Stupeni.Identification.Rules;
using Stupeni.Platform;
using Stupeni.Statistics.Inference;

namespace Stupeni.Identification;

/// <summary>What the command writes: one JSON document, or a table for people with the counts under it.</summary>
public sealed class IdentifyOutput(TextWriter output, TextWriter error, bool json)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Write(Identified found, ProcedureNames names)
    {
        if (json) output.WriteLine(JsonSerializer.Serialize(Document(found), Json));
        else Table(found, names);
    }

    public void Saved((IdentificationRun Run, bool IsNew) saved) =>
        error.WriteLine(saved.IsNew ? Texts.Say("Сохранён запуск № {0}.", saved.Run.Number) : Texts.Say("С запуска № {0} данные не изменились: новый не нужен.", saved.Run.Number));

    public void Refused(RuleBroken broken)
    {
        var message = Texts.Say(broken.Key, [.. broken.Args]);
        if (json) output.WriteLine(JsonSerializer.Serialize(new { errors = new[] { new { file = (string?)null, sheet = (string?)null, row = (int?)null, column = broken.About, value = (string?)null, message, mend = (string?)null } } }, Json));
        else error.WriteLine(message);
    }

    private static object Document(Identified found) => new
    {
        rule = found.Order.Rule.Code,
        edition = found.Order.Rule.Edition,
        reading = found.Order.Reading.Reading.ToString().ToLowerInvariant(),
        year = found.Order.Year.Ends,
        minParticipants = found.Order.MinParticipants,
        schools = found.Schools.Select(s => new { code = s.Code, name = s.Name, state = s.Verdict.State.ToString(), reasons = Considered(found.Order, s).Select(r => Reason(found.Order, r)) }),
    };

    private static object Reason(RunOrder order, Result result)
    {
        var interval = Proportion.Wilson(result.BelowThreshold, result.Participants);
        return new
        {
            procedure = result.Line.Kind.ToString(), subject = result.Line.Subject, grade = result.Line.Grade, mathLevel = result.Line.Level == Assessments.MathLevel.None ? null : result.Line.Level.ToString(), session = result.Line.Session, year = result.Year.Ends,
            participants = result.Participants, belowThreshold = result.BelowThreshold, share = (double)result.BelowThreshold / result.Participants, low = order.Terms.Low(result), wilsonLower = interval.Lower, wilsonUpper = interval.Upper, flag = result.Flag?.Kind.ToString(),
        };
    }

    private static IOrderedEnumerable<Result> Considered(RunOrder order, JudgedSchool school) =>
        school.Results.Where(r => order.RuleYears.Contains(r.Year)).OrderByDescending(r => r.Year).ThenBy(r => r.Line.Order, StringComparer.Ordinal);

    private void Table(Identified found, ProcedureNames names)
    {
        var reasons = new ReasonText(names, found.Order);
        output.WriteLine(Texts.Say("Правило {0}. {1}", found.Order.Edition(), found.Order.Condition()));
        output.WriteLine();
        var (code, name) = (found.Schools.Max(s => s.Code.Length), Math.Min(50, found.Schools.Max(s => s.Name.Length)));
        foreach (var school in found.Schools)
        {
            var line = school.Verdict.Deciding.Line;
            output.WriteLine($"{school.Code.PadRight(code)}  {Cut(school.Name, name)}  {school.Verdict.State.Name(),-16}  {reasons.Short(school.Verdict, Pooled.Of(line, [.. school.Results.Where(r => r.Line == line)]))}");
        }

        output.WriteLine();
        foreach (var state in new[] { SchoolState.Listed, SchoolState.RiskGroup, SchoolState.InsufficientData, SchoolState.NotListed })
            output.WriteLine($"{state.Name(),-16}  {Numbers.Whole(found.Count(state)),6}");
        output.WriteLine($"{Texts.Say("Всего школ"),-16}  {Numbers.Whole(found.Schools.Count),6}");
    }

    private static string Cut(string text, int width) => (text.Length > width ? text[..(width - 1)] + "…" : text).PadRight(width);
}
