using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>The region's minimums as a file: the same checks as the form.</summary>
public sealed class ThresholdFileTests
{
    private static readonly string[] Header = ["Процедура", "Предмет", "Уровень математики", "С года", "По год", "Минимальный балл", "Условие", "Источник", "Редакция"];

    [Fact]
    public async Task Minimums_are_brought_replaced_and_given_back()
    {
        await using var app = new App();
        var first = await app.Bring(Of(["ОГЭ", "Математика", "", "2026", "2027", "8", "не менее 2 по геометрии", "приказ № 45", "2026"], ["ЕГЭ", "Математика", "профильный", "2026", "", "27", "", "приказ № 45", "2026"]));
        Assert.True((await app.Check(Of(["ОГЭ", "Математика", "", "2026", "2027", "8", "не менее 2 по геометрии", "приказ № 45", "2026"]))).Unchanged);
        Assert.Equal([(ProcedureKind.Oge, MathLevel.None, 2027, ScoreKind.Primary, 8), (ProcedureKind.Ege, MathLevel.Profile, 2026, ScoreKind.Test, 27)], await Held(app));

        var later = await app.Bring(Of(["ОГЭ", "Математика", "", "2026", "2026", "9", "", "приказ № 50", "2026"]));
        Assert.Equal(9, (await Held(app))[0].Minimum);
        await Assert.ThrowsAsync<RuleBroken>(() => app.Undo(first));
        await app.Undo(later);
        Assert.Equal((2027, 8), ((await Held(app))[0].To, (await Held(app))[0].Minimum));
        await app.Undo(first);
        Assert.Empty(await Held(app));
    }

    [Fact]
    public async Task Everything_the_form_refuses_the_file_refuses_with_its_cell()
    {
        await using var app = new App();
        await app.Bring(Of(["ОГЭ", "Физика", "", "2024", "2026", "10", "", "приказ № 1", "2024"]));

        var check = await app.Check(Of(
            ["ОГЭ", "Математика", "", "2026", "2025", "8", "", "приказ", "2026"], ["ОГЭ", "Химия", "", "2026", "2026", "8", "", "", "2026"], ["ОГЭ", "Биология", "", "2026", "2026", "0", "", "приказ", "2026"], ["ОГЭ", "Астрология", "", "2026", "2026", "8", "", "приказ", "2026"],
            ["ОГЭ", "История", "", "2025", "2026", "8", "", "приказ", "2026"], ["ОГЭ", "История", "", "2026", "2027", "9", "", "приказ", "2026"], ["ОГЭ", "Физика", "", "2026", "2026", "11", "", "приказ", "2026"]));

        Assert.Null(check.Plan);
        Assert.Equal([(2, "Последний год не раньше первого."), (3, "Напишите источник: приказ, письмо или методику."), (4, "Нужно число больше нуля."), (5, "Предмет «Астрология» не найден."), (7, "Годы этой строки уже заняты другой строкой того же предмета."), (8, "В справочнике уже есть свой минимум на 2024–2026 годы: 10.")],
            check.Findings.Select(f => (f.Row ?? 0, f.Message.Say())));
    }

    [Fact]
    public async Task Only_those_who_keep_reference_data_bring_minimums()
    {
        await using var app = new App();
        var school = (await app.Schools())["450101"];
        var viewer = new Viewer(null, "Технический специалист", "", [new("SchoolTeamTechnician", "Технический специалист", ScopeKind.Organisation, school.Id.Value, [Permission.ImportFiles])]);

        var check = await app.Check(Of(["ОГЭ", "Математика", "", "2026", "2026", "8", "", "приказ", "2026"]), viewer: viewer);

        Assert.Null(check.Plan);
        Assert.Contains("кто ведёт справочники", check.Findings[0].Message.Say(), StringComparison.Ordinal);
    }

    private static Grid Of(params string[][] rows) => SmallRegion.Table("минимальные баллы.xlsx", [Header, .. rows]);

    private static async Task<List<(ProcedureKind Kind, MathLevel Level, int To, ScoreKind Score, double Minimum)>> Held(App app) =>
        (await app.Ask(db => db.MinimumThresholds.AsNoTracking().Where(t => t.Origin == RuleOrigin.Regional).ToListAsync())).OrderByDescending(t => t.Kind == ProcedureKind.Oge).Select(t => (t.Kind, t.MathLevel, t.To.Ends, t.Score, t.Minimum)).ToList();
}
