using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform.Jobs;

namespace Stupeni.Assessments;

/// <summary>A small region to bring results into, and the ways to bring them.</summary>
internal static class SmallRegion
{
    public static readonly Municipality North = Municipality.Open("01", "Северный район", new(Guid.Parse("0197d3a0-0000-7000-8000-000000000001")));
    public static readonly Municipality South = Municipality.Open("02", "Южный район", new(Guid.Parse("0197d3a0-0000-7000-8000-000000000002")));

    /// <summary>Three schools: 450101 and 450102 in the north, 450201 in the south, with logins edu450101 and so on.</summary>
    public static async Task<IReadOnlyDictionary<string, Organisation>> Schools(this App app)
    {
        await app.Do(async db =>
        {
            if (await db.Municipalities.AnyAsync()) return;
            db.AddRange(Municipality.Open(North.Code, North.Name, North.Id), Municipality.Open(South.Code, South.Name, South.Id));
            foreach (var (code, name, where) in new[] { ("450101", "Берёзовская школа", North), ("450102", "Анинская школа", North), ("450201", "Верхнелужская школа № 2", South) })
                db.Add(Organisation.Open(code, OrganisationType.School, where.Id, new OrganisationFacts(name) { Login = $"edu{code}" }));
            await db.SaveChangesAsync();
        });
        return await app.Ask(db => db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Code));
    }

    public static Grid Table(string fileName, params IEnumerable<string[]> rows) => new(fileName, Container.Xlsx, [GridSheet.Of("Лист1", rows)], []);

    /// <summary>Checks a grid as a file of the kind it is taken for.</summary>
    public static async Task<FileCheck> Check(this App app, Grid grid, string? mapping = null, Viewer? viewer = null, bool creates = false, ImportDraft? draft = null)
    {
        using var scope = app.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = viewer ?? Viewer.Program;
        var kind = KindOf(scope.ServiceProvider, grid);
        return await kind.Check(new(grid, "0", mapping, viewer ?? Viewer.Program, creates, draft ?? new()), TestContext.Current.CancellationToken);
    }

    /// <summary>Checks and applies a grid the way an import does.</summary>
    public static async Task<Import> Bring(this App app, Grid grid, string? mapping = null)
    {
        using var scope = app.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var kind = KindOf(scope.ServiceProvider, grid);
        var stop = TestContext.Current.CancellationToken;
        var check = await kind.Check(new(grid, "0", mapping, Viewer.Program, false, new()), stop);
        Assert.True(check.Plan is not null, string.Join('\n', check.Findings.Select(f => $"{f.Sheet} {f.Row} {f.Letter} {f.Value}: {f.Message}")));
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var import = new Import { Number = (await db.Imports.MaxAsync(i => (int?)i.Number, stop) ?? 0) + 1, CreatedAt = new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc), ByName = "Программа" };
        db.Add(import);
        import.Applied(new DateTime(2026, 11, 20, 9, 1, 0, DateTimeKind.Utc));
        await db.SaveChangesAsync(stop);
        await kind.Apply(check.Plan!, import, stop);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return import;
    }

    public static async Task Undo(this App app, Import import)
    {
        using var scope = app.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var row = await db.Imports.SingleAsync(i => i.Id == import.Id);
        row.Undone(new DateTime(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc));
        await db.SaveChangesAsync();
        foreach (var kind in scope.ServiceProvider.GetServices<IFileKind>().OrderByDescending(k => k.Order).Where(k => k.Order >= 20)) await kind.Undo(row, TestContext.Current.CancellationToken);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>A file as it lies on a disk, through the whole import.</summary>
    /// <param name="kind">What a person says it is, where that is not what it is taken for.</param>
    public static async Task<Checked> Import(this App app, string name, byte[] content, bool creates = false, string? mapping = null, string? kind = null)
    {
        using var scope = app.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
        var stop = TestContext.Current.CancellationToken;
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var import = await scope.ServiceProvider.GetRequiredService<ReceiveFiles>().Start([new(name, () => new MemoryStream(content))], creates, new Progress<Step>(), stop);
        foreach (var file in await db.ImportFiles.Where(f => f.Import == import.Id).ToListAsync(stop)) (file.Mapping, file.Kind) = (mapping, kind ?? file.Kind);
        await db.SaveChangesAsync(stop);
        await scope.ServiceProvider.GetRequiredService<CheckImport>().Run(import, new Progress<Step>(), stop);
        await db.ImportFindings.ExecuteUpdateAsync(f => f.SetProperty(x => x.Accepted, true), stop);
        return await scope.ServiceProvider.GetRequiredService<ApplyImport>().Run(import, leaveAside: false, new Progress<Step>(), stop);
    }

    private static IFileKind KindOf(IServiceProvider services, Grid grid) =>
        services.GetServices<IFileKind>().MaxBy(k => k.Recognise(grid)?.Certainty ?? -1) ?? throw new InvalidOperationException("No kinds.");
}
