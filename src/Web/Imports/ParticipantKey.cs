using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>
/// The region's key by which codes of participants become hashes. It lies in a file of its own, outside the database and its copies: with a copy alone nobody
/// finds out whose code a hash was.
/// </summary>
public sealed class ParticipantKey(IConfiguration configuration)
{
    private const int Bytes = 32;

    /// <summary>Where the key lies: Participants:KeyFile, else beside the SQLite file; none for PostgreSQL until it is named.</summary>
    public string? File { get; } = configuration["Participants:KeyFile"] is { Length: > 0 } named ? named : BesideDatabase(configuration.GetConnectionString("Db") ?? Database.Default);

    /// <summary>The key, made at its first use.</summary>
    public Linking Open()
    {
        if (File is not { } file) throw new RuleBroken("Связать попытки нельзя: не указано, где лежит ключ (Participants:KeyFile).", "linkGround");
        if (!System.IO.File.Exists(file)) Make(file);
        try
        {
            return new(Convert.FromHexString(System.IO.File.ReadAllText(file).Trim()) is { Length: Bytes } key ? key : throw new FormatException());
        }
        catch (FormatException)
        {
            throw new RuleBroken("Связать попытки нельзя: файл ключа повреждён. Верните его из своей копии.", "linkGround");
        }
    }

    private static void Make(string file)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var stream = new FileStream(file, options);
            stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes))));
        }
        catch (IOException) when (System.IO.File.Exists(file))
        {
            // Another node made it between the question and the answer.
        }
    }

    private static string? BesideDatabase(string connection)
    {
        if (!connection.Contains("Data Source=", StringComparison.OrdinalIgnoreCase)) return null;
        var database = new SqliteConnectionStringBuilder(connection).DataSource;
        return Path.ChangeExtension(Path.GetFullPath(database), ".participants.key");
    }
}

/// <summary>Codes of participants as hashes that only the same key gives again.</summary>
public sealed class Linking(byte[] key)
{
    /// <summary>What a linked code begins with: no code of a file does.</summary>
    public const char Mark = '~';

    private const int HashDigits = 24, FingerprintDigits = 12;

    /// <summary>Tells keys apart and says nothing of them.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(HMACSHA256.HashData(key, "fingerprint"u8))[..FingerprintDigits];

    public string Hash(string code) => Mark + Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"participant\n{Cells.NormaliseCode(code)}")))[..HashDigits];
}
