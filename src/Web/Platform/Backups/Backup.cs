using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Stupeni.Platform.Backups;

/// <summary>Writes the whole database, as it stands at one moment, into one file; people go on working meanwhile.</summary>
public static class Backup
{
    public static async Task<About> Write(Db db, string file, DateTime now, IProgress<string> progress, CancellationToken stop)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        if (applied.Count == 0) throw new RuleBroken("Базы здесь нет: проверьте --data или --db.");
        if (!applied.SequenceEqual(db.Database.GetMigrations())) throw new RuleBroken("База и программа разных версий: сначала выполните migrate.");
        if (File.Exists(file)) throw new RuleBroken("Файл {0} уже есть: назовите копию иначе.", nameof(file), file);

        var unfinished = $"{file}.part";
        try
        {
            var about = await Write(db, unfinished, now, applied[^1], progress, stop);
            File.Move(unfinished, file);
            return about;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static async Task<About> Write(Db db, string file, DateTime now, string migration, IProgress<string> progress, CancellationToken stop)
    {
        await using var stream = new FileStream(file, Private());
        var tables = new List<TableCopy>();
        await using (var moment = await db.Snapshot(stop))
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var table in InOrder(db))
            {
                progress.Report(table.Name);
                tables.Add(await Write(db, table, zip, stop));
            }

            Archive.Close(zip, new(now, About.ThisProgram, migration, tables));
        }

        stream.Flush(flushToDisk: true);
        return new(now, About.ThisProgram, migration, tables);
    }

    private static async Task<TableCopy> Write(Db db, ITable table, ZipArchive zip, CancellationToken stop)
    {
        var columns = table.Columns.Select(c => (c.Name, Values: Values.Of(Stored(c)))).ToList();
        var copy = new TableCopy(table.Name, [.. columns.Select(c => new ColumnCopy(c.Name, c.Values.Kind))], 0, "");
        using var hash = SHA256.Create();
        var rows = 0L;
        await using (var entry = zip.CreateEntry(copy.Entry, CompressionLevel.Fastest).Open())
        await using (var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write))
        await using (var to = new BinaryWriter(new BufferedStream(hashed, 1 << 16)))
        {
            await using var select = db.Database.GetDbConnection().CreateCommand();
            select.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            select.CommandText = $"SELECT {string.Join(", ", columns.Select(c => Refilling.Quote(c.Name)))} FROM {Refilling.Quote(table.Name)}";
            await using var row = await select.ExecuteReaderAsync(stop);
            for (; await row.ReadAsync(stop); rows++)
            {
                for (var i = 0; i < columns.Count; i++) Write(to, columns[i].Values, row, i);
            }
        }

        return copy with { Rows = rows, Sha256 = Archive.Hash(hash.Hash!) };
    }

    private static void Write(BinaryWriter to, Values values, DbDataReader row, int i)
    {
        var isThere = !row.IsDBNull(i);
        to.Write(isThere);
        if (isThere) values.Write(to, values.Get(row, i));
    }

    private static Type Stored(IColumn column)
    {
        var mapping = column.PropertyMappings[0].TypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    /// <summary>Tables after those they point to, so that they can be filled in this order.</summary>
    private static IEnumerable<ITable> InOrder(Db db)
    {
        var left = db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var next = left.First(t => t.ForeignKeyConstraints.All(k => k.PrincipalTable == t || !left.Contains(k.PrincipalTable)));
            left.Remove(next);
            yield return next;
        }
    }

    /// <summary>Hashes of passwords and closed lists are in it: nobody but the owner reads the file.</summary>
    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
