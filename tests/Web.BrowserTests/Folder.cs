using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Documents;
using Stupeni.Organisations;

namespace Stupeni.Browsing;

/// <summary>A folder as a coordinator has it: a folder for each school with the same file names in each, some cells wrong, a name misspelt, and what systems leave behind.</summary>
public sealed class Folder : IDisposable
{
    public const int Workbooks = 30;

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private Folder(string path) => Path = path;

    public string Path { get; }

    /// <summary>The school whose head is to read its report, and the one whose name the files misspell.</summary>
    public required Organisation School { get; init; }
    public required string Misspelt { get; init; }

    /// <param name="year">Of the results. Another year is another mistake in the name: what was decided once is not asked again.</param>
    public static Task<Folder> Make(Site site, int year) => site.Ask(async services =>
    {
        var db = services.GetRequiredService<Db>();
        var schools = await db.Organisations.AsNoTracking().Where(o => o.Type == OrganisationType.School).OrderBy(o => o.Code).Take(6).ToListAsync();
        var municipalities = await db.Municipalities.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name);
        var misspelt = schools[3].Name.Remove(schools[3].Name.Length - 3 - (year % 4), 1);
        var folder = new Folder(Directory.CreateTempSubdirectory("folder").FullName) { School = schools[0], Misspelt = misspelt };
        foreach (var (at, school) in schools.Index())
        {
            var place = Directory.CreateDirectory(System.IO.Path.Combine(folder.Path, $"Школа {at + 1}")).FullName;
            for (var grade = 4; grade < 9; grade++)
            {
                var (login, name) = at == 3 ? ("", misspelt) : (school.Login ?? school.Code, school.Name);
                File.WriteAllBytes(System.IO.Path.Combine(place, $"{grade} класс.xlsx"), Book(year, grade, login, name, municipalities[school.Municipality], wrong: at == 1 && grade < 7));
            }
        }

        File.WriteAllBytes(System.IO.Path.Combine(folder.Path, "Thumbs.db"), [1, 2]);
        File.WriteAllText(System.IO.Path.Combine(folder.Path, "прочти.docx"), "не таблица");
        File.WriteAllBytes(System.IO.Path.Combine(folder.Path, "Школа 1", "~$4 класс.xlsx"), [3]);
        return folder;
    });

    /// <summary>The folder as one file.</summary>
    public string Zip()
    {
        var zip = Path + ".zip";
        ZipFile.CreateFromDirectory(Path, zip);
        return zip;
    }

    /// <summary>The workbook of errors, mended: every wrong word becomes a score.</summary>
    public static byte[] Mended(string path)
    {
        using var memory = new MemoryStream();
        memory.Write(File.ReadAllBytes(path));
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal) && e.Name != "sheet1.xml").ToList())
            {
                XDocument sheet;
                using (var read = entry.Open()) sheet = XDocument.Load(read);
                var cells = sheet.Descendants(Main + "c").Where(c => c.Value == Browsing.Workbooks.Wrong).ToList();
                if (cells.Count == 0) continue;
                foreach (var cell in cells) cell.ReplaceWith(new XElement(Main + "c", new XAttribute("r", (string)cell.Attribute("r")!), new XElement(Main + "v", "1")));
                using var write = entry.Open();
                write.SetLength(0);
                sheet.Save(write);
            }
        }

        return memory.ToArray();
    }

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        File.Delete(Path + ".zip");
    }

    private static byte[] Book(int year, int grade, string login, string school, string municipality, bool wrong)
    {
        var head = login.Length > 0 ? $"{school} ({login}) | {municipality} | Кол-во участников: 12" : $"{school} | {municipality} | Кол-во участников: 12";
        List<string[]> rows =
        [
            [$"ВПР {year} Математика {grade} класс"], ["Предмет", "Математика"], ["Максимальный первичный балл", "6"], [head], ["", "", "", "", "", "", "Б", "Б", "П"],
            ["ОО", "Муниципалитет", "Название ОО", "Код участника", "Класс", "Вариант", "1 (2б)", "2 (1б)", "3К1 (3б)", "Первичный балл", "Отметка", "Отметка по журналу"],
            .. Enumerable.Range(1, 12).Select(n => (string[])[login, municipality, school, $"{grade}{n:0000}", $"{grade}А", "1", wrong && n == 5 ? Browsing.Workbooks.Wrong : "1", "1", $"{n % 4}", $"{2 + n % 4}", n % 4 == 0 ? "2" : "4", "4"]),
        ];
        return new Workbook([new("Ф1_Индивидуальные результаты", [.. Enumerable.Repeat(new Column(""), 12)], rows.Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => (Cell)c)]))]).ToBytes();
    }
}
