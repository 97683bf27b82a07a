using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>Checks files of an import against the database, writing nothing: earlier kinds first, each resting on what those before it bring.</summary>
public sealed class CheckFiles(Db db, FileKinds kinds, WholeFiles whole)
{
    /// <summary>All of them, with their plans.</summary>
    public async Task<Checked> Run(IReadOnlyList<FileInHand> files, FilesAsked asked, IProgress<Step> progress, CancellationToken stop)
    {
        var done = new List<CheckedFile>();
        await foreach (var file in Each(files, asked, [], progress, stop)) done.Add(file);
        return new(done, asked.Draft.Part<NewOrganisations>());
    }

    /// <summary>One after the other: whoever asks may let each go before the next is looked at.</summary>
    /// <param name="before">Files of the same import that were checked before; what they brought has been recalled into the draft.</param>
    public async IAsyncEnumerable<CheckedFile> Each(IReadOnlyList<FileInHand> files, FilesAsked asked, IReadOnlyList<ImportFile> before, IProgress<Step> progress, [EnumeratorCancellation] CancellationToken stop)
    {
        var met = before.ToList();
        foreach (var hand in files.OrderBy(f => kinds[f.File.Kind]?.Order ?? int.MaxValue).ThenBy(f => f.File.Position))
        {
            stop.ThrowIfCancellationRequested();
            progress.Report(new(met.Count, before.Count + files.Count, "Проверяется {0}", hand.File.Name));
            var done = await Check(hand, met, asked, stop);
            met.Add(done.Seen);
            yield return done;
        }
    }

    private async Task<CheckedFile> Check(FileInHand hand, List<ImportFile> before, FilesAsked asked, CancellationToken stop)
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

        var check = await Twice(file, before, asked, stop) ?? await kind.Check(new(grid, file.Sha256, file.Mapping, asked.Viewer, asked.CreatesOrganisations, asked.Draft, file.MappingVersion, asked.LinkKey), stop);
        return new(file, kind, check, FileView.Of(grid, check));
    }

    /// <summary>The same file twice changes nothing: in one import, or after it was applied and no other file of its kind since. One with cells mended here is not the file it came as.</summary>
    private async Task<FileCheck?> Twice(ImportFile file, List<ImportFile> before, FilesAsked asked, CancellationToken stop)
    {
        if (file.Mended > 0) return null;
        if (before.Find(b => b.Sha256 == file.Sha256 && b.Mapping == file.Mapping && b.Kind == file.Kind && b.Mended == 0 && b.State != FileState.Unreadable) is { } first) return Unchanged(first.Title, first.Sheets, first.Rows);

        var applied = from earlier in db.ImportFiles.AsNoTracking()
                      where earlier.State == FileState.Applied && earlier.Kind == file.Kind
                      join import in db.Imports.VisibleTo(asked.Viewer) on earlier.Import equals import.Id
                      where import.State == ImportState.Applied
                      orderby import.AppliedAt descending, import.Number descending
                      select new { import.Id, import.LinkKey, earlier.Sha256, earlier.Mapping, earlier.Title, earlier.Sheets, earlier.Rows, earlier.Mended };
        var last = await applied.FirstOrDefaultAsync(stop);
        if (last is null) return null;
        var same = await applied.FirstOrDefaultAsync(e => e.Id == last.Id && e.Sha256 == file.Sha256 && e.Mapping == file.Mapping && e.Mended == 0 && e.LinkKey == asked.LinkKey, stop);
        return same is null ? null : Unchanged(same.Title, same.Sheets, same.Rows);
    }

    /// <summary>Only a table of one score a row is read at any length.</summary>
    private static FileCheck TooLong(ImportFile file) => new("", 1, 0,
        [new(FindingKind.Error, "", null, "", "", "", new("Файл «{0}» длиннее, чем читается целиком.", file.Name), new("Разделите его на части или выгрузите таблицей из строк «работа, участник, задание, балл»: такая читается любой длины."))], Preview.Nothing, null);

    private static FileCheck Unchanged(string title, int sheets, int rows) => new(title, sheets, rows, [], Preview.Nothing, null, Unchanged: true);
}

/// <summary>Whose rights decide, and what the files may make.</summary>
public sealed record FilesAsked(Viewer Viewer, bool CreatesOrganisations, ImportDraft Draft, string? LinkKey = null);

/// <summary>All files of an import as they were found, and the organisations they bring.</summary>
public sealed record Checked(IReadOnlyList<CheckedFile> Files, NewOrganisations New);

/// <summary>A file and how to get at its cells when their turn comes; none if it could not be read.</summary>
public sealed record FileInHand(ImportFile File, Func<CancellationToken, Task<Grid?>> Cells);
