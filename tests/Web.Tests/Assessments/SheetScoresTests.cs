using FsCheck;
using FsCheck.Fluent;

namespace Stupeni.Assessments;

public sealed class SheetScoresTests
{
    [Fact]
    public void What_is_packed_comes_out_the_same() => Check.QuickThrowOnFailure(Prop.ForAll(Sheets().ToArbitrary(), sheet =>
    {
        var back = SheetScores.Unpack(sheet.Pack());
        return back.Codes.SequenceEqual(sheet.Codes) && back.Variants.SequenceEqual(sheet.Variants) && back.Marks.SequenceEqual(sheet.Marks) && back.JournalMarks.SequenceEqual(sheet.JournalMarks)
            && back.Totals.SequenceEqual(sheet.Totals) && back.Scores.SequenceEqual(sheet.Scores);
    }));

    [Fact]
    public void Full_partial_and_zero_add_up_to_those_who_have_a_score() => Check.QuickThrowOnFailure(Prop.ForAll(Sheets().ToArbitrary(), sheet =>
    {
        var sums = TaskSums.Of(sheet, [.. Enumerable.Repeat(2.0, sheet.Tasks)]);
        return sums.Index().All(t => t.Item.Full + t.Item.Partial + t.Item.Zero == Enumerable.Range(0, sheet.Participants).Count(p => !double.IsNaN(sheet[p, t.Index])))
            && TaskSums.Unpack(TaskSums.Pack(sums)).SequenceEqual(sums);
    }));

    private static Gen<SheetScores> Sheets() =>
        from people in Gen.Choose(0, 12)
        from tasks in Gen.Choose(0, 6)
        from marks in Gen.ArrayOf(Gen.Elements<byte>(0, 2, 3, 4, 5), people)
        from totals in Gen.ArrayOf(Gen.Elements(double.NaN, 0, 3, 7.5, -1.2613242, 250, 1000), people)
        from scores in Gen.ArrayOf(Gen.Elements(double.NaN, 0, 1, 2, 0.5, 254, 255), people * tasks)
        select new SheetScores([.. Enumerable.Range(0, people).Select(i => $"6{i:0000}")], new byte[people], marks, marks, totals, people == 0 ? [] : scores);
}
