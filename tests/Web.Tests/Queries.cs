using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Stupeni;

/// <summary>Counts what the database is asked.</summary>
public sealed class Queries : DbCommandInterceptor
{
    private int count;

    public int Count => count;

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Interlocked.Increment(ref count);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref count);
        return new(result);
    }

    /// <summary>How many questions the page asks; it is opened once before, so that what is asked only once does not count.</summary>
    public async Task<int> Of(Browser browser, string url)
    {
        await browser.Open(url);
        var before = count;
        await browser.Open(url);
        return count - before;
    }
}
