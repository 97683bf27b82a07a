using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>Checks the files of an import against the database, writing nothing: earlier kinds first, each resting on what those before it bring.</summary>
public sealed class CheckFiles(Db db, FileKinds kinds, WholeFiles whole)
{
    public async Task<Checked> Run(IReadOnlyList<FileInHand> files, Viewer viewer, bool createsOrganisations, string? linkKey, IProgress<Step> progress, CancellationToken stop)
    {
        var draft = new ImportDraft();
        var done = new List<CheckedFile>();
        var order = files.OrderBy(f => kinds[f.File.Kind]?.Order ?? int.MaxValue).ThenBy(f => f.File.Position);
        foreach (var hand in order)
        {
            stop.ThrowIfCancellationRequested();
            progress.Report(new(done.Count, files.Count, "Проверяется {0}", hand.File.Name));
            done.Add(await Check(hand, done, viewer, createsOrganisations, linkKey, draft, stop));
        }

        return new(done, draft.Part<NewOrganisations>());
    }

    private async Task<CheckedFile> Check(FileInHand hand, List<CheckedFile> before, Viewer viewer, bool creates, string? linkKey, ImportDraft draft, CancellationToken stop)
    {
        var file = hand.File;
        if (await hand.Cells(stop) is not { } grid) return new(file, null, null, FileView.Nothing);
        if (whole.Find(file.Sha256) is not null && kinds[file.Kind] is not { ReadsWhole: true })
        {
            var refusal = TooLong(file);
            return new(file, kinds[file.Kind], refusal, FileView.Of(grid, refusal));
        }

        if (kinds[file.Kind] is not { } kind)
        {
            var unknown = kinds.Unknown(grid);
            return new(file, null, unknown, FileView.Of(grid, unknown));
        }

        var check = await Twice(file, before, viewer, linkKey, stop) ?? await kind.Check(new(grid, file.Sha256, file.Mapping, viewer, creates, draft, file.MappingVersion, linkKey), stop);
        return new(file, kind, check, FileView.Of(grid, check));
    }

    /// <summary>The same file twice changes nothing: in one import, or after it was applied and no other file of its kind since.</summary>
    private async Task<FileCheck?> Twice(ImportFile file, List<CheckedFile> before, Viewer viewer, string? linkKey, CancellationToken stop)
    {
        if (before.FirstOrDefault(b => b.File.Sha256 == file.Sha256 && b.File.Mapping == file.Mapping && b.Kind?.Code == file.Kind) is { Check: { } first }) return Unchanged(first.Title, first.Sheets, first.Rows);

        var applied = from earlier in db.ImportFiles.AsNoTracking()
                      where earlier.State == FileState.Applied && earlier.Kind == file.Kind
                      join import in db.Imports.VisibleTo(viewer) on earlier.Import equals import.Id
                      where import.State == ImportState.Applied
                      orderby import.AppliedAt descending, import.Number descending
                      select new { import.Id, import.LinkKey, earlier.Sha256, earlier.Mapping, earlier.Title, earlier.Sheets, earlier.Rows };
        var last = await applied.FirstOrDefaultAsync(stop);
        if (last is null) return null;
        var same = await applied.FirstOrDefaultAsync(e => e.Id == last.Id && e.Sha256 == file.Sha256 && e.Mapping == file.Mapping && e.LinkKey == linkKey, stop);
        return same is null ? null : Unchanged(same.Title, same.Sheets, same.Rows);
    }

    /// <summary>Only a table of one score a row is read at any length.</summary>
    private static FileCheck TooLong(ImportFile file) => new("", 1, 0,
        [new(FindingKind.Error, "", null, "", "", "", new("Файл «{0}» длиннее, чем читается целиком.", file.Name), new("Разделите его на части или выгрузите таблицей из строк «работа, участник, задание, балл»: такая читается любой длины."))], Preview.Nothing, null);

    private static FileCheck Unchanged(string title, int sheets, int rows) => new(title, sheets, rows, [], Preview.Nothing, null, Unchanged: true);
}

/// <summary>All files of an import as they were found, and the organisations they bring.</summary>
public sealed record Checked(IReadOnlyList<CheckedFile> Files, NewOrganisations New);

/// <summary>A file and how to get at its cells when their turn comes; none if it could not be read.</summary>
public sealed record FileInHand(ImportFile File, Func<CancellationToken, Task<Grid?>> Cells);

/// <summary>A file with what the check found. No kind: nobody knows it; no check: it could not be read.</summary>
public sealed record CheckedFile(ImportFile File, IFileKind? Kind, FileCheck? Check, FileView View)
{
    public FileState State => Check switch
    {
        null => FileState.Unreadable,
        { NeedsMapping: true } => FileState.NeedsMapping,
        _ when Kind is null => FileState.Unknown,
        { Unchanged: true } => FileState.Unchanged,
        _ when Errors > 0 => FileState.HasErrors,
        _ when Warnings > 0 => FileState.HasWarnings,
        _ => FileState.Ready,
    };

    public int Errors => Check?.Findings.Count(f => f.Kind == FindingKind.Error) ?? 0;
    public int Warnings => Check?.Findings.Count(f => f.Kind == FindingKind.Warning) ?? 0;
}
