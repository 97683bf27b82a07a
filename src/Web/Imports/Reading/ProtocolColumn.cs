using System.Text.RegularExpressions;
using Stupeni.Imports.Reading.Personal;

namespace Stupeni.Imports.Reading;

/// <summary>What a column of a protocol of a state exam (ОГЭ, ЕГЭ, ГВЭ) holds.</summary>
public enum ProtocolColumn : byte
{
    /// <summary>Nothing that is needed of a protocol: its values are not read.</summary>
    Other,
    Number, School, Municipality, Class, Variant, ShortAnswers, LongAnswers, OralAnswers, Primary, Test, Mark,

    /// <summary>Where a participant sat: not needed, but digits only.</summary>
    Place,
    Exam,

    /// <summary>Whether the participant was there and whether the work counts.</summary>
    Status,

    /// <summary>A code of a participant: only its order of appearance is read, or its hash.</summary>
    Participant,
    Name,

    /// <summary>A document, a form with the participant's number on it, a birthday.</summary>
    Document,
}

/// <summary>Knows the headers of protocols that РИС ГИА and РЦОИ give.</summary>
internal static partial class ProtocolColumns
{
    private const int Longest = 80;

    internal static ProtocolColumn Of(string text)
    {
        if (text.Length is 0 or > Longest) return ProtocolColumn.Other;
        var header = Cells.FoldHeader(text);
        if (Number().IsMatch(header)) return ProtocolColumn.Number;
        if (Names().IsMatch(header)) return ProtocolColumn.Name;
        if (Documents().IsMatch(header) || Headers.Of(text) is Header.Person or Header.Head or Header.Series or Header.Contact) return ProtocolColumn.Document;
        if (Participant().IsMatch(header)) return ProtocolColumn.Participant;
        if (School().IsMatch(header)) return ProtocolColumn.School;
        if (Municipality().IsMatch(header)) return ProtocolColumn.Municipality;
        if (Class().IsMatch(header)) return ProtocolColumn.Class;
        if (Variant().IsMatch(header)) return ProtocolColumn.Variant;
        return Result(header);
    }

    private static ProtocolColumn Result(string header) =>
        Short().IsMatch(header) ? ProtocolColumn.ShortAnswers
        : Long().IsMatch(header) ? ProtocolColumn.LongAnswers
        : Oral().IsMatch(header) ? ProtocolColumn.OralAnswers
        : Primary().IsMatch(header) ? ProtocolColumn.Primary
        : Test().IsMatch(header) ? ProtocolColumn.Test
        : Mark().IsMatch(header) ? ProtocolColumn.Mark
        : Exam().IsMatch(header) ? ProtocolColumn.Exam
        : Status().IsMatch(header) ? ProtocolColumn.Status
        : Place().IsMatch(header) ? ProtocolColumn.Place
        : ProtocolColumn.Other;

    [GeneratedRegex(@"^([№n]|[№n] ?п/п|п/п|номер (по порядку|п/п))$")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<!\p{L})(фамили[яи]|отчеств[оа])|^имя(?! файла)|(?<!\p{L})ф\.? ?и\.? ?о(?!\p{L})|^(sur|first|last|middle|second|given)?[ _-]?name(cell)?$|^patronymic|^участник$")]
    private static partial Regex Names();

    [GeneratedRegex(@"^(номер|number)$|бланк|документ|^document|паспорт|рожден|снилс")]
    private static partial Regex Documents();

    [GeneratedRegex(@"^(код (участника|регистрации)|регистрационный (код|номер)|гос\.? ?номер|participant_?code|governmentcell)$")]
    private static partial Regex Participant();

    [GeneratedRegex(@"^(код )?(оо|ошо)$|^код (школы|организации|образовательной организации)|^school_?code$")]
    private static partial Regex School();

    [GeneratedRegex(@"^код (мсу|мо|муниципалитета|муниципального образования)$|^(msu|ate|government)_?code$")]
    private static partial Regex Municipality();

    [GeneratedRegex(@"^(класс|class|class_?code)$")]
    private static partial Regex Class();

    [GeneratedRegex(@"^((№ |номер )?варианта?|variant(_?code)?)$")]
    private static partial Regex Variant();

    [GeneratedRegex(@"(?<!\p{L})кратк|^testresultb")]
    private static partial Regex Short();

    [GeneratedRegex(@"(?<!\p{L})разверн|(?<!\p{L})разв$|^testresultc")]
    private static partial Regex Long();

    [GeneratedRegex(@"(?<!\p{L})устн(?=ым|ая|ой|ые|$)|^testresultd")]
    private static partial Regex Oral();

    [GeneratedRegex(@"^первичн\w*( балл\w*)?$|^primary_?mark$")]
    private static partial Regex Primary();

    [GeneratedRegex(@"^(тестов\w*|итогов\w*) балл\w*$|^балл$|^(test_?mark|mark_?100)$")]
    private static partial Regex Test();

    [GeneratedRegex(@"^(итогов\w* )?(оценка|отметка)(?! по журналу)(?!\p{L})|^mark_?5$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(экзамен|предмет|exam(_?name)?|subject(_?name)?)$")]
    private static partial Regex Exam();

    [GeneratedRegex(@"^(статус|примечани[ея]|состояние|явка|апелляци[яи])")]
    private static partial Regex Status();

    [GeneratedRegex(@"^((код|номер|№) )?(ппэ|аудитори[яи]|места?)$|^код ооп$|^(station|auditorium)_?code$")]
    private static partial Regex Place();
}
