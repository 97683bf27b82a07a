using System.CommandLine;

namespace Stupeni.Platform;

/// <summary>The two options of every command that needs data: a folder for SQLite, or a PostgreSQL connection.</summary>
public sealed record Store(Option<string> Data, Option<string?> Db)
{
    public static Store AddTo(Command command)
    {
        var store = new Store(
            new("--data") { Description = "Папка базы SQLite", DefaultValueFactory = _ => "data" },
            new("--db") { Description = "Подключение к PostgreSQL: Host=…;Database=…" });
        command.Options.Add(store.Data);
        command.Options.Add(store.Db);
        return store;
    }

    public string Connection(ParseResult parsed)
    {
        if (parsed.GetValue(Db) is { Length: > 0 } connection) return connection;

        var folder = Path.GetFullPath(parsed.GetValue(Data)!);
        Directory.CreateDirectory(folder);
        return $"Data Source={Path.Combine(folder, "stupeni.db")}";
    }
}
