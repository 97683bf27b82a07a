using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>Writes what a file declares beside what others declared; undoing takes the rows of the import away.</summary>
public sealed class ApplyDeclared(Db db)
{
    /// <summary>Whether the latest file that declares these figures of these units says the same.</summary>
    internal async Task<bool> ChangesNothing(IReadOnlyList<AggregateLine> lines, CancellationToken stop)
    {
        foreach (var procedure in lines.GroupBy(l => l.Key))
        {
            var id = await Find(procedure.Key).Select(p => (Id<AssessmentProcedure>?)p.Id).SingleOrDefaultAsync(stop);
            if (id is null) return false;
            var rows = await (from d in db.DeclaredResults.AsNoTracking() where d.Procedure == id join i in db.Imports on d.Import equals i.Id orderby i.Number select d).ToListAsync(stop);
            var last = new Dictionary<(DeclaredReport, DeclaredUnit, string), DeclaredResult>();
            foreach (var row in rows) last[(row.Report, row.Unit, Classes(row.Report, row.Figures))] = row;
            foreach (var line in procedure)
            {
                var figures = DeclaredResult.Pack(line.Values);
                if (last.GetValueOrDefault((line.Report, line.Unit, Classes(line.Report, figures))) is not { } row || (row.Figures, row.Participants, row.Schools, row.Decimals) != (figures, line.Participants, line.Schools, line.Decimals)) return false;
            }
        }

        return true;
    }

    internal async Task Apply(string file, IReadOnlyList<AggregateLine> lines, IReadOnlyList<Subject> newSubjects, Import import, CancellationToken stop)
    {
        foreach (var subject in newSubjects)
            if (!await db.Subjects.AnyAsync(s => s.Code == subject.Code, stop)) db.Add(subject);
        await db.SaveChangesAsync(stop);
        foreach (var of in lines.GroupBy(l => l.Key))
        {
            var procedure = await Find(of.Key).SingleOrDefaultAsync(stop);
            if (procedure is null) db.Add(procedure = new() { Kind = of.Key.Kind, Subject = of.Key.Subject, Grade = of.Key.Grade, MathLevel = of.Key.Level, Year = of.Key.Year, Session = of.Key.Session });
            db.AddRange(of.Select(l => new DeclaredResult
            {
                Procedure = procedure.Id, Report = l.Report, Level = l.Unit.Level, Municipality = l.Unit.Municipality, Organisation = l.Unit.Organisation, Participants = l.Participants, Schools = l.Schools,
                Decimals = l.Decimals, Figures = DeclaredResult.Pack(l.Values), Import = import.Id, File = file[^Math.Min(file.Length, 260)..],
            }));
            await db.SaveChangesAsync(stop);
        }
    }

    internal Task Undo(Import import, CancellationToken stop) => db.DeclaredResults.Where(d => d.Import == import.Id).ExecuteDeleteAsync(stop);

    private IQueryable<AssessmentProcedure> Find(ProcedureKey key) =>
        db.Procedures.Where(p => p.Kind == key.Kind && p.Subject == key.Subject && p.Grade == key.Grade && p.MathLevel == key.Level && p.Year == key.Year && p.Session == key.Session);

    /// <summary>Files of F1 declare participants class by class: each stands for its own classes.</summary>
    private static string Classes(DeclaredReport report, string figures) => report == DeclaredReport.Participants ? figures : "";
}
