using System.Text;

namespace Stupeni.Imports.Reading;

/// <summary>Tells by its first bytes what a file is; its name is not asked.</summary>
internal static class FirstBytes
{
    private static readonly (byte[] Start, string Name)[] Foreign =
    [
        ("%PDF"u8.ToArray(), "документ PDF"),
        ("{\\rtf"u8.ToArray(), "документ RTF"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "картинка PNG"),
        ([0xFF, 0xD8, 0xFF], "картинка JPEG"),
        ("GIF8"u8.ToArray(), "картинка GIF"),
        ("BM"u8.ToArray(), "картинка BMP"),
        ("II*\0"u8.ToArray(), "картинка TIFF"),
        ("MM\0*"u8.ToArray(), "картинка TIFF"),
        ("RIFF"u8.ToArray(), "картинка WebP или запись"),
        ("Rar!"u8.ToArray(), "архив RAR"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "архив 7-Zip"),
        ([0x1F, 0x8B], "архив GZip"),
        ("MZ"u8.ToArray(), "программа"),
        ("MIME-Version:"u8.ToArray(), "веб-архив"),
        ("SQLite format 3"u8.ToArray(), "база данных SQLite"),
    ];

    private static readonly string[] Markup = ["<!doctype", "<html", "<head", "<body", "<table", "<meta", "<style", "<!--"];

    internal static Container Of(ReadOnlySpan<byte> content, string fileName)
    {
        if (content.IsEmpty) throw new Unreadable(new("Файл «{0}» пуст: в нём 0 байт. Выгрузите его заново.", fileName));
        if (content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("PK\u0005\u0006"u8)) return Container.Xlsx;
        if (content.StartsWith(Workbooks.Ole.Mark)) return Container.Xls;

        foreach (var (start, name) in Foreign)
            if (content.StartsWith(start) && (start.Length > 2 || HasNul(content))) throw NotATable(fileName, name);

        var beginning = Encoding.UTF8.GetString(content[..Math.Min(content.Length, 1_024)]).Replace("\0", "").TrimStart('\uFEFF', '\uFFFD', ' ', '\t', '\r', '\n');
        if (Markup.Any(m => beginning.StartsWith(m, StringComparison.OrdinalIgnoreCase))) throw NotATable(fileName, "веб-страница (HTML)");
        if (beginning.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
            throw NotATable(fileName, beginning.Contains("Excel.Sheet", StringComparison.Ordinal) ? "таблица XML 2003" : "документ XML");
        return Container.Text;
    }

    internal static Unreadable NotATable(string fileName, string what) =>
        new(new("Файл «{0}» – это {1}, а нужна таблица. Откройте его в программе, где он создан, и сохраните как книгу Excel (.xlsx).", fileName, new Message(what)));

    private static bool HasNul(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, 512)].Contains((byte)0);
}
