using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reference;

/// <summary>What the forms of reference data offer to choose from.</summary>
internal static class Choices
{
    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<ProcedureKind>().Select(k => new SelectListItem(ProcedureName.Kind(k), k.ToString()));

    public static IEnumerable<SelectListItem> Levels => Enum.GetValues<MathLevel>().Select(l => new SelectListItem(ProcedureName.Level(l), l.ToString()));

    public static IEnumerable<SelectListItem> AnyKind => [new(Texts.Say("любая"), ""), .. Kinds];

    public static IEnumerable<SelectListItem> AnyLevel => [new(Texts.Say("любой"), nameof(MathLevel.None)), .. Levels.Where(l => l.Value != nameof(MathLevel.None))];

    public static IEnumerable<SelectListItem> Flags => Enum.GetValues<Comparability>().Where(f => f != Comparability.SmallSample).Select(f => new SelectListItem(f.Word(), f.ToString()));

    public static IEnumerable<SelectListItem> Origins => new[] { RuleOrigin.Regional, RuleOrigin.Own }.Select(o => new SelectListItem(o.Word(), o.ToString()));

    public static async Task<List<SelectListItem>> SubjectChoices(this Db db, CancellationToken stop) =>
        [new(Texts.Say("выберите"), ""), .. (await db.Subjects.AsNoTracking().OrderBy(s => s.Position).ThenBy(s => s.Name).ToListAsync(stop)).Select(s => new SelectListItem(s.Said, s.Code))];
}
