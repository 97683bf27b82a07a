using System.Diagnostics;

namespace Stupeni.Benchmarks.Peers;

/// <summary>The outcome of a contest: medians of seconds, peaks of memory in MB.</summary>
internal sealed record Outcome(Contest Contest, double Ours, double Peers, double OurMemory, double PeersMemory)
{
    public double Ratio => Ours / Peers;

    public bool Good => Ratio <= Contest.Goal;
}

/// <summary>Turn by turn, so that what else the machine does falls on both.</summary>
internal static class Race
{
    private const int Rounds = 5;

    public static Outcome Run(Contest contest, string[] self)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            contest.Write(folder);
            if (contest.Name == "sparse") Compile(folder);
            using var ours = new Worker(self[0], [.. self[1..], "--worker", contest.Name, folder]);
            var (program, args) = contest.Peer.Start(contest.Name, folder);
            using var peer = new Worker(program, args);
            for (var warm = 0; warm < 2; warm++) ours.Work();
            var (mine, theirs) = (ours.Work().Figure, peer.Work().Figure);
            if (!(Math.Abs(mine - theirs) <= contest.Agree * Math.Abs(theirs))) throw new InvalidOperationException($"{contest.Name}: {mine:R} here, {theirs:R} there.");

            var (a, b) = (new double[Rounds], new double[Rounds]);
            for (var round = 0; round < Rounds; round++) (a[round], b[round]) = (ours.Work().Seconds, peer.Work().Seconds);
            return new(contest, Median(a), Median(b), ours.Peak, peer.Peak);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Compile(string folder)
    {
        using var compiler = Process.Start("g++", ["-O3", "-march=native", "-o", Path.Combine(folder, "peer"), Path.Combine(AppContext.BaseDirectory, "Peers", "peer.cpp"), "-llemon"]);
        compiler.WaitForExit();
        if (compiler.ExitCode != 0) throw new InvalidOperationException("peer.cpp does not compile.");
    }

    private static double Median(double[] times) => times.Order().ElementAt(Rounds / 2);
}
