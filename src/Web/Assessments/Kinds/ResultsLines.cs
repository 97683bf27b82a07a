using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>Lines of the record of changes about results: one per organisation, since sheets are too many to be recorded one by one.</summary>
internal static class ResultsLines
{
    public static string Brought(string procedure, int participants, int sheets, int import) =>
        $"Результаты: {procedure}: {Count(participants, "участник", "участника", "участников")}, {Count(sheets, "лист", "листа", "листов")}; импорт № {import}";

    public static string TakenBack(string procedure, int participants, int sheets, int import) =>
        $"Результаты отменены: {procedure}: {Count(participants, "участник", "участника", "участников")}, {Count(sheets, "лист", "листа", "листов")}; импорт № {import}";

    public static Change ResultsLine(this Recording recording, DateTime now, Id<AssessmentProcedure> procedure, Id<Organisation> organisation, ChangeKind kind, string label) => new()
    {
        At = now, Person = recording.Viewer.Person, PersonName = recording.Viewer.Name, Kind = kind, Subject = nameof(ScoreSheet), SubjectId = procedure.Value,
        Label = label.Length <= 1000 ? label : label[..1000], Organisation = organisation.Value, Why = recording.Why,
    };

    /// <summary>Kept in Russian, whoever reads it later.</summary>
    private static string Count(int number, string one, string few, string many)
    {
        var (last, teens) = (number % 10, number % 100 is >= 11 and <= 14);
        return $"{number}\u00a0{(teens || last is 0 or >= 5 ? many : last == 1 ? one : few)}";
    }
}
