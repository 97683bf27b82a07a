using System.Text.Json;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>A name in a file on which somebody has to decide, with what it may mean.</summary>
public sealed class ImportDoubt
{
    public Id<ImportDoubt> Id { get; init; } = Id<ImportDoubt>.New();
    public required Id<ImportFile> File { get; init; }
    public required int Position { get; init; }
    public required NameSubject Subject { get; init; }
    public required string Text { get; init; }
    public string Code { get; init; } = "";
    public string Context { get; init; } = "";

    /// <summary><see cref="NameQuestion.Key"/>: the same name in many files is one question.</summary>
    public required string Key { get; init; }
    public required int Rows { get; init; }
    public string Sheet { get; init; } = "";
    public int? Row { get; init; }
    public bool MayBeNew { get; init; }

    /// <summary>A list of <see cref="NameCandidate"/> as JSON.</summary>
    public required string Candidates { get; init; }

    internal static ImportDoubt Of(Id<ImportFile> file, int position, NameInFile found)
    {
        var (name, question) = (found.Name, found.Name.Question);
        return new()
        {
            File = file, Position = position, Subject = question.Subject, Text = question.Text, Code = question.Code, Context = question.Context, Key = question.Key, Rows = found.Rows,
            Sheet = found.Sheet.Length <= 100 ? found.Sheet : found.Sheet[..100], Row = found.Row, MayBeNew = name.MayBeNew, Candidates = JsonSerializer.Serialize(name.Candidates, Messages.Json),
        };
    }

    public NameQuestion Question => new(Subject, Text, Code, Context);

    public IReadOnlyList<NameCandidate> Likely => JsonSerializer.Deserialize<List<NameCandidate>>(Candidates, Messages.Json)!;
}

/// <summary>A cell that was mended in the workbook of errors: what stood in it and what stands now.</summary>
public sealed class ImportMend
{
    public Id<ImportMend> Id { get; init; } = Id<ImportMend>.New();
    public required Id<ImportFile> File { get; init; }
    public required string Sheet { get; init; }
    public required int Row { get; init; }
    public required string Letter { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }
}
