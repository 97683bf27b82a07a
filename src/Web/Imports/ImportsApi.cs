using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Documents;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>What leaves an import as a file.</summary>
public static class ImportsApi
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var imports = routes.MapGroup("/imports").RequireAuthorization(new NeedsAttribute(Permission.ImportFiles));
        imports.MapGet("/{id:guid}/errors.xlsx", Marked);
        imports.MapGet("/{id:guid}/errors.json", Lines);
        imports.MapGet("/templates/{kind}.xlsx", Template);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Marked(Guid id, Db db, Viewer viewer, Clock clock, CancellationToken stop)
    {
        if (await Seen(db, viewer, id, stop) is not { } import) return TypedResults.NotFound();

        var findings = await db.Found(import.Id, null, null, int.MaxValue, stop);
        var grids = new List<(Id<ImportFile>, Grid)>();
        foreach (var file in findings.Where(f => f.Row is not null).Select(f => (f.FileId, f.File)).Distinct())
        {
            if (await db.GridOf(file.FileId, stop) is { } grid) grids.Add((file.FileId, grid with { FileName = file.File }));
        }

        return TypedResults.File(MarkedWorkbook.Of(import.Id, findings, grids, clock.Now).ToBytes(), Xlsx, $"{Texts.Say("импорт-{0}-ошибки", import.Number)}.xlsx");
    }

    private static async Task<Results<JsonHttpResult<ErrorLines>, NotFound>> Lines(Guid id, Db db, Viewer viewer, CancellationToken stop)
    {
        if (await Seen(db, viewer, id, stop) is not { } import) return TypedResults.NotFound();
        var errors = await db.Found(import.Id, null, FindingKind.Error, int.MaxValue, stop);
        return TypedResults.Json(new ErrorLines([.. errors.Select(e => e.Line)]), Messages.Json);
    }

    private static Results<FileContentHttpResult, NotFound> Template(string kind, FileKinds kinds)
    {
        if (kinds[kind] is not { Template: { } template } known) return TypedResults.NotFound();

        if (template.More.Count > 0) return TypedResults.File(Layouts(template.More).ToBytes(), Xlsx, $"{kind}.xlsx");
        List<Column> columns = [.. template.Headers.Select(h => new Column(h, Width: Math.Max(14, h.Length + 2)))];
        IReadOnlyList<Cell> example = [.. template.Example.Select(e => (Cell)e)];
        var book = new Workbook([new(Texts.Say(known.Name), columns, []), new(ReadFiles.ExampleSheet, columns, [example]) { Title = [Texts.Say("Так выглядит заполненная строка. Этот лист не загружается.")] }]);
        return TypedResults.File(book.ToBytes(), Xlsx, $"{kind}.xlsx");
    }

    /// <summary>A blank sheet for each layout, and one that shows how all of them look when filled in.</summary>
    private static Workbook Layouts(IReadOnlyList<TemplateSheet> layouts)
    {
        var width = layouts.Max(l => l.Headers.Count);
        var shown = layouts.SelectMany(l => l.Examples.Select(e => (IReadOnlyList<string>)e).Prepend(l.Headers).Prepend([l.Name]).Append([]).Select(Cells));
        return new([.. layouts.Select(l => new Sheet(l.Name, [.. l.Headers.Select(h => new Column(h, Width: Math.Max(8, h.Length + 2)))], [])),
            new(ReadFiles.ExampleSheet, [.. Enumerable.Range(0, width).Select(_ => new Column("", Width: 18))], shown) { Title = [Texts.Say("Так выглядят заполненные строки. Этот лист не загружается.")], AutoFilter = false }]);

        static IReadOnlyList<Cell> Cells(IEnumerable<string> texts) => [.. texts.Select(t => (Cell)t)];
    }

    private static Task<Import?> Seen(Db db, Viewer viewer, Guid id, CancellationToken stop) =>
        db.Imports.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(i => i.Id == new Id<Import>(id), stop);
}

/// <summary>All errors at once: the shape of docs/commands.md.</summary>
public sealed record ErrorLines(IReadOnlyList<ErrorLine> Errors);
