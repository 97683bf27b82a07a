using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Demo;
using Stupeni.Platform.Jobs;

namespace Stupeni.Platform.Backups;

/// <summary>An installation with a small region in it, and a copy of it.</summary>
public sealed class Filled : App, IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("stupeni-").FullName;

    public string Copy => Path.Combine(Folder, "copy.stupeni");

    public async ValueTask InitializeAsync()
    {
        await Services.GetRequiredService<LoadDemo>().Run(new(Schools: 4, Municipalities: 2, Pupils: 400, Seed: 3, Years: 1), new Progress<Step>(), CancellationToken.None);

        // A school that points to one which comes after it in the table.
        await Do(async db =>
        {
            var schools = await db.Organisations.OrderBy(o => o.Id).ToListAsync();
            schools[0].MergeInto(schools[^1], new(2026, 8, 31));
            await db.SaveChangesAsync();
        });
        Assert.Equal(0, (await Stupeni.Platform.Backups.Run.Command("backup", Copy, "--db", Connection)).Status);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
