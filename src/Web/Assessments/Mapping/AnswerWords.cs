using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments.Kinds;
using Stupeni.Assessments.Kinds.Aggregates;
using Stupeni.Platform;

namespace Stupeni.Assessments.Mapping;

/// <summary>Kept answers as people read them: the question of the wizard and what was chosen.</summary>
internal static class AnswerWords
{
    public static async Task<IReadOnlyList<(string Question, string Answer)>> Of(ResultsMapping said, Db db, CancellationToken stop) => Answered(
    [
        ("Код школы", Column(said.School)), ("Код участника", Column(said.Participant)), ("Класс", Column(said.Class)), ("Вариант", Column(said.Variant)), ("Балл за всю работу", Column(said.Total)), ("Какой это балл", Score(said.Score)),
        ("Отметка", Column(said.Mark)), ("Отметка по журналу", Column(said.Journal)), ("Задания", said.Tasks == "auto" ? Texts.Say("по заголовкам столбцов") : Given(said.Tasks)),
        ("Что это", Enum.TryParse<ProcedureKind>(said.Kind, true, out var kind) ? ProcedureName.Kind(kind) : said.Kind), ("Предмет", await Subject(said.Subject, db, stop)), ("Класс (параллель)", Given(said.Grade)),
        ("Уровень математики", Enum.TryParse<MathLevel>(said.Level, true, out var level) && level != MathLevel.None ? ProcedureName.Level(level) : null), ("Сессия или название", said.Session),
        ("Наименьший балл, который преодолевает порог", said.Minimum == "-" ? Texts.Say("порога нет") : said.Minimum), ("Откуда он взят", said.MinimumSource),
    ]);

    public static async Task<IReadOnlyList<(string Question, string Answer)>> Of(AggregateAnswers said, Db db, CancellationToken stop) => Answered(
    [
        ("Какой это отчёт", Enum.TryParse<DeclaredReport>(said.Report, true, out var report) ? report.Title() : said.Report), ("Предмет", await Subject(said.Subject, db, stop)), ("Класс (параллель)", said.Grade), ("Логин или код школы", said.School),
    ]);

    private static IReadOnlyList<(string Question, string Answer)> Answered((string Key, string? Answer)[] answers) => [.. answers.Where(a => !string.IsNullOrWhiteSpace(a.Answer)).Select(a => (Texts.Say(a.Key), a.Answer!))];

    private static string? Given(string? text) => text is "-" or "0" ? null : text;

    private static string? Column(string? text) => Given(text) is not { Length: > 0 } column ? null : column.Length <= 3 && column.All(char.IsAsciiLetterUpper) ? Texts.Say("столбец {0}", column) : Texts.Say("столбец «{0}»", column);

    private static string? Score(string? text) => text switch { nameof(ScoreKind.Primary) => Texts.Say("Первичный балл"), nameof(ScoreKind.Test) => Texts.Say("Тестовый балл"), _ => text };

    private static async Task<string?> Subject(string? text, Db db, CancellationToken stop) =>
        string.IsNullOrWhiteSpace(text) ? null : new SubjectIndex(await db.Subjects.AsNoTracking().ToListAsync(stop)).Named(text)?.Said ?? text;
}
