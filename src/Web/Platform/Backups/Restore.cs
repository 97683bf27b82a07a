using Microsoft.EntityFrameworkCore;

namespace Stupeni.Platform.Backups;

/// <summary>Puts a copy in the place of what the database holds: all of it in one transaction, or nothing.</summary>
public static class Restore
{
    public static async Task<About> Run(Db db, string file, bool replace, IProgress<string> progress, CancellationToken stop)
    {
        if (!File.Exists(file)) throw new RuleBroken("Файла {0} нет.", nameof(file), file);

        using var copy = Archive.Open(file);
        await MakeReady(db, copy.About, replace, stop);
        await db.Refill(copy, progress, stop);
        return copy.About;
    }

    private static async Task MakeReady(Db db, About copy, bool replace, CancellationToken stop)
    {
        var known = db.Database.GetMigrations().ToList();
        if (copy.Migration != known[^1]) throw new RuleBroken("Копия снята программой другой версии: {0}. Восстановите её той же версией, затем обновите программу.", "", copy.Program);

        var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
        if (applied.Count == 0) await db.Database.MigrateAsync(stop);
        else if (!applied.SequenceEqual(known)) throw new RuleBroken("База и программа разных версий: сначала выполните migrate.");
        else if (!replace && await HoldsAnything(db, stop)) throw new RuleBroken("В базе уже есть данные. Чтобы заменить их копией, добавьте --replace.");
    }

    private static async Task<bool> HoldsAnything(Db db, CancellationToken stop) =>
        await db.Users.AnyAsync(stop) || await db.Municipalities.AnyAsync(stop) || await db.Regions.AnyAsync(stop) || await db.Imports.AnyAsync(stop);
}
