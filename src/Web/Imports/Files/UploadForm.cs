namespace Stupeni.Imports.Files;

public sealed class UploadForm
{
    public List<IFormFile> Files { get; set; } = [];
    public bool CreatesOrganisations { get; set; }

    public IReadOnlyList<Incoming> Incoming => [.. Files.Select(f => new Incoming(f.FileName, f.OpenReadStream))];
}
