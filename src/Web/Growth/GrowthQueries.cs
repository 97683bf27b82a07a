using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Growth;

/// <summary>A school of a study with its pupils.</summary>
public sealed record StudySchool(int Position, Id<Organisation>? Organisation, string Label, double[][] Pupils);

/// <summary>A study whose schools are those of the register, tied to a procedure, with all its pupils.</summary>
public sealed record ProcedureStudy(GrowthStudy Study, StudyColumns Columns, IReadOnlyList<StudySchool> Schools);

public static class GrowthQueries
{
    /// <summary>Studies that hold: all for the region, otherwise those with a school whose results one sees. Schools known by labels only belong to nobody but the region.</summary>
    public static IQueryable<GrowthStudy> VisibleTo(this IQueryable<GrowthStudy> studies, Viewer viewer, Db db)
    {
        var current = studies.AsNoTracking().Where(s => s.State == StudyState.Current);
        if (viewer.MayEverywhere(Permission.SeeResults)) return current;

        var seen = db.Organisations.VisibleTo(viewer, Permission.SeeResults);
        return current.Where(s => db.GrowthSchools.Any(g => g.Study == s.Id && seen.Any(o => o.Id == g.Organisation)));
    }

    /// <summary>All schools of a study, those one does not see too: a model needs every pupil.</summary>
    public static async Task<List<StudySchool>> SchoolsOf(this Db db, GrowthStudy study, CancellationToken stop = default)
    {
        var width = StudyColumns.Parse(study.Columns).Width;
        var rows = await db.GrowthSchools.AsNoTracking().Where(s => s.Study == study.Id).OrderBy(s => s.Position).ToListAsync(stop);
        return rows.ConvertAll(s => new StudySchool(s.Position, s.Organisation, s.Label, PupilRows.Unpack(s.Rows, width)));
    }

    /// <summary>The latest study with prior results of each of these procedures.</summary>
    public static async Task<Dictionary<Id<AssessmentProcedure>, ProcedureStudy>> StudiesOf(this Db db, IReadOnlyCollection<Id<AssessmentProcedure>> procedures, CancellationToken stop = default)
    {
        var studies = await db.GrowthStudies.AsNoTracking().Where(s => s.State == StudyState.Current && s.OfRegister && s.Procedure != null && procedures.Contains(s.Procedure.Value)).OrderBy(s => s.Number).ToListAsync(stop);
        var found = new Dictionary<Id<AssessmentProcedure>, ProcedureStudy>();
        foreach (var study in studies.Where(s => StudyColumns.Parse(s.Columns).Prior is not null).GroupBy(s => s.Procedure!.Value).Select(g => g.Last()))
            found[study.Procedure!.Value] = new(study, StudyColumns.Parse(study.Columns), await db.SchoolsOf(study, stop));
        return found;
    }
}
