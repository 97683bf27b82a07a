using System.Text.RegularExpressions;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;

namespace Stupeni.Imports;

/// <summary>Types of organisations as files word them.</summary>
public static partial class TypeWords
{
    /// <summary>The type that a cell names; null if it names none.</summary>
    public static OrganisationType? Parse(string text)
    {
        var words = Cells.FoldHeader(text);
        if (Enum.TryParse<OrganisationType>(words, ignoreCase: true, out var named) && !words.All(char.IsAsciiDigit)) return named;
        return Named(words);
    }

    /// <summary>The type that a name gives away; a school if it says nothing.</summary>
    public static OrganisationType Guess(string name) => Named(Cells.FoldHeader(name)) ?? OrganisationType.School;

    private static OrganisationType? Named(string words) =>
        Preschool().IsMatch(words) ? OrganisationType.Preschool
        : Additional().IsMatch(words) ? OrganisationType.AdditionalEducation
        : School().IsMatch(words) ? OrganisationType.School
        : Serving().IsMatch(words) ? OrganisationType.ServiceOrganisation
        : null;

    [GeneratedRegex(@"детск\w+ сад|дошкольн|(?<!\p{L})м?б?доу(?!\p{L})|ясли|preschool|kindergarten")]
    private static partial Regex Preschool();

    [GeneratedRegex(@"дополнительн|(?<!\p{L})(м?б?у?удо|м?б?удод|ддт|дют|цдо|дюсш|сшор|цдт|цвр|дши|дмш)(?!\p{L})|дворец|дом творчеств|станци\w+ (юн|дет)|спортивн\w+ школ|школа искусств|музыкальн\w+ школ|художественн\w+ школ|additional")]
    private static partial Regex Additional();

    [GeneratedRegex(@"школ|гимнази|лицей|лицеи|общеобразоват|(?<!\p{L})(м?[кба]?оу|[сонв]ош|кадет\w*)(?!\p{L})|пансион|интернат|образовательный (комплекс|центр)|school")]
    private static partial Regex School();

    [GeneratedRegex(@"обслужива|сервис|служб|методическ|(?<!\p{L})(имц|ммс|цоко|иро|ипк|ппмс|пмпк)(?!\p{L})|повышени\w+ квалификац|развити\w+ образован|центр|service")]
    private static partial Regex Serving();
}
