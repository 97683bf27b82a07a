using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

public sealed class ReadTogetherTests
{
    private static readonly Incoming[] Files = [.. Enumerable.Range(0, 60).Select(n => new Incoming($"{n}.csv", () => new MemoryStream()))];

    [Fact]
    public void What_comes_stands_in_the_order_of_the_files_and_each_is_told_once()
    {
        var told = new Told();

        var read = ReadTogether.All(Files, told, (file, _) =>
        {
            Thread.Sleep(file.Name.Length % 3);
            return Named(file);
        }, CancellationToken.None);

        Assert.Equal(Files.Select(f => f.Name), read.Select(r => r.Name));
        Assert.Equal(Enumerable.Range(0, Files.Length), told.Steps.Select(s => s.Done));
        Assert.Equal(Files.Select(f => f.Name).Order(), told.Steps.Select(s => s.Arg).Order());
    }

    [Fact]
    public void A_fault_of_one_is_thrown_as_it_is() =>
        Assert.Throws<IOException>(() => ReadTogether.All(Files, new Told(), (file, _) => file.Name == "7.csv" ? throw new IOException() : Named(file), CancellationToken.None));

    [Fact]
    public void Who_stops_is_obeyed()
    {
        using var stop = new CancellationTokenSource();
        var read = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => ReadTogether.All(Files, new Told(), (file, token) =>
        {
            if (Interlocked.Increment(ref read) == 5) stop.Cancel();
            token.ThrowIfCancellationRequested();
            return Named(file);
        }, stop.Token));
        Assert.InRange(read, 5, 5 + Environment.ProcessorCount);
    }

    private static Received Named(Incoming file) => new(file.Name, "", null, "", 0, 0, null, null);

    private sealed class Told : IProgress<Step>
    {
        public List<Step> Steps { get; } = [];

        public void Report(Step value) => Steps.Add(value);
    }
}
