using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Stupeni.Platform.Backups;

/// <summary>Empties all tables and fills them from a copy, each engine in its own quick way. The scheduler's tables stay empty: runs still open are queued again at the next start.</summary>
public static class Refilling
{
    public static async Task Refill(this Db db, Archive copy, IProgress<string> progress, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var connection = db.Database.GetDbConnection();
        var postgres = connection as NpgsqlConnection;

        // SQLite looks at the references once, at the end; the setting cannot be changed inside a transaction.
        if (postgres is null) await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", stop);
        await using var all = await db.Database.BeginTransactionAsync(stop);
        await Empty(db, postgres is not null, stop);
        foreach (var table in copy.About.Tables)
        {
            progress.Report(table.Name);
            if (postgres is not null) await Copy(postgres, table, copy.Rows(table), stop);
            else await Insert(connection, all.GetDbTransaction(), table, copy.Rows(table), stop);
        }

        if (postgres is not null) await db.Database.ExecuteSqlRawAsync(NextNumbers, stop);
        else if ((await db.Database.SqlQueryRaw<string>("SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(stop)).Count > 0) throw new RuleBroken("В копии есть ссылки на то, чего в ней нет. Ничего не изменено.");
        await all.CommitAsync(stop);
    }

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"")}\"";

    private static async Task Empty(Db db, bool isPostgres, CancellationToken stop)
    {
        var tables = await db.Database.SqlQueryRaw<string>(isPostgres
            ? "SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = current_schema() AND tablename NOT LIKE '\\_\\_EF%'"
            : "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\'").ToListAsync(stop);
        var names = tables.Select(Quote).ToList();
        foreach (var sql in isPostgres ? [$"TRUNCATE {string.Join(", ", names)}"] : names.Select(n => $"DELETE FROM {n}")) await db.Database.ExecuteSqlRawAsync(sql, stop);
    }

    /// <summary>One statement a table, so that rows may point to later rows of the same table.</summary>
    private static async Task Copy(NpgsqlConnection connection, TableCopy table, IEnumerable<object?[]> rows, CancellationToken stop)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {Quote(table.Name)} ({Columns(table)}) FROM STDIN (FORMAT BINARY)", stop);
        foreach (var row in rows) await writer.WriteRowAsync(stop, row);
        await writer.CompleteAsync(stop);
    }

    private static async Task Insert(DbConnection connection, DbTransaction all, TableCopy table, IEnumerable<object?[]> rows, CancellationToken stop)
    {
        await using var insert = connection.CreateCommand();
        insert.Transaction = all;
        insert.CommandText = $"INSERT INTO {Quote(table.Name)} ({Columns(table)}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            insert.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync(stop);
        }
    }

    private static string Columns(TableCopy table) => string.Join(", ", table.Columns.Select(c => Quote(c.Name)));

    /// <summary>Numbers that PostgreSQL gives itself go on after the last one brought back.</summary>
    private const string NextNumbers = """
        DO $$ DECLARE c record; BEGIN
          FOR c IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES' LOOP
            EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) FROM %I', quote_ident(c.table_name), c.column_name, c.column_name, c.table_name);
          END LOOP;
        END $$
        """;
}
