using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Context;
using Stupeni.Identification;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform.Jobs;
using Stupeni.Statistics;

namespace Stupeni.Benchmarks.Lists;

/// <summary>The job itself over a database on the disk: 330 schools, 50,000 pupils in each of six procedures of three years.</summary>
internal static class RegionJob
{
    private const int Schools = 330, Years = 3;
    private static readonly DateTime Moment = new(2026, 9, 1, 6, 0, 0, DateTimeKind.Utc);

    /// <summary>Mean of the log-normal sizes is e^(0.8²/2) of the median.</summary>
    private static readonly double Cohort = 50_000.0 / Schools / Math.Exp(0.32);

    public static async Task<(long Results, TimeSpan Taken)> Run()
    {
        var folder = Directory.CreateTempSubdirectory("bench-");
        try
        {
            await using var site = await Site.Offline($"Data Source={Path.Combine(folder.FullName, "stupeni.db")}");
            using var scope = site.Services.CreateScope();
            scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            var region = new DrawnRegion(Schools, Years, Cohort, Seed.FromInt32(20261122));
            await Fill(db, region);
            var rule = await db.IdentificationRules.AsNoTracking().SingleAsync(r => r.Code == "FIOKO-2020");
            var (run, _) = await scope.ServiceProvider.GetRequiredService<RunIdentification>().Run(RunOrder.Of(rule, Stupeni.Identification.Reading.Soft, 2025, null));
            var edition = await db.EstimateEditions.AsNoTracking().OrderBy(e => e.Id).FirstAsync();

            var began = Stopwatch.GetTimestamp();
            var (estimate, _) = await scope.ServiceProvider.GetRequiredService<ComputeEstimate>().Compute(run, edition, new Progress<Step>());
            var taken = Stopwatch.GetElapsedTime(began);
            return (await db.ProcedureFits.Where(f => f.Estimate == estimate.Id).SumAsync(f => (long)f.Pupils), taken);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task Fill(Db db, DrawnRegion region)
    {
        var municipality = Municipality.Open("01", "Округ");
        var import = new Import { Number = 1, CreatedAt = Moment, ByName = "" };
        var schools = region.Known.Select(s => Organisation.Open(s.Code, OrganisationType.School, municipality.Id, new($"Школа {s.Place}") { Locality = s.IsRural ? Locality.Rural : Locality.Urban, Pupils = s.Pupils })).ToList();
        db.Add(municipality);
        db.Add(import);
        db.AddRange(schools);
        var index = new ContextIndex { Number = 1, Year = region.Index.Year, Edition = (await db.IndexEditions.OrderBy(e => e.Id).FirstAsync()).Id, At = Moment, ByName = "", FiguresSha256 = "", Schools = region.Schools, Absent = 0, Cut = 45, Start = 50 };
        db.Add(index);
        db.AddRange(schools.Select((s, at) => new IndexSchool { Index = index.Id, Organisation = s.Id, Value = region.IndexValues[at], Used = 5, IsHard = region.IndexValues[at] < 45 }));
        await db.SaveChangesAsync();
        foreach (var (procedure, own) in region.Totals)
        {
            db.Add(procedure);
            var form = new TestForm { Procedure = procedure.Id, Source = "", Edition = "" };
            db.Add(form);
            db.AddRange(own.Select(s => Sheet(procedure, schools[s.Key], form, import, s.Value, region.Below(procedure, s.Key))));
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    private static ScoreSheet Sheet(AssessmentProcedure procedure, Organisation school, TestForm form, Import import, List<int> totals, int below)
    {
        var none = new byte[totals.Count];
        var scores = new SheetScores([.. totals.Select((_, i) => $"{i}")], none, none, none, [.. totals.Select(t => (double)t)], []);
        return new()
        {
            Procedure = procedure.Id, Organisation = school.Id, Class = "", Form = form.Id, Import = import.Id, Sha256 = "", Participants = totals.Count, Judged = totals.Count, BelowThreshold = below,
            Marks2 = 0, Marks3 = 0, Marks4 = 0, Marks5 = 0, Scored = totals.Count, ScoreSum = totals.Sum(), Tasks = [], Tallies = Tallies.Of(scores).Pack(), Scores = [],
        };
    }
}
