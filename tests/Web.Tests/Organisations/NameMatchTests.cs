namespace Stupeni.Organisations;

public sealed class NameMatchTests
{
    [Theory]
    [InlineData("город Заречный", "г. Заречный", "г.Заречный", "Заречный городской округ", "городской округ Заречный", "г.о. Заречный", "ГО Заречный", "МО «город Заречный»", "ЗАРЕЧНЫЙ")]
    [InlineData("Берёзовский район", "Березовский р-н", "район Берёзовский", "Берёзовский муниципальный район", "муниципальный район «Берёзовский»", "МР Березовский", "Берёзовский м.р.", "Бeрёзовский МО")]
    [InlineData("Усть-Лужский муниципальный округ", "муниципальный округ Усть‑Лужский", "Усть – Лужский МО", "Усть Лужский")]
    public void A_municipality_is_one_however_it_is_written(params string[] names) => Assert.Single(names.Select(NameMatch.Key).Distinct());

    [Theory]
    [InlineData("МБОУ «СОШ № 5»", "МБОУ \"СОШ №5\"", "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 5»", "Средняя школа N5", "СШ No 5", "сош 5", "CОШ № 5", "МКОУ СОШ №  5", "Средняя школа номер 5")]
    [InlineData("МКОУ «Основная общеобразовательная школа с. Лесное»", "ООШ село Лесное", "Основная школа Лесное", "МОУ ООШ с.Лесное")]
    [InlineData("Лицей им. А. С. Пушкина", "МАОУ лицей имени А.С. Пушкина", "Лицей «имени А. С. Пушкина»")]
    [InlineData("МБДОУ детский сад № 3 «Ёлочка»", "Детский сад №3 Елочка", "д/с 3 «Ёлочка»", "Муниципальное дошкольное образовательное учреждение «Детский сад № 3 „Ёлочка“»")]
    public void A_school_is_one_however_it_is_written(params string[] names) => Assert.Single(names.Select(NameMatch.Organisation).Distinct());

    [Theory]
    [InlineData("СОШ № 5", "СОШ № 15")]
    [InlineData("СОШ № 5", "ООШ № 5")]
    [InlineData("Лицей № 5", "Гимназия № 5")]
    [InlineData("Лесная СОШ", "Луговая СОШ")]
    public void Other_schools_stay_apart(string one, string other) => Assert.NotEqual(NameMatch.Organisation(one), NameMatch.Organisation(other));

    [Fact]
    public void What_people_change_in_a_name_changes_nothing()
    {
        var random = new Random(4);
        for (var tries = 0; tries < 2000; tries++)
        {
            var (number, place) = (random.Next(1, 200), Places[random.Next(Places.Length)]);
            var name = $"МБОУ «СОШ № {number} {place}»";
            Assert.Equal(NameMatch.Organisation(name), NameMatch.Organisation(Changed(name, random)));
            Assert.NotEqual(NameMatch.Organisation(name), NameMatch.Organisation(Changed(name.Replace($"№ {number} ", $"№ {number + 1} ", StringComparison.Ordinal), random)));
            var district = $"{place} муниципальный район";
            Assert.Equal(NameMatch.Key(district), NameMatch.Key(Changed(random.Next(2) == 0 ? $"муниципальный район {place}" : district, random)));
        }
    }

    [Fact]
    public void A_name_brought_to_its_form_stays_as_it_is_and_is_never_empty()
    {
        foreach (var name in new[] { "МБОУ СОШ № 5 г. Заречный", "г.", "школа", "МО", "район", "№ 7", "Гимназия «Ёлка»", "МБОУ", "!", "a" })
        {
            Assert.Equal(NameMatch.Organisation(name), NameMatch.Organisation(NameMatch.Organisation(name)));
            Assert.Equal(NameMatch.Key(name), NameMatch.Key(NameMatch.Key(name)));
            Assert.Equal(name.Any(char.IsLetterOrDigit), NameMatch.Organisation(name).Length > 0 && NameMatch.Key(name).Length > 0);
        }
    }

    private static readonly string[] Places = ["Заречный", "Берёзовский", "Усть-Лужский", "Каменноярский", "Щёлково", "Анино"];

    /// <summary>Case, ё, quotes, signs of number, dashes, spaces and Latin look-alikes, as they come.</summary>
    private static string Changed(string name, Random random)
    {
        if (random.Next(2) == 0) name = name.Replace('ё', 'е').Replace('Ё', 'Е');
        if (random.Next(2) == 0) name = name.Replace("№ ", random.Next(4) switch { 0 => "№", 1 => "N", 2 => "No ", _ => "No. " }, StringComparison.Ordinal);
        if (random.Next(2) == 0) name = name.Replace("«", random.Next(2) == 0 ? "\"" : "„", StringComparison.Ordinal).Replace("»", random.Next(2) == 0 ? "\"" : "“", StringComparison.Ordinal);
        if (random.Next(2) == 0) name = name.Replace("МБОУ", "Муниципальное бюджетное общеобразовательное учреждение", StringComparison.Ordinal).Replace("СОШ", "средняя общеобразовательная школа", StringComparison.Ordinal);
        if (random.Next(2) == 0) name = name.Replace('-', '–');
        if (random.Next(2) == 0) name = name.Replace(" ", random.Next(2) == 0 ? "  " : "\u00a0", StringComparison.Ordinal);
        if (random.Next(3) == 0) name = name.Replace('о', 'o').Replace('а', 'a');
        return random.Next(3) switch { 0 => name.ToUpperInvariant(), 1 => name.ToLowerInvariant(), _ => name };
    }
}
