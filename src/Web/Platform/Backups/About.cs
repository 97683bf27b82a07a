using System.Reflection;

namespace Stupeni.Platform.Backups;

/// <summary>What a copy says of itself: which tables it holds, of which version of the schema, and the hash of each.</summary>
public sealed record About(DateTime At, string Program, string Migration, IReadOnlyList<TableCopy> Tables)
{
    public static string ThisProgram => typeof(About).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public long Rows => Tables.Sum(t => t.Rows);
}

public sealed record TableCopy(string Name, IReadOnlyList<ColumnCopy> Columns, long Rows, string Sha256)
{
    public string Entry => $"tables/{Name}";
}

public sealed record ColumnCopy(string Name, string Kind);
