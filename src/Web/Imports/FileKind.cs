using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>A kind of file that the product knows. Areas add kinds; the imports area finds the right one, shows what it found and applies it.</summary>
public interface IFileKind
{
    /// <summary>Never changes: organisations, vpr-f1, exam-protocol, results-table, pupils.</summary>
    string Code { get; }

    /// <summary>What people call it: a text key.</summary>
    string Name { get; }

    /// <summary>Later kinds build on what earlier ones bring: organisations 10, pupils 20, results 30.</summary>
    int Order { get; }

    /// <summary>Whether the grid is of this kind, looked at alone; null if it is not.</summary>
    Recognition? Recognise(Grid grid);

    /// <summary>Reads the grid against the database, writing nothing: everything wrong at once, and a plan to apply.</summary>
    Task<FileCheck> Check(FileToCheck file, CancellationToken stop);

    /// <summary>Whether <see cref="Check"/> reads a file of any length from the disk (<see cref="WholeFiles"/>), of which the grid is only the beginning.</summary>
    bool ReadsWhole => false;

    /// <summary>Carries out the plan inside the import's transaction.</summary>
    Task Apply(IFilePlan plan, Import import, CancellationToken stop);

    /// <summary>Takes back what this kind did in the import; refuses with <see cref="RuleBroken"/> where something was built on it since.</summary>
    Task Undo(Import import, CancellationToken stop);

    /// <summary>Headers and an example for those who begin with an empty sheet; null if the file comes from another system.</summary>
    FileTemplate? Template => null;

    /// <summary>The kind's own page where a person says what the columns are: /imports/{id}/files/{file}/{MapPage}. Null if nothing is ever mapped.</summary>
    string? MapPage => null;

    /// <summary>What a kept mapping says, in words: each question that was answered, with its answer.</summary>
    Task<IReadOnlyList<(string Question, string Answer)>> Answers(string columns, CancellationToken stop) => Task.FromResult<IReadOnlyList<(string, string)>>([]);

    /// <summary>Whether <c>--set key=value</c> of the command line means anything to the kind.</summary>
    bool TakesSettings => MapPage is not null;

    /// <summary>What <c>--set key=value</c> of the command line says, as the mapping that <see cref="Check"/> reads.</summary>
    string MappingOf(IReadOnlyDictionary<string, string> settings) => System.Text.Json.JsonSerializer.Serialize(settings);
}

/// <summary>What a file was taken for, how surely (0..1), and what would be needed to be sure.</summary>
public sealed record Recognition(double Certainty, bool NeedsMapping = false, IReadOnlyList<Message>? Missing = null);

/// <summary>A grid with what the person said of it.</summary>
/// <param name="Mapping">The wizard's answer as JSON of the kind's own shape, or null.</param>
/// <param name="Viewer">Whose rights decide which organisations exist for the file.</param>
/// <param name="Draft">What files checked before it in the same import will bring: new organisations by code, pupils' places.</param>
/// <param name="Version">The version of a kept mapping by which the file was read when it was checked before.</param>
/// <param name="LinkKey">The fingerprint of the key by which attempts were linked while reading; none where they were not.</param>
public sealed record FileToCheck(Grid Grid, string Sha256, string? Mapping, Viewer Viewer, bool CreatesOrganisations, ImportDraft Draft, Id<MappingVersion>? Version = null, string? LinkKey = null);

/// <summary>The outcome of a check: what it is in words, counts, all findings, a few rows to look at, and the plan if there are no errors.</summary>
/// <param name="Title">What the file holds, in Russian: «ВПР 2026, математика, 6 класс».</param>
/// <param name="Unchanged">Applying would change nothing: all of it is known already.</param>
/// <param name="Changes">What applying changes, one line for each organisation.</param>
/// <param name="Names">How the names in it were understood, and those that nobody has decided yet.</param>
/// <param name="Version">The version of a kept mapping by which it was read.</param>
public sealed record FileCheck(string Title, int Sheets, int Rows, IReadOnlyList<Finding> Findings, Preview Preview, IFilePlan? Plan, bool NeedsMapping = false, bool Unchanged = false, IReadOnlyList<PlannedChange>? Changes = null, FileNames? Names = null, Id<MappingVersion>? Version = null);

/// <summary>One line of what will change: the organisation as people name it, and what happens to it.</summary>
public sealed record PlannedChange(string Organisation, Message What);

/// <summary>A sheet to begin with: the headers and one row as it might be.</summary>
public sealed record FileTemplate(IReadOnlyList<string> Headers, IReadOnlyList<string> Example)
{
    /// <summary>A kind of several layouts: a sheet for each, in place of the only one.</summary>
    public IReadOnlyList<TemplateSheet> More { get; init; } = [];
}

/// <summary>One layout of a template.</summary>
public sealed record TemplateSheet(string Name, IReadOnlyList<string> Headers, params IReadOnlyList<string[]> Examples);

/// <summary>What applying will do; the kind's own shape.</summary>
public interface IFilePlan;

/// <summary>Something found in a file.</summary>
/// <param name="Row">The row as the spreadsheet numbers it; null if it is about the sheet.</param>
/// <param name="Column">The header of the column.</param>
/// <param name="Letter">The letter of the column.</param>
/// <param name="Mend">How to mend it.</param>
public sealed record Finding(FindingKind Kind, string Sheet, int? Row, string Column, string Letter, string Value, Message Message, Message? Mend = null);

/// <summary>The first rows as they will be read: headers and cells.</summary>
public sealed record Preview(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const int ShownRows = 5, ShownColumns = 12;

    public static readonly Preview Nothing = new([], []);

    /// <summary>The first rows under the header, as they stand.</summary>
    public static Preview Of(GridRow header, IEnumerable<GridRow> body)
    {
        var width = Math.Min(header.Count, ShownColumns);
        return new([.. Enumerable.Range(0, width).Select(c => header[c])], [.. body.Where(r => r.Count > 0).Take(ShownRows).Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(0, width).Select(c => r[c])])]);
    }
}
