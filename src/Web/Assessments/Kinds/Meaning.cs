using System.Collections.Frozen;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds;

/// <summary>What a column of a table of results means.</summary>
internal enum Meaning { None, School, SchoolName, Municipality, Participant, Class, Grade, Variant, Total, Mark, Journal }

internal static class Meanings
{
    private static readonly FrozenDictionary<string, Meaning> Known = new (Meaning Meaning, string Headers)[]
    {
        (Meaning.School, "код оо|оо|логин|логин оо|код школы|код организации|код образовательной организации|код ошо|номер школы|школа|school|school_id|school id|schoolid|schoolcode|school_code|school code|organisation|organization|org_code|login"),
        (Meaning.SchoolName, "название оо|наименование оо|название школы|наименование школы|краткое наименование|наименование организации|название организации|school_name|school name"),
        (Meaning.Municipality, "муниципалитет|муниципальное образование|мсу|район|municipality"),
        (Meaning.Participant, "код участника|участник|код ученика|код обучающегося|номер участника|pupil_id|pupil id|pupil|student_id|student id|studentid|participant|participant_id|participant id|participant code"),
        (Meaning.Class, "класс|class|classcode|class_code|class code"),
        (Meaning.Grade, "параллель|grade"),
        (Meaning.Variant, "вариант|номер варианта|№ варианта|variant"),
        (Meaning.Total, "первичный балл|тестовый балл|итоговый балл|вторичный балл|балл|сумма баллов|всего баллов|итого|итого баллов|total|score|total score|total_score|test score|test_score|primary score|primarymark"),
        (Meaning.Mark, "отметка|оценка|mark|mark5"),
        (Meaning.Journal, "отметка по журналу|оценка по журналу|журнал|отметка за предыдущий период|journal|journal_mark|journal mark"),
    }.SelectMany(m => m.Headers.Split('|').Select(h => (Header: h, m.Meaning))).ToFrozenDictionary(h => h.Header, h => h.Meaning);

    public static Meaning Of(string header) => header.Length is 0 or > 60 || char.IsAsciiDigit(header[0]) ? Meaning.None : Known.GetValueOrDefault(Cells.FoldHeader(header));

    /// <summary>Which kind of total the header names; null where it does not say.</summary>
    public static ScoreKind? ScoreOf(string header) => Cells.FoldHeader(header) switch
    {
        "тестовый балл" or "итоговый балл" or "вторичный балл" or "test score" or "test_score" => ScoreKind.Test,
        "первичный балл" or "primary score" or "primarymark" => ScoreKind.Primary,
        _ => null,
    };
}
