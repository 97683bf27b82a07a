using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Context;
using Stupeni.Demo.Files;
using Stupeni.Demo.Sample;
using Stupeni.Identification;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Demo;

/// <summary>
/// Fills an empty database with an invented region, through the same imports as a person's files. It is complete when the demo people are there;
/// until then it goes on where it was stopped. A database of a real region is never touched.
/// </summary>
public sealed class LoadDemo(IServiceScopeFactory scopes)
{
    /// <summary>Large municipalities come in parts, so that memory stays in bounds.</summary>
    private const int MostFiles = 120;

    private const string Ready = "Область готова";

    /// <returns>Whether the database is a demo now; false for one that has something else in it.</returns>
    public async Task<bool> Run(SampleSize size, IProgress<Step> progress, CancellationToken stop)
    {
        if (await Now(stop) is var state && state != DemoState.Unfinished) return state == DemoState.Complete;

        var folder = Directory.CreateTempSubdirectory("stupeni-demo-").FullName;
        try
        {
            var parts = new ProgressParts(progress);
            var files = await WriteSample.Run(folder, size, parts.Next(0.12), stop);
            await Alone(services => Open(services, stop));
            await Bring(folder, files, parts, stop);
            await Alone(services => Index(services, size, stop));
            await Alone(services => Identify(services, size, parts.Next(0.06), stop));
            await Alone(services => DemoObjections.Send(services, stop));
            await Alone(services => services.GetRequiredService<DemoPeople>().Invite(stop));
            parts.End(Ready);
            return true;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<DemoState> Now(CancellationToken stop)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (await db.Users.AnyAsync(p => p.IsDemo, stop)) return DemoState.Complete;
        var region = await db.Regions.AsNoTracking().SingleOrDefaultAsync(stop);
        var isDemo = region is { Code: InventedRegion.Code, Name: InventedRegion.Name };
        return isDemo || (region is null && !await db.Organisations.AnyAsync(stop)) ? DemoState.Unfinished : DemoState.Other;
    }

    private static async Task Open(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<Db>();
        if (!await db.Regions.AnyAsync(stop)) db.Add(new Region { Code = InventedRegion.Code, Name = InventedRegion.Name, TimeZone = InventedRegion.TimeZone });
        await db.SaveChangesAsync(stop);
        Clock.LiveIn(InventedRegion.TimeZone);

        // What was being checked when the last start was stopped.
        foreach (var draft in await db.Imports.Where(i => i.State == ImportState.Draft && i.By == null).ToListAsync(stop)) await db.Discard(draft, stop);
    }

    private async Task Bring(string folder, IReadOnlyList<SampleFile> files, ProgressParts parts, CancellationToken stop)
    {
        var batches = files.Where(f => f.Batch is not null).GroupBy(f => f.Batch!.Value).SelectMany(g => g.Chunk(MostFiles)).ToList();
        var all = batches.Sum(b => b.Sum(f => Length(folder, f)));
        foreach (var batch in batches)
        {
            var part = parts.Next(0.80 * batch.Sum(f => Length(folder, f)) / all);
            await Alone(services => Bring(services, [.. batch.Select(f => Path.Combine(folder, f.Path))], part, stop));
        }
    }

    private static async Task Bring(IServiceProvider services, List<string> paths, IProgress<Step> progress, CancellationToken stop)
    {
        var db = services.GetRequiredService<Db>();
        var here = (await db.ImportFiles.Where(f => f.State == FileState.Applied).Select(f => f.Sha256).ToListAsync(stop)).ToHashSet();
        var left = paths.FindAll(path => !here.Contains(Sha256(path)));
        if (left.Count == 0) return;
        if (here.Count > 0 && left.Exists(path => Path.GetFileName(path) == SampleFiles.Organisations))
            throw new RuleBroken("В базе уже начата демонстрационная область другого размера. Повторите с теми же ключами или возьмите пустую папку данных.");

        var outcome = await services.GetRequiredService<ImportPaths>().Run(new(left, false, true, false, null, new Dictionary<string, string>()), progress, stop);
        if (outcome.Errors is [var error, ..]) throw new RuleBroken("{0}: {1}", "", error.File, error.Message);
    }

    /// <summary>Of few schools no index is made: the page of the year says so.</summary>
    private static async Task Index(IServiceProvider services, SampleSize size, CancellationToken stop)
    {
        var edition = await services.GetRequiredService<Db>().IndexEditions.AsNoTracking().OrderBy(e => e.Weighting).ThenBy(e => e.Id).FirstAsync(stop);
        if (size.Schools < edition.MinSchools) return;
        foreach (var year in size.SchoolYears) await services.GetRequiredService<ComputeIndex>().Compute(edition, new(year), stop);
    }

    private static async Task Identify(IServiceProvider services, SampleSize size, IProgress<Step> progress, CancellationToken stop)
    {
        // The last run is the one that pages show.
        (string Rule, Reading Reading)[] runs = [.. size.Years > 1 ? [("FIOKO-2020", Reading.Strict)] : Array.Empty<(string, Reading)>(), ("RON-2025", Reading.Any)];
        foreach (var (at, (code, reading)) in runs.Index())
        {
            progress.Report(new(at, runs.Length, "Правило {0}", code));
            var rule = await services.GetRequiredService<Db>().IdentificationRules.AsNoTracking().Where(r => r.Code == code).OrderBy(r => r.Id).FirstAsync(stop);
            var (run, _) = await services.GetRequiredService<RunIdentification>().Run(RunOrder.Of(rule, reading, SampleSize.LastYear, null), stop);
            var edition = await services.GetRequiredService<Db>().EstimateEditions.AsNoTracking().OrderBy(e => e.Id).FirstAsync(stop);
            if (size.Schools >= edition.MinSchools) await services.GetRequiredService<ComputeEstimate>().Compute(run, edition, progress, stop);
        }
    }

    /// <summary>Each step in a scope of its own: what it loaded is let go with it.</summary>
    private async Task Alone(Func<IServiceProvider, Task> step)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
        await step(scope.ServiceProvider);
    }

    private static long Length(string folder, SampleFile file) => new FileInfo(Path.Combine(folder, file.Path)).Length;

    private static string Sha256(string path)
    {
        using var content = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private enum DemoState { Unfinished, Complete, Other }
}
