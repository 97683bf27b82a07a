using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Documents;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>All reports of a scope in one workbook: the cells of the pages, each table a sheet, with the sentences above it.</summary>
public static class ReportsXlsx
{
    public static void MapReports(this IEndpointRouteBuilder routes) => routes.MapGet("/results/{procedure:guid}/reports.xlsx", Write).WithMetadata(new NeedsAttribute(Permission.SeeResults));

    private static async Task<IResult> Write(FindReport reports, Db db, Viewer viewer, AccessLog log, Guid procedure, Id<Municipality>? municipality, Id<Organisation>? school, CancellationToken stop)
    {
        if (await reports.Find(new(new(procedure), municipality, school), stop) is not { } found) return TypedResults.NotFound();

        var sheets = new List<Sheet>();
        foreach (var kind in found.Kinds)
        {
            var report = await reports.Of(found, kind, stop);
            foreach (var (at, part) in report.Parts.Index()) sheets.Add(Sheet(found, report, part, at));
            if (report.Missing is { } missing) sheets.Add(new(kind.Short(), [new("", Width: 100)], [[missing]]) { Title = [kind.Title()], AutoFilter = false });
        }

        log.Exported(viewer, nameof(AssessmentProcedure), procedure, $"{found.Head.Name}, {found.Scope.Shown.Name}, xlsx", found.Scope.At.School?.Value);
        var whose = found.Scope.At.School is { } one ? "-" + await db.Organisations.AsNoTracking().Where(o => o.Id == one).Select(o => o.Code).SingleAsync(stop) : "";
        return TypedResults.File(new Workbook(sheets).ToBytes(), Xlsx.MimeType, $"reports-{found.Head.Procedure.Kind}-{found.Head.Subject.Code}-{found.Head.Procedure.Year.Ends}{whose}.xlsx".ToLowerInvariant());
    }

    private static Sheet Sheet(ReportsFound found, Report report, ReportPart part, int at) =>
        new(at == 0 ? report.Kind.Short() : $"{report.Kind.Short()} {at + 1}", [.. part.Table.Columns.Select(c => new Column(c.Header, c.Kind, c.Width))],
            part.Table.Rows.Select(r => (IReadOnlyList<Cell>)[.. r.Cells.Select((c, column) => c.Written(part.Table.Columns[column].Kind))]))
        {
            Title = [$"{report.Kind.Title()}. {part.Title}", $"{found.Scope.Shown.Name}. {found.Head.Name}", .. at == 0 ? report.Readings.Select(r => r.Text) : [], .. part.Note is { } note ? new[] { note } : []],
            // Sorting would part the rows from the names over them.
            AutoFilter = !part.Table.Rows.Any(r => r.IsGroup),
        };
}
