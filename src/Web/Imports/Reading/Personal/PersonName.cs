using System.Text.RegularExpressions;

namespace Stupeni.Imports.Reading.Personal;

/// <summary>How much a text looks like the name of a person.</summary>
internal enum Likeness : byte { No, Maybe, Sure }

/// <summary>Tells names of people by a patronymic, by initials, or by a surname beside a given name; organisations, subjects and municipalities have words that no person is called by.</summary>
internal static partial class PersonName
{
    private static readonly HashSet<string> NoNames = new(
        """
        язык литература искусство культура школа лицей гимназия сад детский колледж техникум училище центр академия университет институт интернат корпус филиал
        отделение студия район округ край область республика город село деревня посёлок поселок станица хутор посад муниципальный муниципальное городской городское сельский
        сельское управление комитет министерство департамент средняя основная начальная математика история физика химия биология география информатика технология музыка
        педагог учитель воспитатель директор заведующий заместитель методист психолог логопед тьютор балл класс предмет улица проспект нижний верхний новый старый великий
        нижняя верхняя новая старая большой большая малый малая
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static readonly HashSet<string> GivenNames = new(
        """
        александр алексей анатолий андрей антон аркадий арсений артем артём артур богдан борис вадим валентин валерий василий вениамин виктор виталий владимир владислав всеволод
        вячеслав геннадий георгий герман глеб григорий давид данил данила даниил денис дмитрий евгений егор захар иван игорь илья иосиф кирилл константин лев леонид макар максим марат
        марк матвей мирон михаил мурат назар никита николай олег павел петр пётр платон ринат рашид родион роман руслан рустам савелий святослав семен семён сергей станислав степан тарас
        тимофей тимур федор фёдор филипп фарид юрий ярослав айдар азат ильдар ильнур эдуард эльдар магомед ахмед али
        александра алена алёна алина алиса алла анастасия ангелина анна антонина арина валентина валерия варвара василиса вера вероника виктория галина дарья диана евгения екатерина
        елена елизавета жанна зинаида зоя инна ирина карина кира кристина ксения лариса лидия лилия любовь людмила маргарита марина мария милана надежда наталия наталья нина оксана
        олеся ольга полина раиса римма светлана снежана софия софья таисия тамара татьяна ульяна юлия яна ярослава айгуль алсу гульнара гузель зухра лейла фатима эльвира эмилия
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    internal static Likeness Of(string text)
    {
        if (text.Length is < 5 or > 80 || text[0] is not (>= 'А' and <= 'Я' or 'Ё') || !text.Contains(' ')) return Likeness.No;

        var words = text.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 4) return Likeness.No;
        if (Initials().IsMatch(text)) return Surname().IsMatch(words[0]) ? Likeness.Sure : Likeness.Maybe;
        if (words.Length > 2 && Turkic().IsMatch(words[^1])) return Likeness.Sure;
        if (words.Any(w => !NameWord().IsMatch(w) || NoNames.Contains(w.ToLowerInvariant()))) return Likeness.No;
        return words.Length switch
        {
            3 => Patronymic().IsMatch(words[2]) || Patronymic().IsMatch(words[1]) ? Likeness.Sure : Likeness.No,
            2 => Pair(words[0], words[1]),
            _ => Likeness.No,
        };
    }

    private static Likeness Pair(string one, string other)
    {
        if (IsGiven(one) && (IsGiven(other) || Patronymic().IsMatch(other))) return Likeness.Sure;
        if (!Surname().IsMatch(one) && !Surname().IsMatch(other)) return Likeness.No;
        return IsGiven(one) || IsGiven(other) ? Likeness.Sure : Likeness.Maybe;
    }

    private static bool IsGiven(string word) => GivenNames.Contains(word.ToLowerInvariant());

    [GeneratedRegex(@"^([А-ЯЁ][а-яё]+(-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{4,}(-[А-ЯЁ]+)?)$")]
    private static partial Regex NameWord();

    [GeneratedRegex(@"^[А-ЯЁ][А-ЯЁа-яё-]+ [А-ЯЁ]\. ?([А-ЯЁ]\.?)?$")]
    private static partial Regex Initials();

    [GeneratedRegex(@"(вич|вна|ична|ьич|мич|кич|итич)$", RegexOptions.IgnoreCase)]
    private static partial Regex Patronymic();

    [GeneratedRegex(@"^(о[гк]лы|углы|[кг]ызы)$", RegexOptions.IgnoreCase)]
    private static partial Regex Turkic();

    [GeneratedRegex(@"(ов|ова|[её]в|ева|ин|ина|ын|ына|[сц]кий|[сц]кая|ко|[чщ]ук|юк|ян|дзе|швили|ых|их)$", RegexOptions.IgnoreCase)]
    private static partial Regex Surname();
}
