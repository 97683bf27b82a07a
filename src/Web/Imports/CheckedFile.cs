namespace Stupeni.Imports;

/// <summary>A file with what the check found. No kind: nobody knows it; no check: it could not be read.</summary>
public sealed record CheckedFile(ImportFile File, IFileKind? Kind, FileCheck? Check, FileView View)
{
    public FileState State => Check switch
    {
        null => FileState.Unreadable,
        { NeedsMapping: true } => FileState.NeedsMapping,
        _ when Kind is null => FileState.Unknown,
        _ when Errors > 0 => FileState.HasErrors,
        _ when Doubts.Count > 0 => FileState.NeedsNames,
        { Unchanged: true } => FileState.Unchanged,
        _ when Warnings > 0 => FileState.HasWarnings,
        _ => FileState.Ready,
    };

    public int Errors { get; } = Check?.Findings.Count(f => f.Kind == FindingKind.Error) ?? 0;
    public int Warnings { get; } = Check?.Findings.Count(f => f.Kind == FindingKind.Warning) ?? 0;
    public IReadOnlyCollection<NameInFile> Doubts => Check?.Names?.Doubts ?? [];

    /// <summary>What those that come after have to know of it.</summary>
    internal ImportFile Seen => new()
    {
        Import = File.Import, Position = File.Position, Name = File.Name, Sha256 = File.Sha256, Kind = Kind?.Code ?? "", Mapping = File.Mapping, Mended = File.Mended,
        State = State, Title = Check?.Title ?? "", Sheets = Check?.Sheets ?? 0, Rows = Check?.Rows ?? 0,
    };
}
