namespace Stupeni.Imports.Files;

public sealed class UploadForm
{
    public List<IFormFile> Files { get; set; } = [];
    public bool CreatesOrganisations { get; set; }

    /// <summary>Whether attempts of one participant are linked, and on what ground.</summary>
    public bool LinksAttempts { get; set; }
    public string? LinkGround { get; set; }

    public IReadOnlyList<Incoming> Incoming => [.. Files.Select(f => new Incoming(f.FileName, f.OpenReadStream))];
}
