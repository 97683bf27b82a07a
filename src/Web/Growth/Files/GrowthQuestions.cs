using Stupeni.Assessments;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Growth.Files;

/// <summary>What a person still has to say before the table can be read: of which field of the wizard, and what.</summary>
internal static class GrowthQuestions
{
    public static IEnumerable<(string Field, Message What)> Open(GrowthMapping mapping, GrowthSheet sheet, AssessmentProcedure? procedure)
    {
        if (GrowthField.Single.FirstOrDefault(f => sheet.Columns.Count(c => c.Field == f) > 1) is { } twice) yield return ("", new("«{0}» выбрано дважды: оставьте одно.", GrowthFieldWords.Of(twice)));
        var (register, label) = (sheet.Find(GrowthField.Code) ?? sheet.Find(GrowthField.Name), sheet.Find(GrowthField.Label));
        if (register is null && label is null) yield return ("", new("Скажите, в каком столбце школа: её код, название или подпись в исследовании."));
        if (register is not null && label is not null) yield return ("", new("Школа названа дважды: и как школа реестра, и как школа исследования. Оставьте одно."));
        if (sheet.Find(GrowthField.Result) is null) yield return ("", new("Скажите, в каком столбце результат."));
        if (string.IsNullOrWhiteSpace(mapping.Title)) yield return ("Title", new("Назовите исследование."));
        if (SchoolYear.In(mapping.Year ?? "") is not { } year) yield return ("Year", new("Укажите год: 2026 или 2025/26."));
        else if (procedure is not null && procedure.Year != year) yield return ("Procedure", new("Процедура другого года: {0}.", procedure.Year.ToString()));
        if (string.IsNullOrWhiteSpace(mapping.Subject)) yield return ("Subject", new("Укажите предмет."));
        if (string.IsNullOrWhiteSpace(mapping.Source)) yield return ("Source", new("Напишите, откуда таблица."));
        if (mapping.Procedure is not null && procedure is null) yield return ("Procedure", new("Такой процедуры в реестре нет."));
        if (procedure is not null && label is not null) yield return ("Procedure", new("Процедуру реестра можно назвать, только если и школы из реестра."));
    }
}
