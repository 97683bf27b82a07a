namespace Stupeni.Demo.Sample;

/// <summary>An invented region: what its files tell of. Everything follows from the size and the seed.</summary>
internal sealed class InventedRegion
{
    public const string Code = "99", Name = "Среднереченская область", TimeZone = "Asia/Yekaterinburg";

    private readonly Dictionary<(int Year, int Grade), int[]> firstCodes = [];

    public InventedRegion(SampleSize size)
    {
        (Size, Chance) = (size.Checked(), new(size.Seed));
        (Municipalities, var names) = InventedMunicipality.Invent(size.Municipalities, size.Schools, Chance);
        Schools = InventSchools.Of(size, Municipalities, names, Chance);
        ByMunicipality = Schools.ToLookup(s => s.Municipality.Number);
        Others = [.. Municipalities.SelectMany(m => OtherOrganisation.In(m, [.. ByMunicipality[m.Number]], Chance.Branch("others", m.Number)))];
        foreach (var year in size.SchoolYears)
            foreach (var grade in InventedPaper.Grades) firstCodes[(year, grade)] = FirstCodes(year, grade);
    }

    public SampleSize Size { get; }
    public Chance Chance { get; }
    public List<InventedMunicipality> Municipalities { get; }
    public List<InventedSchool> Schools { get; }
    public ILookup<int, InventedSchool> ByMunicipality { get; }
    public List<OtherOrganisation> Others { get; }

    /// <summary>The pupils of a grade of a school in a year; the same however often they are asked for, and the fifth grade a year before it is the sixth.</summary>
    public Cohort Cohort(InventedSchool school, int year, int grade) =>
        new(school, year, grade, firstCodes[(year, grade)][school.Number], SizeOf(school, year, grade), Chance.Branch(grade == 5 ? $"pupils {year + 1} 6" : $"pupils {year} {grade}", school.Number));

    private int[] FirstCodes(int year, int grade)
    {
        var (codes, next) = (new int[Schools.Count], grade * 1_000_000 + 1);
        foreach (var school in Schools)
        {
            codes[school.Number] = next;
            next += SizeOf(school, year, grade);
        }

        return codes;
    }

    /// <summary>Those who were born in one year stay as many: the grade grows older with them.</summary>
    private int SizeOf(InventedSchool school, int year, int grade)
    {
        var mean = school.OfGrade(grade);
        return mean <= 0 ? 0 : Math.Max(0, (int)Math.Round(mean + Math.Sqrt(mean) * Chance.Branch("born", year - grade).Branch("school", school.Number).Normal(0, 0.8)));
    }
}
