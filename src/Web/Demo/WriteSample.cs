using Stupeni.Demo.Files;
using Stupeni.Demo.Sample;
using Stupeni.Platform.Jobs;

namespace Stupeni.Demo;

/// <summary>Writes an invented region into a folder, as the files its people would have. The same size and seed give the same bytes.</summary>
public static class WriteSample
{
    /// <returns>The files in the order in which they are brought in, with what belongs together.</returns>
    internal static async Task<IReadOnlyList<SampleFile>> Run(string folder, SampleSize size, IProgress<Step> progress, CancellationToken stop)
    {
        var region = new InventedRegion(size);
        var files = SampleFiles.Of(region);
        foreach (var within in files.Select(f => Path.GetDirectoryName(Path.Combine(folder, f.Path))!).Distinct()) Directory.CreateDirectory(within);

        var done = 0;
        await Parallel.ForEachAsync(files, stop, async (file, token) =>
        {
            await using (var to = new FileStream(Path.Combine(folder, file.Path), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                file.Write(to);
            }

            progress.Report(new(Interlocked.Increment(ref done), files.Count, "Пишется {0}", Path.GetFileName(file.Path)));
        });
        return files;
    }
}
