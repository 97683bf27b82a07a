using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;
using Stupeni.Platform;

namespace Stupeni.Schools;

/// <summary>The files and editions on which a school's portrait rests.</summary>
internal static class ReadSources
{
    public static async Task<List<Source>> Of(Db db, SchoolFacts facts, CancellationToken stop)
    {
        var id = facts.Id;
        var sheets = db.ScoreSheets.Where(s => s.Organisation == id && s.State == SheetState.Current);
        var imports = (await (from sheet in sheets join import in db.Imports on sheet.Import equals import.Id select new { import.Number, import.AppliedAt, sheet.Sha256 }).ToListAsync(stop)).GroupBy(i => (i.Number, i.AppliedAt)).OrderBy(g => g.Key.Number);
        var told = facts.Context.Select(c => c.Row.Origin).Distinct(StringComparer.Ordinal);
        return
        [
            .. imports.Select(i => new Source(i.Key.AppliedAt is { } at ? Texts.Say("Результаты: импорт № {0} от {1}, листов {2}", i.Key.Number, Numbers.Day(at), i.Count()) : Texts.Say("Результаты: импорт № {0}, листов {1}", i.Key.Number, i.Count()), Stamp(i.Select(s => s.Sha256)))),
            .. told.Select(t => new Source(t, "")),
            .. facts.Index is { } index ? [new Source(Texts.Say("Индекс социального благополучия № {0}, редакция «{1}»", index.Index.Number, Texts.Say(index.Edition.Edition)), index.Index.FiguresSha256)] : Array.Empty<Source>(),
            .. facts.List is { } list ? [new Source(Texts.Say("Запуск правила № {0} от {1}: {2}", list.Run, Numbers.Moment(list.At), list.Edition), await db.IdentificationRuns.Where(r => r.Number == list.Run).Select(r => r.InputSha256).SingleAsync(stop))] : Array.Empty<Source>(),
            .. facts.Estimate is { Words: var words } ? [new Source(Texts.Say("Оценка: редакция «{0}», программа {1}", Texts.Say(words.Edition.Edition), words.Estimate.CodeVersion), words.Estimate.InputSha256)] : Array.Empty<Source>(),
            .. facts.Compared is { } compared ? [new Source(Texts.Say("Похожие школы: редакция «{0}»", Texts.Say(compared.With.Edition.Edition)), "")] : Array.Empty<Source>(),
        ];
    }

    /// <summary>SHA-256 of the sheets' hashes in their order, one a line.</summary>
    private static string Stamp(IEnumerable<string> sheets) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', sheets.Order(StringComparer.Ordinal)))));
}
