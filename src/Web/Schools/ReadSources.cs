using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;
using Stupeni.Context;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Schools;

/// <summary>The files and editions on which a school's portrait rests.</summary>
internal static class ReadSources
{
    public static async Task<List<Source>> Of(Db db, SchoolFacts facts, CancellationToken stop)
    {
        var id = facts.Id;
        var sheets = db.ScoreSheets.Where(s => s.Organisation == id && s.State == SheetState.Current);
        var stamps = await sheets.Where(s => s.Sha256 != "").Select(s => s.Sha256).Distinct().ToListAsync(stop);
        var files = await (from file in db.ImportFiles.AsNoTracking()
                           where stamps.Contains(file.Sha256)
                           join import in db.Imports on file.Import equals import.Id
                           where import.State == ImportState.Applied
                           orderby import.Number, file.Name
                           select new { import.Number, file.Name, file.Sha256 }).ToListAsync(stop);
        var told = facts.Context.Select(c => c.Row.Origin).Distinct(StringComparer.Ordinal);
        return
        [
            .. files.DistinctBy(f => f.Sha256).Select(f => new Source(Texts.Say("{0}, импорт № {1}", f.Name, f.Number), f.Sha256)),
            .. told.Select(t => new Source(t, "")),
            .. facts.Index is { } index ? [new Source(Texts.Say("Индекс социального благополучия № {0}, редакция «{1}»", index.Index.Number, Texts.Say(index.Edition.Edition)), index.Index.FiguresSha256)] : Array.Empty<Source>(),
            .. facts.List is { } list ? [new Source(Texts.Say("Запуск правила № {0} от {1}: {2}", list.Run, Numbers.Moment(list.At), list.Edition), await db.IdentificationRuns.Where(r => r.Number == list.Run).Select(r => r.InputSha256).SingleAsync(stop))] : Array.Empty<Source>(),
            .. facts.Estimate is { Words: var words } ? [new Source(Texts.Say("Оценка: редакция «{0}», программа {1}", Texts.Say(words.Edition.Edition), words.Estimate.CodeVersion), words.Estimate.InputSha256)] : Array.Empty<Source>(),
            .. facts.Compared is { } compared ? [new Source(Texts.Say("Похожие школы: редакция «{0}»", Texts.Say(compared.With.Edition.Edition)), "")] : Array.Empty<Source>(),
        ];
    }
}
