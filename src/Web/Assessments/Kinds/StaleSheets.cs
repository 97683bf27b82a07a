using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>
/// Sheets of classes that a corrected file no longer names, while their participants stand in it under other classes: «6» has become 6А and 6Б.
/// They give way, or everybody would be counted twice.
/// </summary>
internal static class StaleSheets
{
    private const string Subject = nameof(ScoreSheet);

    /// <summary>Shorter codes are numbers in a class, not codes of pupils: they tell a pupil only together with the result.</summary>
    private const int ShortestCode = 4;

    public static async Task<IReadOnlyList<Id<ScoreSheet>>> Find(
        Db db, IReadOnlyList<SheetDraft> sheets, IReadOnlyDictionary<(Id<Organisation> Organisation, string Class), CurrentSheet> current, FindingList findings, CancellationToken stop)
    {
        var named = sheets.Select(s => (s.School.Id, s.Class)).ToHashSet();
        var schools = sheets.GroupBy(s => s.School.Id).ToDictionary(g => g.Key, g => g.ToList());
        var others = current.Where(c => schools.ContainsKey(c.Key.Organisation) && !named.Contains(c.Key)).ToList();
        var stale = new List<Id<ScoreSheet>>();
        foreach (var (place, sheet) in others)
        {
            var packed = await db.ScoreSheets.AsNoTracking().Where(s => s.Id == sheet.Id).Select(s => s.Scores).SingleAsync(stop);
            var before = SheetScores.Unpack(packed);
            var now = schools[place.Organisation].SelectMany(s => Rows(SheetScores.Unpack(s.Scores))).ToHashSet();
            var met = Rows(before).Where(now.Contains).ToList();
            if (met.Count == 0) continue;

            var school = schools[place.Organisation][0].School.Name;
            if (met.Count == before.Participants)
            {
                stale.Add(sheet.Id);
                findings.Warning(new(""), new("{0}: лист «{1}» больше не действует, все его участники есть в файле в других классах.", school, place.Class), new("Если это не так, проверьте классы в файле."));
            }
            else if (met.Exists(m => m.Code.Length >= ShortestCode))
                findings.Error(new(""), new("{0}: участники файла уже есть в листе «{1}», которого в файле нет: {2}.", school, place.Class, string.Join(", ", met.Select(m => m.Code).Take(10))), new("Загрузите файл со всеми классами школы."));
        }

        return stale;
    }

    public static async Task Retire(Db db, Import import, IReadOnlyList<Id<ScoreSheet>> sheets, CancellationToken stop)
    {
        if (sheets.Count == 0) return;
        await db.ScoreSheets.Where(s => sheets.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.State, SheetState.Replaced), stop);
        db.AddRange(sheets.Select(s => new ImportEffect { Import = import.Id, Subject = Subject, SubjectId = s.Value, Before = nameof(SheetState.Current), After = nameof(SheetState.Replaced) }));
    }

    public static async Task Restore(Db db, Import import, CancellationToken stop)
    {
        var ids = (await db.ImportEffects.Where(e => e.Import == import.Id && e.Subject == Subject).Select(e => e.SubjectId).ToListAsync(stop)).ConvertAll(id => new Id<ScoreSheet>(id));
        if (ids.Count > 0) await db.ScoreSheets.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.State, SheetState.Current), stop);
    }

    /// <summary>The import that retired a sheet of this one, if it still holds.</summary>
    public static Task<int?> RetiredBy(Db db, Import import, CancellationToken stop) =>
        (from sheet in db.ScoreSheets
         where sheet.Import == import.Id
         join effect in db.ImportEffects on (Guid)(object)sheet.Id equals effect.SubjectId
         where effect.Subject == Subject
         join later in db.Imports on effect.Import equals later.Id
         where later.State == ImportState.Applied
         orderby later.Number descending
         select (int?)later.Number).FirstOrDefaultAsync(stop);

    private static IEnumerable<(string Code, double Total, byte Mark)> Rows(SheetScores scores) => Enumerable.Range(0, scores.Participants)
        .Select(row => scores.Codes[row].Length >= ShortestCode ? (scores.Codes[row], 0.0, (byte)0) : (scores.Codes[row], double.IsNaN(scores.Totals[row]) ? -1e9 : scores.Totals[row], scores.Marks[row]));
}
