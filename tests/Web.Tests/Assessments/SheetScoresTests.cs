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

    /// <summary>The hash tells a file that changes nothing from one that does, so the content it is made of may never be laid out in another way.</summary>
    [Fact]
    public void The_hash_is_of_the_content_as_it_has_always_been_written() => Check.QuickThrowOnFailure(Prop.ForAll(Sheets().ToArbitrary(), sheet =>
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write((byte)1);
        writer.Write7BitEncodedInt(sheet.Participants);
        writer.Write7BitEncodedInt(sheet.Tasks);
        foreach (var code in sheet.Codes) writer.Write(code);
        foreach (var column in new[] { sheet.Variants, sheet.Marks, sheet.JournalMarks }) writer.Write(column);
        foreach (var numbers in new[] { sheet.Totals, sheet.Scores })
        {
            var small = numbers.All(n => double.IsNaN(n) || (n is >= 0 and < 255 && n == Math.Floor(n)));
            writer.Write(small);
            foreach (var number in numbers)
                if (small) writer.Write(double.IsNaN(number) ? (byte)255 : (byte)number);
                else writer.Write(number);
        }

        writer.Write(3.5);
        writer.Write(7);
        writer.Write(2);
        return Kinds.SheetDraft.Hash(sheet, [3.5], 7, 2) == Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.ToArray()));
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
