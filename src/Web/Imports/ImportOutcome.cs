using System.Text.Json.Serialization;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>What a command says it did: docs/commands.md.</summary>
public sealed record ImportOutcome(int? Import, IReadOnlyList<FileOutcome> Files, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ErrorLine>? Errors)
{
    public static ImportOutcome Refused(string file, string message) => new(null, [], [new(file, null, null, null, null, message, null)]);

    public static ImportOutcome Of(Import? import, ImportAsked asked, IReadOnlyList<CheckedFile> done, IReadOnlyList<Message?> refusals, bool applied)
    {
        var refused = done.Any(d => !ApplyImport.MayGo(d.State)) || (!asked.DryRun && !asked.AcceptWarnings && done.Any(d => d.Warnings > 0));
        var files = done.OrderBy(d => d.File.Position).Select(d => FileOutcome.Of(d, refusals[d.File.Position], applied, asked)).ToList();
        return new(import?.Number, files, refused ? [.. files.SelectMany(f => f.Errors.Concat(f.State == "refused" && f.Errors.Count == 0 ? f.Warnings : []))] : null);
    }

    /// <summary>The same for people.</summary>
    public void Tell(TextWriter to)
    {
        foreach (var file in Files) to.WriteLine($"{file.File}: {file.Said}, {Texts.Count(file.Rows, "строка|строки|строк")}{(file.Title.Length > 0 ? $" — {file.Title}" : "")}");
        foreach (var line in Files.SelectMany(f => f.Warnings.Select(w => (Texts.Say("Предупреждение"), w)).Concat(f.Errors.Select(e => (Texts.Say("Ошибка"), e))))) to.WriteLine(Line(line.Item1, line.Item2));
        if (Files.Count == 0) foreach (var error in Errors ?? []) to.WriteLine(error.Message);
        if (Import is { } number) to.WriteLine(Texts.Say("Импорт № {0} применён.", number));
        else if (Errors is not null) to.WriteLine(Texts.Say("Ничего не изменено."));
    }

    private static string Line(string kind, ErrorLine e)
    {
        var place = string.Join(", ", new[] { e.File, e.Sheet, e.Row is { } row ? Texts.Say("строка {0}", row) : null, e.Column }.Where(p => !string.IsNullOrEmpty(p)));
        return $"{kind}: {place}{(e.Value is null ? "" : $" = {e.Value}")}: {e.Message} {e.Mend}".TrimEnd();
    }
}

/// <summary>One file of it.</summary>
public sealed record FileOutcome(string File, string? Kind, string State, int Rows, int Sheets, IReadOnlyList<ErrorLine> Warnings, IReadOnlyList<ErrorLine> Errors)
{
    [JsonIgnore]
    public string Title { get; private init; } = "";

    [JsonIgnore]
    public string Said => State switch
    {
        "applied" => Texts.Say("Применён").ToLowerInvariant(),
        "unchanged" => Texts.Say("Уже загружен").ToLowerInvariant(),
        "checked" => Texts.Say("проверен"),
        _ => Texts.Say("не принят"),
    };

    internal static FileOutcome Of(CheckedFile done, Message? refusal, bool applied, ImportAsked asked)
    {
        var (name, found) = (done.File.Name, done.Check?.Findings ?? []);
        List<ErrorLine> errors = [.. found.Where(f => f.Kind == FindingKind.Error).Select(f => ErrorLine.Of(name, f))];
        errors.AddRange(done.Doubts.Select(d => ErrorLine.Of(name, d)));
        if (refusal is not null) errors.Add(new(name, null, null, null, null, refusal.Say(), null));
        if (done.State == FileState.NeedsMapping && errors.Count == 0) errors.Add(new(name, null, null, null, null, Texts.Say("Непонятно, что в каких столбцах."), Texts.Say("Назовите столбцы на сайте и сохраните образец, затем укажите --map ИМЯ, или ответьте через --set.")));
        List<ErrorLine> warnings = [.. found.Where(f => f.Kind == FindingKind.Warning).Select(f => ErrorLine.Of(name, f))];
        var state = done.State == FileState.Unchanged ? "unchanged" : !ApplyImport.MayGo(done.State) || (!asked.DryRun && !asked.AcceptWarnings && warnings.Count > 0) ? "refused" : applied ? "applied" : "checked";
        return new(name, done.Kind?.Code, state, done.Check?.Rows ?? 0, done.Check?.Sheets ?? 0, warnings, errors) { Title = done.Check?.Title ?? "" };
    }
}
