using System.Text.RegularExpressions;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>The words by which reports of ФИС ОКО are known: titles, headers, groups. All are compared folded.</summary>
internal static partial class AggregateTerms
{
    private static readonly (DeclaredReport Report, string Words)[] Titles =
    [
        (DeclaredReport.Groups, "выполнение заданий группами"),
        (DeclaredReport.Marks, "статистика по отметкам"),
        (DeclaredReport.Journal, "сравнение отметок с отметками по журналу"),
        (DeclaredReport.Scores, "распределение первичных баллов"),
        (DeclaredReport.Outcomes, "достижение планируемых результатов"),
        (DeclaredReport.Tasks, "выполнение заданий"),
    ];

    /// <summary>The report that a title or the name of a sheet names.</summary>
    public static DeclaredReport? ReportOf(string text)
    {
        if (text.Length is < 8 or > 300) return null;
        var folded = Cells.FoldHeader(text);
        return Titles.Where(t => folded.Contains(t.Words, StringComparison.Ordinal)).Select(t => (DeclaredReport?)t.Report).FirstOrDefault();
    }

    public static bool IsUnit(string header) => Cells.FoldHeader(header) is "группы участников" or "группа участников" or "группы" or "участники" or "территория" or "оо/муниципалитет/регион";

    public static bool IsParticipants(string header) => ParticipantsHeader().IsMatch(Cells.FoldHeader(header));

    public static bool IsSchools(string header) => SchoolsHeader().IsMatch(Cells.FoldHeader(header));

    public static bool IsMaximum(string text) => text.Length is > 3 and < 40 && MaximumWord().IsMatch(Cells.FoldHeader(text));

    public static bool IsOutcome(string header) => header.Length > 3 && OutcomeHeader().IsMatch(Cells.FoldHeader(header));

    /// <summary>«Понизили (Отметка &lt; Отметка по журналу) %» and its two neighbours; «Всего» is «all».</summary>
    public static string? JournalKey(string text) => text.Length is 0 or > 120 ? null : JournalGroup().Match(Cells.FoldHeader(text)).Value switch
    {
        "понизили" => "lower",
        "подтвердили" => "same",
        "повысили" => "higher",
        "всего" => "all",
        _ => null,
    };

    /// <summary>The mark of a row of «Выполнение заданий группами участников»: «2», группа 2, «Ср.% вып. уч. гр.баллов 2».</summary>
    public static int? MarkOf(string text) => text.Length is > 0 and < 60 && MarkGroup().Match(Cells.FoldHeader(text)) is { Success: true } found ? found.Groups[1].ValueSpan[0] - '0' : null;

    public static bool IsSample(string text) => Cells.FoldName(text) is "вся выборка" or "рф" or "вся выборка рф" or "российская федерация" or "россия" or "вся россия";

    public static bool IsAnyRegion(string text) => Cells.FoldName(text) is "регион" or "область" or "край" or "республика" or "субъект рф" or "по региону" or "по области";

    public static bool IsAnyMunicipality(string text) => Cells.FoldName(text) is "муниципалитет" or "мо" or "мсу" or "район" or "муниципальное образование" or "по муниципалитету";

    public static bool IsAnySchool(string text) => Cells.FoldName(text) is "оо" or "школа" or "по оо" or "образовательная организация" or "ваша оо";

    /// <summary>A subject of the federation by its name, whichever it is: «Курганская обл.», «Красноярский край».</summary>
    public static bool LooksLikeRegion(string text) => RegionWord().IsMatch(Cells.FoldName(text));

    /// <summary>Whether a header says whose the column is, without a list of municipalities.</summary>
    public static bool NamesUnit(string header) => header.Split(',', '(', '%')[0].Trim() is var name && (IsSample(name) || IsAnyRegion(name) || IsAnyMunicipality(name) || IsAnySchool(name) || LooksLikeRegion(name) || LoginIn(header) is not null);

    /// <summary>A region's name as it is compared: «Курганская обл.» and «Курганская область» are one.</summary>
    public static string RegionName(string text) => Shortened().Replace(Cells.FoldName(text), "область");

    public static string? LoginIn(string text) => Login().Match(text) is { Success: true } login ? login.Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"^(?:кол-во|количество|число) (?:участников|обучающихся|уч)|^участников(?:,? чел)?$|^n$")]
    private static partial Regex ParticipantsHeader();

    [GeneratedRegex(@"^(?:кол-во|количество|число) (?:оо|школ)")]
    private static partial Regex SchoolsHeader();

    [GeneratedRegex(@"^макс\w*\.? ?(?:перв\w*\.? ?)?балл|^макс$|^максимум$|^max$")]
    private static partial Regex MaximumWord();

    [GeneratedRegex(@"планируем|умени|требовани|блок\w* пооп|научится")]
    private static partial Regex OutcomeHeader();

    [GeneratedRegex(@"^(?:понизили|подтвердили|повысили|всего)")]
    private static partial Regex JournalGroup();

    [GeneratedRegex(@"^(?:(?:ср\D{0,30}|групп\w*|отметк\w*|оценк\w*|получивш\w*|уч\D{0,20})\s*)?[«""']?([2-5])[»""']?$")]
    private static partial Regex MarkGroup();

    [GeneratedRegex(@"(?<!\p{L})(?:область|обл|край|республика|респ|автономный округ|ао)(?!\p{L})")]
    private static partial Regex RegionWord();

    [GeneratedRegex(@"(?<!\p{L})обл(?!\p{L})")]
    private static partial Regex Shortened();

    [GeneratedRegex(@"(?<![\p{L}\d])edu\d+", RegexOptions.IgnoreCase)]
    private static partial Regex Login();
}
