using Stupeni.Imports.Reading.Texts;
using Stupeni.Imports.Reading.Workbooks;

namespace Stupeni.Imports.Reading;

/// <summary>Reads a file nobody vouches for into a grid without names of people.</summary>
public static class Spreadsheet
{
    /// <summary>Reads from a stream of any length; one that is longer than the limit is not read to its end.</summary>
    /// <exception cref="Unreadable">The file is refused; it says why.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Grid Read(Stream content, string fileName, Limits limits, PersonalColumns personal, CancellationToken stop)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            stop.ThrowIfCancellationRequested();
            if (bytes.Length + read > limits.FileBytes) throw TooLarge(fileName, limits);
            bytes.Write(buffer, 0, read);
        }
        return Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), fileName, limits, personal, stop);
    }

    /// <inheritdoc cref="Read(Stream, string, Limits, PersonalColumns, CancellationToken)"/>
    public static Grid Read(ReadOnlyMemory<byte> content, string fileName, Limits limits, PersonalColumns personal, CancellationToken stop)
    {
        if (content.Length > limits.FileBytes) throw TooLarge(fileName, limits);

        return Read(content, new(fileName, limits, stop), personal);
    }

    private static Grid Read(ReadOnlyMemory<byte> content, Source source, PersonalColumns personal)
    {
        var container = FirstBytes.Of(content.Span, source.FileName);
        var sheets = container switch
        {
            Container.Xlsx => XlsxFile.Read(content, source),
            Container.Xls => XlsFile.Read(content, source),
            Container.Text => [TextFile.Read(content, source)],
            _ => throw new InvalidOperationException($"No reader for {container}."),
        };
        return personal.TakenOutOf(new(source.FileName, container, sheets, []));
    }

    private static Unreadable TooLarge(string fileName, Limits limits) =>
        new(new("Файл «{0}» больше {1} МБ. Удалите лишние листы и картинки или разделите его на части.", fileName, limits.FileBytes >> 20));
}
