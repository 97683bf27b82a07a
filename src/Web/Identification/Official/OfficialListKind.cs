using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Identification.Official;

/// <summary>The official lists of schools as a file: by code, login or name, with a yes or no per list and the act.</summary>
public sealed class OfficialListKind(Db db, ApplyOfficial apply) : IFileKind
{
    private const int Named = 10;

    public string Code => "low-results-list";

    public string Name => "Официальный список школ: ШНОР, ШНСУ, признаки необъективности";

    public int Order => 27;

    public FileTemplate Template => new(["Год", "Код ОО", "Логин", "Муниципалитет", "ОО", "ШНОР", "Школа с необъективностью", "ШНСУ", "Группа риска", "Основание", "Номер акта", "Дата акта"],
        ["2026", "450101", "edu450101", "город Заречный", "Заречная СОШ № 1", "1", "0", "0", "0", "приказ Департамента образования", "183", "24.01.2026"]);

    public Recognition? Recognise(Grid grid)
    {
        var tables = OfficialTable.Of(grid);
        return tables.Count == 0 ? null : new(tables.Any(t => t.Flags.Count > 0) ? 0.96 : 0.8);
    }

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var findings = new FindingList();
        if (!file.Viewer.MayEverywhere(Permission.EditReference)) findings.Error(new(""), new("Официальные списки загружает тот, кто ведёт справочники области."), new("Передайте файл региональному координатору."));
        var schools = new SchoolFinder(await OrganisationIndex.Of(db, file, stop), findings);
        var (tables, read) = (OfficialTable.Of(file.Grid), new OfficialRows(schools, findings));
        foreach (var table in tables)
            foreach (var row in table.Body) read.Read(table, row);
        if (read.Listings.Count == 0 && !findings.HasErrors) findings.Error(new(""), new("В списке нет ни одной школы."));

        var plan = new OfficialPlan([.. read.Listings.Values]);
        if (!findings.HasErrors) await Left(plan, findings, stop);
        var years = plan.Listings.Select(l => l.Year).Distinct().Order().ToList();
        return new($"Официальный список школ, {string.Join(", ", years.Select(y => y.Ends))}: школ {schools.Count}", tables.Count, plan.Listings.Count, findings.All, tables is [var first, ..] ? Preview.Of(first.Header, first.Body) : Preview.Nothing, findings.HasErrors ? null : plan,
            Unchanged: !findings.HasErrors && await apply.ChangesNothing(plan, stop),
            Changes: [.. read.Listings.Values.Zip(read.Schools).GroupBy(l => l.Second).Select(g => new PlannedChange(g.Key, new("В списках: {0}", ListWords(g.Select(l => l.First)))))]);
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => apply.Apply((OfficialPlan)plan, import, stop);

    public Task Undo(Import import, CancellationToken stop) => apply.Undo(import, stop);

    /// <summary>Schools of an earlier edition that this one does not name stay in the list: a list may come in parts.</summary>
    private async Task Left(OfficialPlan plan, FindingList findings, CancellationToken stop)
    {
        foreach (var list in plan.Listings.GroupBy(l => (l.Year, l.List)))
        {
            var (year, kind) = list.Key;
            var held = await (from listing in db.OfficialListings.AsNoTracking()
                              where listing.Year == year && listing.List == kind && listing.State == ListingState.Current && listing.Listed
                              join school in db.Organisations on listing.Organisation equals school.Id
                              orderby school.Name
                              select new { school.Id, school.Name }).ToListAsync(stop);
            var named = list.Select(l => l.Organisation).ToHashSet();
            if (held.Where(h => !named.Contains(h.Id)).Select(h => h.Name).ToList() is { Count: > 0 } left)
                findings.Warning(new(""), new("Список «{0}», {1}: в прежней редакции есть школы, которых нет в файле: {2}. Они останутся в списке.", new Message(kind.Title()), year.Ends, string.Join(", ", left.Take(Named)) + (left.Count > Named ? "…" : "")),
                    new("Если школа исключена, добавьте её строку с нулём."));
        }
    }

    private static string ListWords(IEnumerable<OfficialListing> listings) => listings.Where(l => l.Listed).Select(l => l.List.Title()).ToList() is { Count: > 0 } names ? string.Join(", ", names) : "—";
}

internal sealed record OfficialPlan(IReadOnlyList<OfficialListing> Listings) : IFilePlan;
