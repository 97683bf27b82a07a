using System.Diagnostics;
using System.Globalization;

namespace Stupeni.Benchmarks.Peers;

/// <summary>
/// A process that has read its data and works when told: a line in, a line out with the seconds and the figure. What starting and reading
/// cost is left out on both sides, and memory is that of a whole process on both.
/// </summary>
internal sealed class Worker : IDisposable
{
    private readonly Process process;

    public Worker(string program, string[] args)
    {
        process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = false })!;
        if (process.StandardOutput.ReadLine() is not "ready") throw new InvalidOperationException($"{program} {string.Join(' ', args)} is not ready.");
    }

    public (double Seconds, double Figure) Work()
    {
        process.StandardInput.WriteLine("go");
        process.StandardInput.Flush();
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{process.StartInfo.FileName} stopped.");
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The most memory the process has held, in MB.</summary>
    public double Peak => double.Parse(File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;

    /// <summary>The library's side of it.</summary>
    public static void Serve(string name, string folder)
    {
        var work = name == "memory" ? Contests.Reading(folder) : Contests.All.Single(c => c.Name == name).Load(folder);
        Console.WriteLine("ready");
        while (Console.ReadLine() is not null)
        {
            var began = Stopwatch.GetTimestamp();
            var figure = work();
            Console.WriteLine(FormattableString.Invariant($"{Stopwatch.GetElapsedTime(began).TotalSeconds:R} {figure:R}"));
        }
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(5000)) process.Kill();
        process.Dispose();
    }
}
