using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>A region of two municipalities with schools and results, for the tests of this area.</summary>
internal sealed class Region(App app, Municipality north, Municipality south, Import import)
{
    public static readonly DateTime Noon = new(2026, 9, 1, 12, 0, 0, DateTimeKind.Utc);

    public App App => app;
    public Municipality North => north;
    public Municipality South => south;

    public static async Task<Region> Of(App app)
    {
        var (north, south) = (Municipality.Open("01", "Северный округ"), Municipality.Open("02", "Южный округ"));
        var import = new Import { Number = 7, CreatedAt = Noon, ByName = "Проверка" };
        await app.Do(db =>
        {
            db.AddRange(north, south, import);
            return db.SaveChangesAsync();
        });
        return new(app, north, south, import);
    }

    public Task<Organisation> School(string code, string name, Municipality? municipality = null) =>
        app.Save(Organisation.Open(code, OrganisationType.School, (municipality ?? north).Id, new(name)));

    public Task Oge(Organisation school, int year, int below, int participants, string subject = "MA") => Add(school, ProcedureKind.Oge, subject, 9, year, below, participants);

    public Task Vpr(Organisation school, int year, int below, int participants, string subject = "MA", int grade = 6) => Add(school, ProcedureKind.Vpr, subject, grade, year, below, participants);

    private Task Add(Organisation school, ProcedureKind kind, string subject, int grade, int year, int below, int participants) => app.Do(async db =>
    {
        var procedure = await db.Procedures.SingleOrDefaultAsync(p => p.Kind == kind && p.Subject == subject && p.Grade == grade && p.Year == new SchoolYear(year));
        var form = procedure is null ? null : await db.TestForms.SingleAsync(f => f.Procedure == procedure.Id);
        if (procedure is null)
        {
            db.Add(procedure = new() { Kind = kind, Subject = subject, Grade = grade, Year = new(year) });
            db.Add(form = new() { Procedure = procedure.Id, Source = "проверка", Edition = "1" });
        }

        var sheets = await db.ScoreSheets.Where(s => s.Procedure == procedure.Id && s.Organisation == school.Id && s.State == SheetState.Current).ToListAsync();
        foreach (var old in sheets) old.State = SheetState.Replaced;
        await db.SaveChangesAsync();
        db.Add(Sheet(procedure.Id, school.Id, form!.Id, import.Id, participants, below));
        await db.SaveChangesAsync();
    });

    public static ScoreSheet Sheet(Id<AssessmentProcedure> procedure, Id<Organisation> school, Id<TestForm> form, Id<Import> import, int participants, int below) => new()
    {
        Procedure = procedure, Organisation = school, Class = "", Form = form, Import = import, Sha256 = "", Participants = participants, Judged = participants, BelowThreshold = below,
        Marks2 = below, Marks3 = participants - below, Marks4 = 0, Marks5 = 0, Scored = 0, ScoreSum = 0, Tasks = [], Tallies = Tallies.Nothing.Pack(), Scores = [],
    };

    public Task<IdentificationRun> Run(string rule = "RON-2025", Reading? reading = null, int year = 2026, int? minParticipants = null) => Judged(app, rule, reading, year, minParticipants);

    /// <summary>A run over whatever results the app holds.</summary>
    public static async Task<IdentificationRun> Judged(App app, string rule = "RON-2025", Reading? reading = null, int year = 2026, int? minParticipants = null)
    {
        using var scope = app.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var edition = await db.IdentificationRules.AsNoTracking().FirstAsync(r => r.Code == rule);
        return (await scope.ServiceProvider.GetRequiredService<RunIdentification>().Run(RunOrder.Of(edition, reading, year, minParticipants))).Run;
    }
}
