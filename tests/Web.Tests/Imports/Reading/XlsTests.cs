namespace Stupeni.Imports.Reading;

public sealed class XlsTests
{
    private static readonly byte[] Book = OldOffice.Workbook("Лист1", "Код ОО", 0.30000000000000004, 45_931);

    [Theory]
    [InlineData("старый.xls")]
    [InlineData("переименован.xlsx")]
    public void An_old_workbook_is_read_whatever_it_is_called(string name)
    {
        var grid = Parts.Read(Book, name);

        Assert.Equal(Container.Xls, grid.Container);
        Assert.Equal(["1: Код ОО", "2: |0.3|2025-10-01"], grid.Rows());
        Assert.Equal("Лист1", grid.Sheets[0].Name);
        Assert.Equal(new MergedCells(4, 0, 4, 1), Assert.Single(grid.Sheets[0].Merged));
    }

    [Theory]
    [InlineData(512 + 4 * 2, 2u)]
    [InlineData(512 + 4 * 4, 2u)]
    [InlineData(512 + 4 * 1, 1u)]
    public void Chains_that_bite_their_tails_are_told(int at, uint sector)
    {
        var bad = (byte[])Book.Clone();
        BitConverter.TryWriteBytes(bad.AsSpan(at), sector);

        Assert.Contains("повреждён", Parts.Refusal(bad, "старый.xls"));
    }

    [Fact]
    public void Damage_of_any_kind_is_told_and_nothing_else() => Damage.Survived(Book, "старый.xls", cases: 300, seed: 7);
}
