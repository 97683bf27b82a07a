using Stupeni.Platform;

namespace Stupeni.Imports.Files;

/// <summary>What is to be said of an import in a sentence or two.</summary>
public static class Summary
{
    public static string Of(ImportView view) => view.Import.State switch
    {
        ImportState.Draft when view.Files.Count == 0 => Texts.Say("В импорте не осталось файлов. Загрузите их или удалите импорт."),
        ImportState.Draft => $"{Draft(view)} {Texts.Say("Пока вы не нажали «Применить», в системе ничего не изменилось.")}",
        ImportState.Applied => Texts.Say("Применён {0}. Загрузил: {1}.", Numbers.Moment(view.Import.AppliedAt!.Value), view.Import.ByName),
        ImportState.Undone => Texts.Say("Отменён {0}: всё, что он изменил, стало как было. Загрузил: {1}.", Numbers.Moment(view.Import.UndoneAt!.Value), view.Import.ByName),
        ImportState.Discarded => Texts.Say("Удалён до применения: в системе ничего не изменилось."),
    };

    public static string Checked(ImportView view)
    {
        var rows = view.Waiting > 0 ? Texts.Say("Проверка ещё не закончена.") : Texts.Say("Проверка завершена: {0}.", Texts.Count(view.Rows, "строка|строки|строк"));
        var names = view.Dropped > 0 ? Texts.Say("Имена и документы людей удалены при чтении: {0}.", Texts.Count(view.Dropped, "значение|значения|значений")) : Texts.Say("Имён и документов людей в файлах не было.");
        return $"{rows} {names}";
    }

    private static string Draft(ImportView view)
    {
        var parts = new List<string> { Texts.Count(view.Files.Count, "файл|файла|файлов") };
        if (view.MayGo > 0) parts.Add(Texts.Say("можно применить: {0}", view.MayGo));
        if (view.Unchanged > 0) parts.Add(Texts.Say("уже загружены: {0}", view.Unchanged));
        if (view.FilesToMap > 0) parts.Add(Texts.Say("нужно назвать столбцы: {0}", view.FilesToMap));
        if (view.FilesWithErrors > 0) parts.Add(Texts.Say("с ошибками: {0}", view.FilesWithErrors));
        return string.Join(", ", parts) + ".";
    }
}
