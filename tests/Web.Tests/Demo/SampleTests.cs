using Stupeni.Demo.Files;
using Stupeni.Demo.Sample;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Demo;

public sealed class SampleTests
{
    private static readonly SampleSize Small = new(Schools: 8, Municipalities: 2, Pupils: 1600, Seed: 7, Years: 2);

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_gives_others()
    {
        using var first = new Folder();
        using var second = new Folder();
        using var other = new Folder();
        var files = await first.Write(Small);
        await second.Write(Small);
        await other.Write(Small with { Seed = 8 });

        Assert.All(files, file => Assert.Equal(first.Bytes(file.Path), second.Bytes(file.Path)));
        Assert.NotEqual(first.Bytes(SampleFiles.Organisations), other.Bytes(SampleFiles.Organisations));
    }

    [Fact]
    public void A_region_has_the_size_it_was_asked_for()
    {
        var region = new InventedRegion(new());

        Assert.Equal((330, 26), (region.Schools.Count, region.Municipalities.Count));
        Assert.Equal(50_000, region.Schools.Sum(s => s.Pupils));
        Assert.All(region.Schools, s => Assert.True(s.Pupils >= SampleSize.LeastPupils));
        Assert.All(region.Municipalities, m => Assert.NotEmpty(region.ByMunicipality[m.Number]));
        Assert.Contains(region.Schools, s => s.Settlement.IsTown);
        Assert.Contains(region.Schools, s => !s.Settlement.IsTown);
    }

    [Theory]
    [InlineData(330, 26, 50_000)]
    [InlineData(2000, 60, 400_000)]
    public void No_name_and_no_code_stands_twice(int schools, int municipalities, int pupils)
    {
        var region = new InventedRegion(new(schools, municipalities, pupils));

        Assert.Distinct(region.Municipalities.Select(m => NameMatch.Key(m.Name)));
        Assert.Distinct(region.Schools.Select(s => s.Name).Concat(region.Others.Select(o => o.Name)));
        Assert.Distinct(region.Schools.Select(s => s.Code).Concat(region.Others.Select(o => o.Code)));
        Assert.Distinct(region.Schools.Select(s => s.Login));
    }

    [Fact]
    public void Check_digits_are_right()
    {
        for (var number = 0; number < 500; number++)
        {
            Assert.True(Identifiers.IsInn(CheckDigits.Inn(number)));
            Assert.True(Identifiers.IsOgrn(CheckDigits.Ogrn(number)));
            Assert.True(Identifiers.IsOkpo(CheckDigits.Okpo(number)));
            Assert.True(Identifiers.IsKpp(CheckDigits.Kpp(number)));
            Assert.True(Identifiers.IsOktmo(CheckDigits.Oktmo(number)));
        }
    }

    [Fact]
    public void Tasks_sum_up_to_what_the_papers_are_known_for() =>
        Assert.Equal(["ВПР MA 15", "ВПР MA 16", "ВПР RU 51", "ОГЭ MA 31", "ОГЭ RU 37", "ЕГЭ MA 32", "ЕГЭ RU 50"], InventedPaper.All.Select(p => $"{p.Exam} {p.Code} {p.MaxTotal}"));

    [Fact]
    public void A_tenth_of_the_schools_needs_support_and_many_are_too_small_to_tell()
    {
        var region = new InventedRegion(new());
        var works = (from paper in InventedPaper.All
                     let sitting = new Sitting(region, paper, SampleSize.LastYear)
                     from school in region.Schools
                     select (school.Number, Works: sitting.Works(school).ToList())).ToList();
        var low = works.Where(w => w.Works.Count >= 10 && 10 * w.Works.Count(Below) >= 3 * w.Works.Count).GroupBy(w => w.Number).Count(g => g.Count() >= 2);
        var small = works.GroupBy(w => w.Number).Count(g => g.All(w => w.Works.Count < 10));

        Assert.InRange(low, 330 * 4 / 100, 330 * 13 / 100);
        Assert.InRange(small, 330 / 5, 330 / 2);

        static bool Below(Work work) => work.Paper.Kind == ExamKind.Ege ? work.Total < work.Paper.From3 : work.Mark == 2;
    }

    [Fact]
    public void What_a_school_adds_stays_by_four_fifths_from_year_to_year()
    {
        var effects = new InventedRegion(new(Schools: 3000, Municipalities: 30, Pupils: 300_000)).Schools.Select(s => s.Effects).ToList();
        var (a, b) = (effects.Select(e => e[2025]).ToList(), effects.Select(e => e[2026]).ToList());
        var (meanA, meanB) = (a.Average(), b.Average());
        var correlation = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum() / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));

        Assert.InRange(correlation, 0.76, 0.84);
    }

    [Fact]
    public void The_fifth_grade_of_a_year_is_the_sixth_of_the_next()
    {
        var region = new InventedRegion(Small);

        foreach (var school in region.Schools)
        {
            var (fifth, sixth) = (region.Cohort(school, 2025, 5).Pupils, region.Cohort(school, 2026, 6).Pupils);
            var moved = school.Mean(2026) - school.Mean(2025);
            Assert.Equal(fifth.Length, sixth.Length);
            Assert.All(fifth.Zip(sixth), p => Assert.Equal(moved, p.Second.Ability - p.First.Ability, 9));
        }
    }

    [Theory]
    [InlineData(0, 1, 100, 1)]
    [InlineData(5, 6, 1000, 1)]
    [InlineData(5, 2, 10, 1)]
    [InlineData(5, 2, 1000, 0)]
    public void A_size_that_cannot_be_is_refused(int schools, int municipalities, int pupils, int years) =>
        Assert.Throws<RuleBroken>(() => new SampleSize(schools, municipalities, pupils, 1, years).Checked());

    private sealed class Folder : IDisposable
    {
        private readonly string path = Directory.CreateTempSubdirectory("sample-").FullName;

        public Task<IReadOnlyList<SampleFile>> Write(SampleSize size) => WriteSample.Run(path, size, new Progress<Step>(), TestContext.Current.CancellationToken);

        public byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(path, file));

        public void Dispose() => Directory.Delete(path, recursive: true);
    }
}
