namespace Stupeni.Imports.Files;

public sealed class UploadForm
{
    public List<IFormFile> Files { get; set; } = [];
    public bool CreatesOrganisations { get; set; }

    /// <summary>The path of a single file in the folder it was sent from; a browser itself sends only its name.</summary>
    public string? Path { get; set; }

    public IReadOnlyList<Incoming> Incoming => [.. Files.Select(f => new Incoming(Files.Count == 1 && !string.IsNullOrWhiteSpace(Path) ? Path : f.FileName, f.OpenReadStream))];
}
