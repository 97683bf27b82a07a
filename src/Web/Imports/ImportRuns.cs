using Stupeni.Accounts;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>Checks, applies and undoes for a page: at once where it is quick, as a job where it would keep the page waiting. Says where to go next.</summary>
public sealed class ImportRuns(CheckImport check, ApplyImport apply, UndoImport undo, Viewer viewer, Queue? queue = null)
{
    private static readonly Progress<Step> Nobody = new();

    /// <param name="goOn">Only the files that wait still; otherwise all of them.</param>
    public async Task<string> Check(Import import, CancellationToken stop, bool goOn = false)
    {
        import.StillDraft();
        if (!goOn) await check.Again(import, stop);
        if (await Long(import, stop)) return await Start<CheckImport>(import.Id.ToString(), "Проверка импорта № {0}", import);
        await check.Run(import, Nobody, stop);
        return $"/imports/{import.Id}";
    }

    public async Task<string> Apply(Import import, bool leaveAside, CancellationToken stop)
    {
        import.StillDraft();
        if (await Long(import, stop)) return await Start<ApplyImport>(ApplyImport.Input(import.Id, leaveAside), "Применение импорта № {0}", import);
        await apply.Run(import, leaveAside, Nobody, stop);
        return $"/imports/{import.Id}";
    }

    public async Task<string> Undo(Import import, string? reason, CancellationToken stop)
    {
        UndoImport.Ask(import, reason);
        if (await Long(import, stop)) return await Start<UndoImport>(UndoImport.Input(import.Id, reason!), "Отмена импорта № {0}", import);
        await undo.Run(import, reason, stop);
        return $"/imports/{import.Id}";
    }

    private async Task<bool> Long(Import import, CancellationToken stop) => queue is not null && await check.IsLong(import.Id, stop);

    private async Task<string> Start<T>(string input, string title, Import import) where T : class, IWork =>
        $"/jobs/{await queue!.Start<T>(input, title, import.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), viewer.Person?.Value, viewer.Name)}";
}
