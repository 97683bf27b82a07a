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

    /// <summary>What came of files that were sent.</summary>
    public static string Of(Arrived arrived)
    {
        var parts = new List<string>();
        if (arrived.Mended > 0) parts.Add(Texts.Say("Исправлено ячеек: {0}.", Numbers.Whole(arrived.Mended)));
        else if (arrived.Books > 0) parts.Add(Texts.Say("В книге ошибок ничего не исправлено."));
        if (arrived.Kept > 0) parts.Add(Texts.Say("Принято: {0}.", Texts.Count(arrived.Kept, "файл|файла|файлов")));
        if (arrived.Repeated.Count > 0) parts.Add(Texts.Say("Уже были и второй раз не взяты: {0}.", Few(arrived.Repeated)));
        if (arrived.Passed.Count > 0) parts.Add(Texts.Say("Не таблицы, пропущены: {0}.", Few(arrived.Passed)));
        return string.Join(' ', parts);
    }

    /// <summary>It goes into a cookie: a few names and the count.</summary>
    private static string Few(IReadOnlyList<string> names) => string.Join(", ", names.Take(3).Select(n => n.Length <= 60 ? n : n[..59] + "…")) + (names.Count > 3 ? Texts.Say(" и ещё {0}", names.Count - 3) : "");

    public static string Checked(ImportView view)
    {
        var rows = view.Waiting > 0 ? Texts.Say("Проверка ещё не закончена: проверено {0} из {1}.", view.Files.Count - view.Waiting, view.Files.Count) : Texts.Say("Проверка завершена: {0}.", Texts.Count(view.Rows, "строка|строки|строк"));
        var names = view.Dropped > 0 ? Texts.Say("Имена и документы людей удалены при чтении: {0}.", Texts.Count(view.Dropped, "значение|значения|значений")) : Texts.Say("Имён и документов людей в файлах не было.");
        return $"{rows} {names}";
    }

    private static string Draft(ImportView view)
    {
        var parts = new List<string> { Texts.Count(view.Files.Count, "файл|файла|файлов") };
        if (view.MayGo > 0) parts.Add(Texts.Say("можно применить: {0}", view.MayGo));
        if (view.Unchanged > 0) parts.Add(Texts.Say("уже загружены: {0}", view.Unchanged));
        if (view.FilesToMap > 0) parts.Add(Texts.Say("нужно назвать столбцы: {0}", view.FilesToMap));
        if (view.FilesToName > 0) parts.Add(Texts.Say("нужно решить названия: {0}", view.FilesToName));
        if (view.Waiting > 0) parts.Add(Texts.Say("ждут проверки: {0}", view.Waiting));
        if (view.FilesWithErrors > 0) parts.Add(Texts.Say("с ошибками: {0}", view.FilesWithErrors));
        return string.Join(", ", parts) + ".";
    }
}
