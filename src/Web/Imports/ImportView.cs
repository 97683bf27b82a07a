using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>An import as its page shows it: files, the first findings of all files in order.</summary>
/// <param name="Names">Distinct names on which somebody has to decide.</param>
public sealed record ImportView(Import Import, IReadOnlyList<ImportFile> Files, IReadOnlyList<FoundRow> Errors, IReadOnlyList<FoundRow> Warnings, int Names)
{
    public int ErrorsInAll => Files.Sum(f => f.State is FileState.NeedsMapping or FileState.Received ? 0 : f.Errors);
    public int FilesWithErrors => Files.Count(f => f.Errors > 0 && f.State is not (FileState.NeedsMapping or FileState.Received));
    public int FilesToName => Files.Count(f => f.State == FileState.NeedsNames);
    public int Mended => Files.Sum(f => f.Mended);
    public int FilesToMap => Files.Count(f => f.State == FileState.NeedsMapping);
    public int WarningsInAll => Files.Sum(f => f.State is FileState.HasWarnings or FileState.HasErrors or FileState.NeedsNames ? f.Warnings : 0);
    public int MayGo => Files.Count(f => f.State is FileState.Ready or FileState.HasWarnings);
    public int Unchanged => Files.Count(f => f.State == FileState.Unchanged);
    public int Stuck => Files.Count - MayGo - Unchanged;
    public int Waiting => Files.Count(f => f.State == FileState.Received);
    public int Rows => Files.Sum(f => f.Rows);
    public int Dropped => Files.Sum(f => f.DroppedValues);
    public bool IsDraft => Import.State == ImportState.Draft;
}

/// <summary>A finding with the name of its file.</summary>
public sealed record FoundRow(Id<ImportFinding> Id, Id<ImportFile> FileId, string File, FindingKind Kind, string Sheet, int? Row, string Column, string Letter, string Value, Message Message, Message? Mend, bool Accepted)
{
    public ErrorLine Line => new(File, Blank(Sheet), Row, Blank(Column), Blank(Value), Message.Say(), Mend?.Say());

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}

/// <summary>A finding as programs read it: docs/commands.md.</summary>
public sealed record ErrorLine(string File, string? Sheet, int? Row, string? Column, string? Value, string Message, string? Mend)
{
    /// <summary>A doubtful name: on the site it is decided once, a command has nobody to ask.</summary>
    public static ErrorLine Of(string file, NameInFile doubt) => new(file, doubt.Sheet.Length == 0 ? null : doubt.Sheet, doubt.Row, null, doubt.Name.Question.Text,
        Texts.Say("Название «{0}» нашлось не наверняка. Похоже на: {1}.", doubt.Name.Question.Text, string.Join("; ", doubt.Name.Candidates.Select(c => c.Label))),
        Texts.Say("Исправьте название или загрузите файл на сайте: там можно один раз решить, что оно значит."));

    public static ErrorLine Of(string file, Finding finding) =>
        new(file, finding.Sheet.Length == 0 ? null : finding.Sheet, finding.Row, finding.Column.Length == 0 ? null : finding.Column, finding.Value.Length == 0 ? null : finding.Value, finding.Message.Say(), finding.Mend?.Say());
}

public static class ImportViewQueries
{
    public const int Shown = 200;

    public static async Task<ImportView> ViewOf(this Db db, Id<Import> id, CancellationToken stop = default)
    {
        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == id, stop);
        var files = await db.ImportFiles.AsNoTracking().Where(f => f.Import == id).OrderBy(f => f.Position).ToListAsync(stop);
        var shown = import.State == ImportState.Draft ? Shown : 0;
        return new(import, files, await db.Found(id, null, FindingKind.Error, shown, stop), await db.Found(id, null, FindingKind.Warning, shown, stop), shown == 0 ? 0 : await db.CountDoubts(id, stop));
    }

    /// <summary>What was found in the files of an import, or in one of them. Of a file whose columns are not named yet there is nothing to mend: it has questions, not errors.</summary>
    public static async Task<IReadOnlyList<FoundRow>> Found(this Db db, Id<Import> import, Id<ImportFile>? only, FindingKind? kind, int most, CancellationToken stop = default)
    {
        if (most == 0) return [];
        var rows = await (from file in db.ImportFiles.AsNoTracking()
                          where file.Import == import && (only == null || file.Id == only) && file.State != FileState.NeedsMapping && file.State != FileState.Received
                          join finding in db.ImportFindings.AsNoTracking() on file.Id equals finding.File
                          where kind == null || finding.Kind == kind
                          orderby file.Position, finding.Position
                          select new { file.Name, Finding = finding }).Take(most).ToListAsync(stop);
        return [.. rows.Select(r => new FoundRow(r.Finding.Id, r.Finding.File, r.Name, r.Finding.Kind, r.Finding.Sheet, r.Finding.Row, r.Finding.Column, r.Finding.Letter, r.Finding.Value,
            Messages.Of(r.Finding.Message, r.Finding.MessageArgs), r.Finding.Mend.Length == 0 ? null : Messages.Of(r.Finding.Mend, r.Finding.MendArgs), r.Finding.Accepted))];
    }
}

/// <summary>An import as a line of the list.</summary>
public sealed record ImportRow(Id<Import> Id, int Number, ImportState State, string ByName, DateTime CreatedAt, DateTime? AppliedAt, DateTime? UndoneAt, int Files, int Rows, int Errors)
{
    public DateTime At => UndoneAt ?? AppliedAt ?? CreatedAt;
}

public static class ImportList
{
    public const int PageSize = 50;

    /// <summary>The latest first; the next page begins below a number.</summary>
    public static Task<List<ImportRow>> List(this Db db, Viewer viewer, ImportState? state, int? below, int most, CancellationToken stop = default) =>
        db.Imports.AsNoTracking().VisibleTo(viewer).Where(i => (state == null ? i.State != ImportState.Discarded : i.State == state) && (below == null || i.Number < below)).OrderByDescending(i => i.Number).Take(most)
            .Select(i => new ImportRow(i.Id, i.Number, i.State, i.ByName, i.CreatedAt, i.AppliedAt, i.UndoneAt,
                db.ImportFiles.Count(f => f.Import == i.Id), db.ImportFiles.Where(f => f.Import == i.Id).Sum(f => f.Rows), db.ImportFiles.Where(f => f.Import == i.Id).Sum(f => f.Errors)))
            .ToListAsync(stop);
}
