using Stupeni.Imports.Reading.Personal;

namespace Stupeni.Imports.Reading;

public sealed class TextLooksTests
{
    [Fact]
    public void What_is_passed_over_would_have_looked_like_nothing()
    {
        var random = new Random(20260101);
        var texts = new TextLooks(new HashSet<string>(), null);
        for (var number = 0; number < 200_000; number++)
        {
            var alphabet = number % 4 == 0 ? "0123456789.,-: №()бАВнап/" : "0123456789.,-:";
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            // Texts of a cell are trimmed, and a cell that begins with a sign is looked at as ever.
            if (text.Trim() != text) continue;
            Assert.Equal(new Looks(Headers.Of(text), PersonName.Of(text)), texts.Of(text));
        }
    }
}
