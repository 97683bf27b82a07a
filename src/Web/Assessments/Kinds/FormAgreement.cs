using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>The tasks of a table against those the procedure is known by: their set and their maxima must be the same.</summary>
internal static class FormAgreement
{
    /// <summary>The tasks in the known order with the known maxima; the table's own where nothing is known.</summary>
    /// <param name="observed">How many of the first tasks have maxima that are only the greatest scores seen.</param>
    public static IReadOnlyList<TaskColumn> Agree(Layout layout, IReadOnlyList<TaskColumn>? known, int observed, FindingList findings)
    {
        foreach (var twin in layout.Tasks.GroupBy(t => t.Code).SelectMany(g => g.Skip(1)))
            findings.Error(layout.AtHeader(twin.Column), new("Задание {0} встречается дважды.", twin.Code), new("Оставьте один столбец задания или исправьте его номер."));

        IReadOnlyList<TaskColumn> own = [.. layout.Tasks.DistinctBy(t => t.Code)];
        if (known is not { Count: > 0 } || own.Count == 0) return own;

        var codes = own.ToDictionary(t => t.Code);
        var missing = known.Where(k => !codes.ContainsKey(k.Code)).Select(k => k.Code).ToList();
        if (missing.Count > 0)
            findings.Error(new(layout.Sheet.Name, layout.Header.Number), new("Нет заданий, которые есть в этой процедуре: {0}.", string.Join(", ", missing)), new("Проверьте, та ли это работа. Если раньше загружена неверная форма, отмените тот импорт."));
        foreach (var extra in own.Where(t => !known.Any(k => k.Code == t.Code)))
            findings.Error(layout.AtHeader(extra.Column), new("Задания {0} в этой процедуре нет.", extra.Code), new("Проверьте номер задания и заголовок файла. Если раньше загружена неверная форма, отмените тот импорт."));
        foreach (var task in own)
        {
            if (task.Max is { } max && known.Skip(observed).FirstOrDefault(k => k.Code == task.Code)?.Max is { } before && before != max)
                findings.Error(layout.AtHeader(task.Column), new("Максимум задания {0} — {1}, а в этой процедуре известен {2}.", task.Code, Numbers.Score(max), Numbers.Score(before)), new("Исправьте максимум в заголовке."));
        }

        return [.. known.Index().Select(k => (k.Index, Task: k.Item)).Where(k => codes.ContainsKey(k.Task.Code)).Select(k => codes[k.Task.Code] with { Max = k.Index < observed ? codes[k.Task.Code].Max ?? k.Task.Max : k.Task.Max, Difficulty = k.Task.Difficulty == Difficulty.Unknown ? codes[k.Task.Code].Difficulty : k.Task.Difficulty })];
    }

    /// <summary>The tasks up to the last one without a maximum; all of them where one with a maximum stands before.</summary>
    public static int ObservedOf(IReadOnlyList<TaskColumn> tasks)
    {
        var first = tasks.TakeWhile(t => t.Max is null).Count();
        return tasks.Skip(first).All(t => t.Max is not null) && first < tasks.Count ? first : tasks.Count == 0 ? 0 : int.MaxValue;
    }

    public static IReadOnlyList<TaskColumn> TasksOf(TestForm form) => [.. form.Tasks.OrderBy(t => t.Position).Select(t => new TaskColumn(-1, t.Code, t.Max, t.Difficulty))];
}
