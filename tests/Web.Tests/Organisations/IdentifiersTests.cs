namespace Stupeni.Organisations;

/// <summary>The vectors of domain R65: state identifiers and one wrong digit away from them.</summary>
public sealed class IdentifiersTests
{
    [Theory]
    [InlineData("7707083893", true)]
    [InlineData("7707083894", false)]
    [InlineData("500100732259", true)]
    [InlineData("500100732258", false)]
    [InlineData("77070838", false)]
    [InlineData("770708389a", false)]
    public void Inn(string text, bool right) => Assert.Equal(right, Identifiers.IsInn(text));

    [Theory]
    [InlineData("1027700132195", true)]
    [InlineData("1042900006445", true)]
    [InlineData("1027700132196", false)]
    [InlineData("304500116000157", true)]
    [InlineData("304500116000158", false)]
    public void Ogrn(string text, bool right) => Assert.Equal(right, Identifiers.IsOgrn(text));

    [Theory]
    [InlineData("112-233-445 95", true)]
    [InlineData("11223344595", true)]
    [InlineData("112-233-445 96", false)]
    public void Snils(string text, bool right) => Assert.Equal(right, Identifiers.IsSnils(text));

    [Theory]
    [InlineData("07953526", true)]
    [InlineData("07953527", false)]
    public void Okpo(string text, bool right) => Assert.Equal(right, Identifiers.IsOkpo(text));

    [Theory]
    [InlineData("450101001", true)]
    [InlineData("4501AB001", true)]
    [InlineData("45010100", false)]
    public void Kpp(string text, bool right) => Assert.Equal(right, Identifiers.IsKpp(text));

    [Theory]
    [InlineData("37701000", true)]
    [InlineData("37701000001", true)]
    [InlineData("3770100", false)]
    public void Oktmo(string text, bool right) => Assert.Equal(right, Identifiers.IsOktmo(text));

    [Theory]
    [InlineData("edu450001", true)]
    [InlineData("edu4", true)]
    [InlineData("edu", false)]
    [InlineData("450001", false)]
    public void Login(string text, bool right) => Assert.Equal(right, Identifiers.IsLogin(text));

    [Theory]
    [InlineData("г. Заречный", "город Заречный")]
    [InlineData("Каменноярский муниципальный район", "КАМЕННОЯРСКИЙ р-н")]
    [InlineData("Берёзовский  округ", "березовский")]
    public void Names_of_one_municipality_are_one(string left, string right) => Assert.Equal(NameMatch.Key(left), NameMatch.Key(right));
}
