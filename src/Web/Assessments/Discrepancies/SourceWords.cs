using System.Globalization;
using Stupeni.Platform;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>Sources and discrepancies as people call them.</summary>
public static class SourceWords
{
    private const int MostImports = 3;

    /// <summary>In a header or a choice: «Листы участников», «Отчёт ФИС ОКО».</summary>
    public static string Name(this FigureSource source) => Texts.Say(source.Kind.NameKey());

    /// <summary>File, imports, dates; the document of a scale.</summary>
    public static string From(this FigureSource source)
    {
        var imports = string.Join(", ", source.Imports.Take(MostImports).Select(i => Texts.Say("импорт № {0} от {1}", i.Number, Numbers.Day(i.At))));
        if (source.Imports.Count > MostImports) imports = Texts.Say("{0} и ещё {1}", imports, source.Imports.Count - MostImports);
        return source.File is "" ? imports : imports is "" ? source.File : Texts.Say("файл «{0}», {1}", source.File, imports);
    }

    /// <summary>Kept with a decision, in Russian whoever made it.</summary>
    public static string InRussian(this FigureSource source)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");
            return $"{source.Name()}: {source.From()}" is { Length: <= 500 } fits ? fits : $"{source.Name()}: {source.From()}"[..500];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    public static string UnitName(this Discrepancy d) => d.Unit.Level switch
    {
        DeclaredLevel.Sample => Texts.Say("Вся выборка"),
        DeclaredLevel.Region => Texts.Say("Область"),
        _ => d.Name,
    };

    /// <summary>One line: the first figure that differs, by every source that has it.</summary>
    public static string Gist(this Discrepancy d)
    {
        var key = d.Keys[0];
        var values = string.Join("; ", d.Sources.Where(s => s.Values.ContainsKey(key)).Select(s => $"{Within(s.Name())} — {s.Values[key].Shown(d.Digits)}"));
        var line = $"{d.Report.FigureName(key)}: {values}";
        return d.Keys.Count == 1 ? line : Texts.Say("{0}; ещё {1}", line, Texts.Count(d.Keys.Count - 1, "значение|значения|значений"));
    }

    /// <summary>In the middle of a sentence: only the first letter becomes small.</summary>
    private static string Within(string name) => char.ToLower(name[0], CultureInfo.CurrentCulture) + name[1..];

    private static string NameKey(this SourceKind kind) => kind switch
    {
        SourceKind.Sheets => "Листы участников",
        SourceKind.Report => "Отчёт ФИС ОКО",
        SourceKind.Form => "Надпись в Ф1",
        SourceKind.Rows => "Сумма строк отчёта",
        _ => "Шкала отметок",
    };
}
