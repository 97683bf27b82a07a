using System.Security.Cryptography;
using System.Text;
using Stupeni.Imports.Reading;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>Reads files nobody vouches for: each once, within its limit, into packed cells without names of people.</summary>
public sealed class ReadFiles(FileKinds kinds)
{
    /// <summary>The sheet of a template that shows how rows look.</summary>
    public const string ExampleSheet = "Пример";

    private readonly Lock turn = new();

    /// <summary>The files as rows and packed cells, nothing stored.</summary>
    public IReadOnlyList<Received> Read(IReadOnlyList<Incoming> files, IProgress<Step> progress, CancellationToken stop, Linking? linking = null) =>
        ReadTogether.All(files, progress, (file, token) => Read(file, linking, token), stop);

    /// <param name="linking">Makes hashes of codes of participants, where attempts are to be linked.</param>
    public Received Read(Incoming file, Linking? linking, CancellationToken stop)
    {
        var name = file.Name;
        var sha = Sha(Encoding.UTF8.GetBytes(name));
        try
        {
            var bytes = Bounded(file, stop);
            sha = file.Sha256 ?? Sha(bytes.Span);
            var grid = Contacts.Without(WithoutExample(Spreadsheet.Read(bytes, name, Limits.Default, new() { Link = linking is null ? null : linking.Hash }, stop)));
            return new(name, sha, grid.ToBytes(), kinds.Recognise(grid)?.Code ?? "", grid.DroppedColumns.Sum(c => c.Values), grid.Sheets.Sum(s => s.Rows.Count), null, ErrorsBook.Of(grid));
        }
        catch (Unreadable refusal)
        {
            return new(name, sha, null, "", 0, 0, refusal.Why, null);
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException or EndOfStreamException or ArgumentException)
        {
            return new(name, sha, null, "", 0, 0, new("Файл «{0}» из архива не распаковывается: он повреждён или закрыт паролем. Пришлите его отдельно.", name), null);
        }
    }

    /// <summary>One byte more than the limit is enough to know; a bomb is not unpacked any further.</summary>
    private ReadOnlyMemory<byte> Bounded(Incoming file, CancellationToken stop)
    {
        // Files of one request or of one archive share its stream, so they are taken in turn.
        using var mine = turn.EnterScope();
        using var content = file.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int got; bytes.Length <= Limits.Default.FileBytes && (got = content.Read(buffer)) > 0;)
        {
            stop.ThrowIfCancellationRequested();
            bytes.Write(buffer, 0, got);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static string Sha(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static Grid WithoutExample(Grid grid) =>
        grid.Sheets.Any(s => s.Name == ExampleSheet) && grid.Sheets.Count > 1 ? grid with { Sheets = [.. grid.Sheets.Where(s => s.Name != ExampleSheet)] } : grid;
}

/// <summary>A file as it comes: its name, with the folder it lay in, and its bytes.</summary>
public sealed record Incoming(string Name, Func<Stream> Open)
{
    /// <summary>Of the whole file, where only its beginning is given.</summary>
    public string? Sha256 { get; init; }
}

/// <summary>A file that has been read: its cells packed, or why it could not be read.</summary>
/// <param name="Book">Set if it is our own workbook of errors, mended.</param>
public sealed record Received(string Name, string Sha256, byte[]? Cells, string Kind, int DroppedValues, int Rows, Message? Refusal, ErrorsBook? Book)
{
    public Received Refused(Message why) => this with { Cells = null, Kind = "", Rows = 0, DroppedValues = 0, Refusal = why, Book = null };

    public ImportFile ToFile(Id<Import> import, int position) => new()
    {
        Import = import, Position = position, Name = Name, Sha256 = Sha256, Kind = Kind, DroppedValues = DroppedValues, Rows = Rows,
        State = Cells is null ? FileState.Unreadable : FileState.Received, Errors = Cells is null ? 1 : 0,
    };
}
