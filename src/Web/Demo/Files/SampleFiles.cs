using Stupeni.Demo.Sample;

namespace Stupeni.Demo.Files;

/// <summary>All files of an invented region, as its people have them.</summary>
internal static class SampleFiles
{
    public const string Organisations = "organisations.xlsx";

    public static List<SampleFile> Of(InventedRegion region) =>
    [
        new(Organisations, new(0, SampleKind.Organisations), to => OrganisationsFile.Write(to, region)),
        .. region.Size.SchoolYears.SelectMany(year => OfYear(region, year)),
    ];

    private static IEnumerable<SampleFile> OfYear(InventedRegion region, int year)
    {
        yield return new($"context/context-{year}.xlsx", new(year, SampleKind.Context), to => ContextFile.Write(to, region, year));
        yield return new($"pupils/pupils-{year}.csv", new(year, SampleKind.Pupils), to => PupilsFile.Write(to, region, year));
        yield return new($"reference/Каталог заданий {year}.xlsx", new(year, SampleKind.Reference), to => CatalogueFile.Write(to, year));
        yield return new($"reference/Шкалы отметок ВПР {year}.xlsx", new(year, SampleKind.Reference), to => ScalesFile.Write(to, year));
        foreach (var paper in InventedPaper.All.Where(p => NotWritten.Of(p, year) is null))
        {
            var sitting = new Lazy<Sitting>(() => new(region, paper, year));
            var name = $"{paper.Exam} {year} {paper.Subject} {paper.Grade} класс";
            if (paper.Kind == ExamKind.Vpr)
            {
                foreach (var municipality in region.Municipalities)
                    yield return new($"vpr/{year}/Ф1 {name} - {municipality.Name}.xlsx", new(year, SampleKind.Vpr), to => F1File.Write(to, sitting.Value, municipality));
            }
            else if (paper.Kind == ExamKind.Oge) yield return new($"oge/{name}.xlsx", new(year, SampleKind.Oge), to => ExamFile.Write(to, sitting.Value, asCsv: false));
            else if (paper.Code == "RU") yield return new($"ege/{name}.csv", new(year, SampleKind.Ege), to => ExamFile.Write(to, sitting.Value, asCsv: true));
            else yield return new($"ege/{name}.xlsx", new(year, SampleKind.Ege), to => ExamFile.Write(to, sitting.Value, asCsv: false));
        }
    }
}
