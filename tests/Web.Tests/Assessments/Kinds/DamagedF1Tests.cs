using FsCheck;
using FsCheck.Fluent;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds;

/// <summary>However a workbook is damaged, it gives findings or a plan, and what the plan sums is what the rows say.</summary>
public sealed class DamagedF1Tests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private static readonly string[] Nasty =
        ["", " ", "X", "Х", "-", "—", "нет отметки", "н", "2,5", "2.5", "1e9", "-3", "999999999999999999999", "NaN", "∞", "=A1", "ВПР 2026 Математика 6 класс", "Код участника", "Первичный балл", "edu", "edu450101", "edu450201", "6А", "11Б", "\u0000", "1 (2б)", "1 (0б)", "Итого", new('я', 500), "🙂", "'", "1;2", "03.04.2026"];

    public async ValueTask InitializeAsync() => await app.Schools();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Damage_gives_findings_or_a_plan_and_never_an_exception() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Damages().ToArbitrary(), damages =>
    {
        var rows = Rows();
        foreach (var damage in damages) damage.Do(rows);
        var sheet = GridSheet.Of("Индивидуальные результаты", rows.Select(r => r.ToArray()));
        var check = app.Check(new Grid("ф1.xlsx", Container.Xlsx, [sheet], [])).GetAwaiter().GetResult();

        return check.Plan is null ? check.NeedsMapping || check.Findings.Any(f => f.Kind == FindingKind.Error) : Agrees((ResultsPlan)check.Plan, check);
    }));

    private static bool Agrees(ResultsPlan plan, FileCheck check)
    {
        if (plan.Participants != check.Rows) return false;
        foreach (var (procedure, sheet) in plan.Procedures.SelectMany(p => p.Sheets.Select(s => (p, s))))
        {
            var scores = SheetScores.Unpack(sheet.Scores);
            var sums = sheet.Sums;
            var tasks = TaskSums.Unpack(sheet.Tasks);
            var fine = scores.Participants == sums.Participants && sums.Judged <= sums.Participants && sums.Below <= sums.Judged && sums.Marks2 <= sums.Below
                && sums.Marks2 + sums.Marks3 + sums.Marks4 + sums.Marks5 == scores.Marks.Count(m => m > 0)
                && Math.Abs(sums.ScoreSum - scores.Totals.Where(t => !double.IsNaN(t)).Sum()) < 1e-6 && scores.Codes.Distinct().Count() == scores.Codes.Length
                && tasks.Index().All(t => t.Item.Full + t.Item.Partial + t.Item.Zero == t.Item.Participants && t.Item.Sum <= procedure.Tasks[t.Index].Max * t.Item.Participants + 1e-9);
            if (!fine) return false;
        }

        return true;
    }

    private static List<List<string>> Rows()
    {
        var file = F1File.Good();
        for (var i = 4; i < 12; i++) file.Rows.Add(F1File.Row($"6{i:0000}", i % 2 == 0 ? "6А" : "6Б", "4", "2", "1", "1"));
        return [.. file.Sheet().Rows.Select(r => r.Cells.ToArray().ToList())];
    }

    private static Gen<Damage[]> Damages() => Gen.ArrayOf(
        from what in Gen.Choose(0, 5)
        from row in Gen.Choose(0, 30)
        from column in Gen.Choose(0, 14)
        from text in Gen.Elements(Nasty)
        select new Damage(what, row, column, text)).Where(d => d.Length is > 0 and < 12);

    private sealed record Damage(int What, int Row, int Column, string Text)
    {
        public void Do(List<List<string>> rows)
        {
            if (rows.Count == 0) return;
            var row = rows[Row % rows.Count];
            switch (What)
            {
                case 0 when row.Count > 0: row[Column % row.Count] = Text; break;
                case 1: rows.Remove(row); break;
                case 2: rows.Insert(Row % rows.Count, [.. row]); break;
                case 3: foreach (var each in rows.Where(r => Column < r.Count)) each.RemoveAt(Column); break;
                case 4: foreach (var each in rows) each.Insert(Math.Min(Column, each.Count), Text); break;
                default: row.Clear(); row.Add(Text); break;
            }
        }
    }
}
