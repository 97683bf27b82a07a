namespace Stupeni.Imports.Files;

public sealed class UploadForm
{
    public List<IFormFile> Files { get; set; } = [];
    public bool CreatesOrganisations { get; set; }

    /// <summary>Whether attempts of one participant are linked, and on what ground.</summary>
    public bool LinksAttempts { get; set; }
    public string? LinkGround { get; set; }

    /// <summary>The ground, where attempts are linked: empty if nobody wrote one.</summary>
    public string? Ground => LinksAttempts ? LinkGround ?? "" : null;

    /// <summary>The path of a single file in the folder it was sent from; a browser itself sends only its name.</summary>
    public string? Path { get; set; }

    public IReadOnlyList<Incoming> Incoming => [.. Files.Select(f => new Incoming(Files.Count == 1 && !string.IsNullOrWhiteSpace(Path) ? Path : f.FileName, f.OpenReadStream))];
}
