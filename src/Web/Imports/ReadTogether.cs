using System.Runtime.ExceptionServices;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>Reads files several at once, one for each processor, so that memory stays bounded; what comes of it stands in the order of the files.</summary>
internal static class ReadTogether
{
    internal static IReadOnlyList<Received> All(IReadOnlyList<Incoming> files, IProgress<Step> progress, Func<Incoming, CancellationToken, Received> read, CancellationToken stop)
    {
        var received = new Received[files.Count];
        var (begun, telling) = (0, new Lock());
        try
        {
            Parallel.For(0, files.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop }, at =>
            {
                lock (telling) progress.Report(new(begun++, files.Count, "Читается {0}", files[at].Name));
                received[at] = read(files[at], stop);
            });
        }
        catch (AggregateException broken)
        {
            // Callers expect what reading throws, not that it was done together.
            ExceptionDispatchInfo.Throw(broken.InnerExceptions[0]);
        }
        return received;
    }
}
