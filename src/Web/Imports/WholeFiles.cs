namespace Stupeni.Imports;

/// <summary>Files on this machine's disk of which an import has only the beginning as a grid: kinds that can, read the rest from there while the command runs.</summary>
public sealed class WholeFiles
{
    private readonly Dictionary<string, string> paths = [];

    /// <param name="sha256">Of the whole file.</param>
    public void Add(string sha256, string path) => paths[sha256] = path;

    /// <summary>Where the file lies; null if its grid is all there is.</summary>
    public string? Find(string sha256) => paths.GetValueOrDefault(sha256);
}
