using Stupeni.Demo.Sample;
using Stupeni.Documents;

namespace Stupeni.Demo.Files;

/// <summary>Codes of the pupils of the grades that write something, with school and class.</summary>
internal static class PupilsFile
{
    public static void Write(Stream to, InventedRegion region, int year)
    {
        var rows = from grade in InventedPaper.Grades
                   from school in region.Schools
                   from pupil in region.Cohort(school, year, grade).Pupils
                   select (IReadOnlyList<Cell>)[pupil.Code, school.Code, pupil.Class];
        Csv.Write(to, new($"{year}", [new("Код участника"), new("Код ОО"), new("Класс")], rows));
    }
}
