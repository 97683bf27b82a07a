using System.Text.RegularExpressions;
using Stupeni.Imports.Reading;

namespace Stupeni.Growth.Files;

/// <summary>What a column of a table of growth may be.</summary>
internal static partial class GrowthField
{
    public const string Skip = "-", Code = "Code", Name = "SchoolName", Municipality = "Municipality", Label = "School", Result = "Result", Prior = "Prior", Number = "Number", Category = "Category";

    /// <summary>Those that only one column can be.</summary>
    public static readonly string[] Single = [Code, Name, Municipality, Label, Result, Prior];

    public static readonly string[] Schools = [Code, Name, Label];

    public static readonly string[] All = [Skip, .. Single, Number, Category];

    /// <summary>What the words of a header say; <see cref="Skip"/> where they say nothing known.</summary>
    public static string Of(string header) => Cells.FoldHeader(header) is var words && PriorWords().IsMatch(words) ? Prior
        : ResultWords().IsMatch(words) ? Result
        : words is "код оо" or "код школы" or "код организации" or "логин" or "логин оо" ? Code
        : words is "school" or "school_id" or "schoolid" or "школа исследования" ? Label
        : NameWords().IsMatch(words) ? Name
        : words is "муниципалитет" or "муниципальное образование" or "район" or "мо" or "municipality" ? Municipality : Skip;

    [GeneratedRegex(@"(?<!\p{L})(прежн|предыдущ|предшеств|входн|стартов|исходн)\w* (\w+ )?(результат|балл|оценк|уровен)|^(prior|pretest|pre-test|baseline)(?!\p{L})")]
    private static partial Regex PriorWords();

    [GeneratedRegex(@"^(итоговый |новый )?(результат|балл)( ученика| обучающегося)?$|^(result|score|outcome|posttest|post-test)$")]
    private static partial Regex ResultWords();

    [GeneratedRegex(@"^(полное |краткое |сокращенное )?(наименование|название)( оо| школы| организации)?$|^(оо|школа|образовательная организация)$")]
    private static partial Regex NameWords();
}
