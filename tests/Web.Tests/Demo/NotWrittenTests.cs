using Stupeni.Demo.Files;
using Stupeni.Demo.Sample;

namespace Stupeni.Demo;

/// <summary>What was not held, or cannot be judged, is not invented, and it is said why.</summary>
public sealed class NotWrittenTests
{
    [Fact]
    public void Five_years_have_every_paper() => Assert.Empty(NotWritten.Of(new SampleSize(Years: 5)));

    [Fact]
    public void Ten_years_leave_out_what_was_not_held_and_what_nobody_can_judge()
    {
        var left = NotWritten.Of(new SampleSize(Years: 10)).Select(n => n.Said).ToList();

        Assert.Equal(6, left.Count);
        Assert.Contains("ОГЭ 2020, русский язык: ОГЭ в 2020 году не проводился", left);
        Assert.Contains("ЕГЭ 2018, русский язык: минимального балла этого года в справочнике нет", left);
    }

    [Fact]
    public void Their_files_are_not_written()
    {
        var files = SampleFiles.Of(new(new(Schools: 4, Municipalities: 1, Pupils: 400, Years: 9))).Select(f => f.Path).ToList();

        Assert.Contains(files, f => f.StartsWith("ege/ЕГЭ 2019", StringComparison.Ordinal));
        Assert.DoesNotContain(files, f => f.StartsWith("ege/ЕГЭ 2018", StringComparison.Ordinal));
        Assert.DoesNotContain(files, f => f.StartsWith("oge/ОГЭ 2020", StringComparison.Ordinal));
    }
}
