using Stupeni.Assessments;
using Stupeni.Platform;

namespace Stupeni.Demo.Sample;

/// <summary>A paper that the invented region has no results of in a year, and why: what was not held, and ЕГЭ whose minimum nobody knows, are not invented.</summary>
internal sealed record NotWritten(InventedPaper Paper, int Year, string Why)
{
    public string Said => $"{Paper.Exam} {Year}, {Paper.Subject.ToLowerInvariant()}: {Why}";

    public static NotWritten? Of(InventedPaper paper, int year)
    {
        var kind = paper.Kind switch { ExamKind.Vpr => ProcedureKind.Vpr, ExamKind.Oge => ProcedureKind.Oge, _ => ProcedureKind.Ege };
        var key = new ProcedureKey(kind, paper.Code, paper.Grade, (kind, paper.Code) is (ProcedureKind.Ege, "MA") ? MathLevel.Profile : MathLevel.None, new(year), "");
        if (ShippedReference.Flags.FirstOrDefault(f => f.Flag == Comparability.NotHeld && f.Concerns(key)) is { } flag) return new(paper, year, Texts.Say(flag.Reason));
        var isKnown = kind != ProcedureKind.Ege || ShippedReference.Thresholds.Any(t => (t.Kind, t.Subject, t.MathLevel) == (key.Kind, key.Subject, key.Level) && t.From <= key.Year && key.Year <= t.To);
        return isKnown ? null : new(paper, year, Texts.Say("минимального балла этого года в справочнике нет"));
    }

    public static IEnumerable<NotWritten> Of(SampleSize size) => size.SchoolYears.SelectMany(year => InventedPaper.All.Select(paper => Of(paper, year))).OfType<NotWritten>();
}
