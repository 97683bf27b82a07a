using System.Globalization;

namespace Stupeni.Assessments.Kinds.Protocols;

public sealed class MaskTests
{
    [Fact]
    public void Any_scores_printed_as_a_mask_read_back()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 2000; round++)
        {
            var scores = Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(0, 10)).ToArray();
            var maxima = scores.Select(s => Math.Max(1, s) + random.Next(0, 5)).ToArray();
            var shorts = string.Concat(scores.Select(s => s == 0 ? random.Next(2) == 0 ? "-" : "0" : s == 1 && random.Next(2) == 0 ? "+" : s.ToString(CultureInfo.InvariantCulture)));
            var longs = string.Concat(scores.Zip(maxima, (s, max) => s == 0 && random.Next(3) == 0 ? $"-({max})" : $"{s}({max})"));

            Assert.Equal(scores.Select(s => new MaskScore(s, null)), AnswerMask.Read(shorts)!);
            Assert.Equal(scores.Zip(maxima, (s, max) => new MaskScore(s, max)), AnswerMask.Read(longs)!);
        }
    }

    [Theory]
    [InlineData("+ - +", 3)]
    [InlineData("+−–", 3)]
    [InlineData("12.0", 2)]
    [InlineData("1(1) 2(3); 12(20)", 3)]
    public void Spaces_dashes_and_numbers_of_spreadsheets_do_not_matter(string mask, int tasks) => Assert.Equal(tasks, AnswerMask.Read(mask)!.Length);

    [Theory]
    [InlineData("+?-")]
    [InlineData("1(1)2")]
    [InlineData("1()")]
    [InlineData("1(0)")]
    [InlineData("(2)")]
    [InlineData("1(1)x")]
    [InlineData("Иванов")]
    public void What_is_no_mask_is_refused(string text) => Assert.Null(AnswerMask.Read(text));
}
