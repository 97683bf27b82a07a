using Microsoft.EntityFrameworkCore;

namespace Stupeni.Assessments;

public static class TaskDescriptionQueries
{
    /// <summary>What is known of the tasks of a procedure, by their codes: the catalogue that was imported last.</summary>
    public static async Task<Dictionary<string, TaskDescription>> Descriptions(this Db db, ProcedureKey key, CancellationToken stop)
    {
        var rows = await (from d in db.TaskDescriptions.AsNoTracking()
                          where d.Kind == key.Kind && d.Subject == key.Subject && d.Grade == key.Grade && d.MathLevel == key.Level && d.Year == key.Year
                          join import in db.Imports on d.Import equals import.Id
                          orderby import.Number
                          select d).ToListAsync(stop);
        var last = new Dictionary<string, TaskDescription>();
        foreach (var row in rows) last[row.Code] = row;
        return last;
    }
}
