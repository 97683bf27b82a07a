using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Stupeni.Platform;

/// <summary>The one place that knows there are two engines: SQLite in a file, PostgreSQL at scale.</summary>
public static class Database
{
    /// <summary>Russian order of names, № 2 before № 10; known by this name to both engines.</summary>
    public const string Russian = "russian";

    /// <summary>Where the data is when nobody says.</summary>
    public const string Default = "Data Source=stupeni.db";

    private static readonly SqliteOpened Opened = new();

    public static bool IsFile(string connection) => connection.StartsWith("Data Source", StringComparison.OrdinalIgnoreCase);

    public static DbContextOptionsBuilder UseEngineOf(this DbContextOptionsBuilder options, string connection) =>
        IsFile(connection) ? options.UseSqlite(connection).AddInterceptors(Opened) : options.UseNpgsql(connection);

    public static void StoreIds(this ModelConfigurationBuilder conventions, DbContext db)
    {
        foreach (var table in db.GetType().GetProperties().Select(p => p.PropertyType).Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(DbSet<>)))
        {
            var row = table.GenericTypeArguments[0];
            conventions.Properties(typeof(Id<>).MakeGenericType(row)).HaveConversion(typeof(Id<>.Column).MakeGenericType(row));
        }
    }

    /// <summary>PostgreSQL takes the Russian order from ICU; SQLite is given it when a connection opens.</summary>
    public static void KnowRussianOrder(this ModelBuilder model, DbContext db)
    {
        if (db.Database.IsNpgsql()) model.HasCollation(Russian, locale: "ru-RU-u-kn-true", provider: "icu");
    }

    /// <summary>The same, in migrations.</summary>
    public static void CreateRussianOrder(this MigrationBuilder migration)
    {
        if (migration.ActiveProvider!.EndsWith("PostgreSQL", StringComparison.Ordinal)) migration.Sql($"CREATE COLLATION {Russian} (LOCALE = 'ru-RU-u-kn-true', PROVIDER = icu)");
    }

    /// <summary>Whether a write failed because a unique key was taken meanwhile.</summary>
    public static bool IsTaken(this DbUpdateException failure) => failure.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        Npgsql.PostgresException postgres => postgres.SqlState == Npgsql.PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    /// <summary>Whether a transaction was given up because it and another waited for each other: it may be done again.</summary>
    public static bool IsDeadlock(this Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
            if (inner is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.DeadlockDetected }) return true;
        return false;
    }

    /// <summary>Writes unless SQLite's one writer is busy: what is said by the way need not wait for it. False if nothing was written.</summary>
    public static async Task<bool> WriteIfFree(this DbContext db, Func<Task> write)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection connection)
        {
            await write();
            return true;
        }

        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout = 0");
        connection.DefaultTimeout = 1;
        try
        {
            await using var writing = connection.BeginTransaction(deferred: false);
            await db.Database.UseTransactionAsync(writing);
            await write();
            await writing.CommitAsync();
            return true;
        }
        catch (SqliteException failure) when (failure.IsBusy())
        {
            return false;
        }
    }

    /// <summary>A transaction that reads the database as it stands at one moment and holds no writer up.</summary>
    public static async Task<IDbContextTransaction> Snapshot(this DbContext db, CancellationToken stop)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection connection) return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);

        await db.Database.OpenConnectionAsync(stop);
        return (await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), stop))!;
    }

    /// <summary>Whether it failed only because others were writing: it may be tried again.</summary>
    public static bool IsBusy(this DbException failure) => failure is SqliteException { SqliteErrorCode: 5 or 6 } || failure.IsTransient;

    /// <summary>How names are searched: lower case, ё as е, single spaces. SQLite folds ASCII only, so the folding is done here and stored.</summary>
    public static string Fold(string text)
    {
        var folded = text.Normalize().ToLower(CultureInfo.GetCultureInfo("ru-RU")).Replace('ё', 'е').Replace('\u00a0', ' ');
        return string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed class SqliteOpened : DbConnectionInterceptor
    {
        private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("ru-RU").CompareInfo;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Prepare((SqliteConnection)connection);
            return Task.CompletedTask;
        }

        private static void Prepare(SqliteConnection connection)
        {
            connection.CreateCollation(Russian, (a, b) => Order.Compare(a, b, CompareOptions.NumericOrdering));
            using var pragmas = connection.CreateCommand();
            // Whether a database exists is asked read-only; one brought back from a copy is not in WAL yet.
            var wal = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? "" : "PRAGMA journal_mode = WAL; ";
            pragmas.CommandText = wal + "PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 30000; PRAGMA foreign_keys = ON; PRAGMA cache_size = -64000;";
            pragmas.ExecuteNonQuery();
        }
    }
}
