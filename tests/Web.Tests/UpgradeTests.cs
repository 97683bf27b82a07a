using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Stupeni.Assessments;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni;

/// <summary>A database that the first release made, with people's rows in it, becomes today's without losing any.</summary>
public sealed class UpgradeTests
{
    [Fact]
    public async Task A_database_of_the_first_release_keeps_its_rows()
    {
        var name = $"u{Guid.CreateVersion7():N}";
        var connection = Environment.GetEnvironmentVariable("TEST_PG") is { Length: > 0 } server ? $"{server};Database={name}" : $"Data Source={Path.Combine(Path.GetTempPath(), name)}.db";
        var options = new DbContextOptionsBuilder<Db>();
        options.UseEngineOf(connection);
        var stop = TestContext.Current.CancellationToken;
        await using var db = new Db(options.Options);
        try
        {
            await Start(db, stop);
            await Fill(db, stop);

            await db.Database.MigrateAsync(stop);

            Assert.Empty(await db.Database.GetPendingMigrationsAsync(stop));
            db.ChangeTracker.Clear();
            var sheet = await db.ScoreSheets.SingleAsync(stop);
            Assert.Equal(("6А", 2, 1, 7.0), (sheet.Class, sheet.Participants, sheet.BelowThreshold, sheet.ScoreSum));
            Assert.Equal(("Берёзовская школа", "edu450101"), await db.Organisations.Select(o => new ValueTuple<string, string?>(o.Name, o.Login)).SingleAsync(stop));
            Assert.Equal((1, ImportState.Applied), await db.Imports.Select(i => new ValueTuple<int, ImportState>(i.Number, i.State)).SingleAsync(stop));
            Assert.Equal("MA", await db.Procedures.Select(p => p.Subject).SingleAsync(stop));
            Assert.False(await db.DeclaredResults.AnyAsync(stop) || await db.DiscrepancyDecisions.AnyAsync(stop));
        }
        finally
        {
            await db.Database.EnsureDeletedAsync(stop);
        }
    }

    /// <summary>The first migration alone; its name is too short for the migrator to be asked for it.</summary>
    private static async Task Start(Db db, CancellationToken stop)
    {
        var (creator, history, migrations) = (db.GetService<IRelationalDatabaseCreator>(), db.GetService<IHistoryRepository>(), db.GetService<IMigrationsAssembly>());
        await creator.CreateAsync(stop);
        await db.Database.ExecuteSqlRawAsync(history.GetCreateScript(), stop);
        var (id, type) = migrations.Migrations.First();
        var first = migrations.CreateMigration(type, db.Database.ProviderName!);
        foreach (var command in db.GetService<IMigrationsSqlGenerator>().Generate(first.UpOperations, null)) await db.Database.ExecuteSqlRawAsync(command.CommandText.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), stop);
        await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new(id, "10")), stop);
    }

    private static async Task Fill(Db db, CancellationToken stop)
    {
        var now = new DateTime(2026, 9, 1, 6, 0, 0, DateTimeKind.Utc);
        var municipality = Municipality.Open("01", "Северный район");
        var school = Organisation.Open("450101", OrganisationType.School, municipality.Id, new OrganisationFacts("Берёзовская школа") { Login = "edu450101" });
        var import = Id<Import>.New();
        var procedure = new AssessmentProcedure { Kind = ProcedureKind.Vpr, Subject = "MA", Grade = 6, Year = new(2026) };
        var form = new TestForm { Procedure = procedure.Id, Source = "Ф1", Edition = "2025/26" };
        db.Add(new Subject { Code = "MA", Name = "Математика", EnglishName = "Mathematics", Position = 1 });
        // Imports have more columns today than they had then.
        await db.Database.ExecuteSqlInterpolatedAsync(
            $"""INSERT INTO "Imports" ("Id", "Number", "CreatedAt", "ByName", "State", "AppliedAt", "CreatesOrganisations", "Token") VALUES ({import.Value}, 1, {now}, {"Программа"}, {"Applied"}, {now}, {false}, 0)""", stop);
        await db.SaveChangesAsync(stop);
        db.AddRange(municipality, school, procedure, form);
        await db.SaveChangesAsync(stop);
        // So have sheets.
        await db.Database.ExecuteSqlInterpolatedAsync(
            $"""
            INSERT INTO "ScoreSheets" ("Id", "Procedure", "Organisation", "Class", "Form", "Import", "Sha256", "State", "Participants", "Judged", "BelowThreshold", "Marks2", "Marks3", "Marks4", "Marks5", "Scored", "ScoreSum", "Tasks", "Tallies", "Scores")
            VALUES ({Guid.CreateVersion7()}, {procedure.Id.Value}, {school.Id.Value}, {"6А"}, {form.Id.Value}, {import.Value}, {new string('0', 64)}, {"Current"}, 2, 2, 1, 1, 0, 0, 1, 2, 7.0, {Array.Empty<byte>()}, {Tallies.Nothing.Pack()}, {new byte[] { 1, 2, 3 }})
            """, stop);
    }
}
