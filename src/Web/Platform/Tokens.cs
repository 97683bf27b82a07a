using Microsoft.EntityFrameworkCore;

namespace Stupeni.Platform;

public static class Tokens
{
    /// <summary>Saves only over the version that the person saw: a form carries the row's token, and the write compares it.</summary>
    public static void Expect<T>(this DbContext db, T row, int token) where T : class
    {
        if (db.Entry(row).Property<int>("Token").CurrentValue != token) throw new RuleBroken(RuleBrokenFilter.Edited);
        db.Entry(row).Property<int>("Token").OriginalValue = token;
    }
}
