namespace Stupeni.Documents;

public sealed class AddressTests
{
    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    [InlineData(16_383, "XFD")]
    public void A_column_has_its_letters_and_is_found_by_them(int column, string letters)
    {
        Assert.Equal(letters, Address.Column(column));
        Assert.Equal(column, Address.ColumnOf(letters + "12"));
        Assert.Equal(column, Address.ColumnOf(letters.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("XFE1")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA1")]
    [InlineData("Ж1")]
    public void What_names_no_column_is_none(string cell) => Assert.Equal(-1, Address.ColumnOf(cell));
}
