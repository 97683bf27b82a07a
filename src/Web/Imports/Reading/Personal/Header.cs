using System.Text.RegularExpressions;

namespace Stupeni.Imports.Reading.Personal;

/// <summary>What a text would mean as the header of a column.</summary>
internal enum Header : byte
{
    /// <summary>Nothing known: a value, or a header of no concern here.</summary>
    Unknown,

    /// <summary>A header of the files of this field that holds nothing personal.</summary>
    Plain,

    /// <summary>A header of lists of organisations.</summary>
    Organisation,

    /// <summary>A header of lists of pupils.</summary>
    Pupil,

    /// <summary>«Номер»: that of a document beside its series, otherwise any.</summary>
    Number,

    /// <summary>A telephone, a mail or an address: public for an organisation, not for a person.</summary>
    Contact,

    /// <summary>The series of a document.</summary>
    Series,

    /// <summary>The name of the head of an organisation.</summary>
    Head,

    /// <summary>A name, a birthday, a document.</summary>
    Person,
}

/// <summary>Knows the headers of the files of this field.</summary>
internal static partial class Headers
{
    private const int Longest = 80;

    /// <param name="text">A cell as it stands.</param>
    internal static Header Of(string text)
    {
        if (text.Length > Longest || text[0] is >= '2' and <= '9') return Header.Unknown;

        var header = Cells.FoldHeader(text);
        if (header is "номер" or "№" or "number") return Header.Number;
        if (SeriesWords().IsMatch(header)) return Header.Series;
        if (PersonWords().IsMatch(header) || (PassportWords().IsMatch(header) && !PassportOfThings().IsMatch(header)))
            return HeadWords().IsMatch(header) ? Header.Head : Header.Person;
        if (ContactWords().IsMatch(header)) return Header.Contact;
        if (PupilWords().IsMatch(header)) return Header.Pupil;
        if (OrganisationWords().IsMatch(header)) return Header.Organisation;
        return PlainWords().IsMatch(header) ? Header.Plain : Header.Unknown;
    }

    /// <summary>Whether a header speaks of one person of the staff, as labels above a table do.</summary>
    internal static bool NamesOneOfStaff(string text) => StaffWords().IsMatch(Cells.FoldHeader(text));

    [GeneratedRegex("(учителя|педагога|директора|руководителя|заведующего|эксперта|организатора|ответственного)")]
    private static partial Regex StaffWords();

    [GeneratedRegex(@"^серия( (и )?(номер|документа|паспорта|свидетельства|уд).*)?$|^document_?series(_?code)?$|^(series|passport_?series)$")]
    private static partial Regex SeriesWords();

    [GeneratedRegex("""
        (?<!\p{L})ф\.?[ ]?и\.?[ ]?о(?!\p{L})
        |(?<!\p{L})ф\.?[ ]?и(?=$|\.?[ ](уч|обуч|реб|вып|пед|род|восп))
        |(?<!\p{L})(фамили[яи]|отчеств[оа])(?!\p{L})
        |^имя([ ](и[ ]отчество|уч|обуч|реб|вып|участ|пед|восп|род|сотр|дир|рук).*)?$
        |^имя[ ]?[,/]
        |(дат[аы]|день|место)[ ]рожд|^д\.?[ ]?р$
        |снилс|snils
        |^(номер|№)[ ]?(документ|паспорт|свидетельств|удостовер|снилс|полис)
        |документ,?[ ]удостоверяющ|^полис
        |законн\w+[ ]представител
        |^(sur|first|last|middle|second|given|pupil|student|teacher|child)[ _-]?name(cell)?$|^namecell$|^patronymic$
        |^document_?number(_?code)?$|^passport
        |birth[ _-]?da(y|te)|date[ _-]?of[ _-]?birth|^dob$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex PersonWords();

    [GeneratedRegex(@"(?<!\p{L})паспорт(?!\p{L})|паспортн\w+ данн")]
    private static partial Regex PassportWords();

    [GeneratedRegex(@"социальн|доступн|безопасн|школ|(?<!\p{L})оо(?!\p{L})|проект|кабинет|дорожн|энергет|террор|образоват|учрежд|организац")]
    private static partial Regex PassportOfThings();

    [GeneratedRegex(@"директор|руководител|заведующ|начальник")]
    private static partial Regex HeadWords();

    [GeneratedRegex("""
        (?<!\p{L})(телефон\w*|тел)(?!\p{L})|^(phone|mobile|tel)(?!\p{L})
        |e-?mail|(?<!\p{L})эл\w*\.?[ ]?почт|^почта$
        |^адрес(?![ ](оо|школ|сайт|организац|учрежд|юридич|ппэ|мест|страниц))|^(домашний|почтовый)[ ]адрес|место[ ]жительств|^address$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex ContactWords();

    [GeneratedRegex(@"^код участника$|^класс$|^код регистрации$|^участник$|^обучающийся$|^ученик$|^учащийся$|^пол$|^вариант$|^classcode$|^class$|^pupil_id$|^participant")]
    private static partial Regex PupilWords();

    [GeneratedRegex(@"^(инн|огрн|кпп|оквэд|октмо|тип организации|вид организации|учредитель|юридический адрес|адрес сайта|сайт)$|^(полное|краткое|сокращенное) (наименование|название)|^(наименование|название) (организации|школы|учреждения|оо)|^(inn|ogrn|kpp)$")]
    private static partial Regex OrganisationWords();

    [GeneratedRegex("""
        ^(№[ ]?п/?п|п/п|n|оо|логин|логин[ ]оо|код[ ]?(оо|ппэ|мсу|ооп|школы|организации)|муниципалитет|школа|предмет|экзамен|аудитория|профиль|№[ ]бланка
        |номер[ ](бланка|варианта|по[ ]порядку)|(первичный|тестовый|итоговый|вторичный)?[ ]?балл|отметка|оценка|отметка[ ]по[ ]журналу|год|дата|параллель
        |ответы[ ]в[ ](краткой|развернутой)[ ]форме|задания[ ]с[ ](кратким|развернутым)[ ]ответом|schoolcode|testresult[bc]cell|primarymark|mark5|school_id|total|mark|variant)$
        |^(задание[ ])?\d+([.,]\d+)?(к\d+)?[ ]?\(\d+[ ]?б
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex PlainWords();
}
