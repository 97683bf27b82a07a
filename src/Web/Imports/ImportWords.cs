using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>States as words with their mark.</summary>
public sealed record StateBadge(string Class, string Icon, string Words);

public static class ImportWords
{
    public static StateBadge Badge(this ImportState state) => state switch
    {
        ImportState.Draft => new("", "pencil", Texts.Say("Черновик")),
        ImportState.Applied => new("st-badge-ok", "circle-check", Texts.Say("Применён")),
        ImportState.Undone => new("", "arrow-back-up", Texts.Say("Отменён")),
        ImportState.Discarded => new("", "trash", Texts.Say("Удалён")),
    };

    /// <summary>The state in a list of choices.</summary>
    public static string Word(this FileState state) => Texts.Say(state switch
    {
        FileState.Received => "Ждёт проверки",
        FileState.Unreadable => "Не прочитан",
        FileState.Unknown => "Вид неизвестен",
        FileState.NeedsMapping => "Столбцы не названы",
        FileState.NeedsNames => "Нужно решить названия",
        FileState.HasErrors => "С ошибками",
        FileState.HasWarnings => "С предупреждениями",
        FileState.Ready => "Готов",
        FileState.Unchanged => "Уже загружен",
        FileState.Applied => "Применён",
    });

    public static StateBadge Badge(this ImportFile file, ImportState import) => file.State switch
    {
        FileState.Applied => import == ImportState.Undone ? ImportState.Undone.Badge() : new("st-badge-ok", "circle-check", Texts.Say("Применён")),
        FileState.Unchanged => new("", "circle-minus", Texts.Say("Уже загружен")),
        _ when import == ImportState.Applied => new("", "player-pause", Texts.Say("Отложен")),
        FileState.Received => new("st-badge-go", "clock", Texts.Say("Ждёт проверки")),
        FileState.Unreadable => new("st-badge-bad", "file-alert", Texts.Say("Не прочитан")),
        FileState.Unknown => new("st-badge-bad", "help-circle", Texts.Say("Вид неизвестен")),
        FileState.NeedsMapping => new("st-badge-risk", "list-check", Texts.Say("Столбцы не названы")),
        FileState.NeedsNames => new("st-badge-risk", "help-circle", Texts.Say("Нужно решить названия")),
        FileState.HasErrors => new("st-badge-bad", "file-alert", Texts.Count(file.Errors, "ошибка|ошибки|ошибок")),
        FileState.HasWarnings => new("st-badge-risk", "alert-triangle", Texts.Count(file.Warnings, "предупреждение|предупреждения|предупреждений")),
        _ => new("st-badge-ok", "circle-check", Texts.Say("Готов")),
    };
}
