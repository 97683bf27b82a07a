using System.Globalization;
using Stupeni.Benchmarks;
using Stupeni.Benchmarks.Lists;
using Stupeni.Benchmarks.Peers;

// bench --worker NAME FOLDER: one side of a race, started by the other. bench --peers [names…]: the races. bench: the rest.
if (args is ["--worker", var name, var folder])
{
    Worker.Serve(name, folder);
    return;
}

if (args is ["--peers", ..])
{
    var self = Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? new[] { Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "Benchmarks.dll") } : [Environment.ProcessPath!];
    Console.WriteLine($"{"what",-12} {"ours, ms",10} {"peer, ms",10} {"ratio",8} {"goal",6} {"met",4} {"MB",7} {"MB",7}  peer");
    var outcomes = new List<Outcome>();
    foreach (var contest in Contests.All.Where(c => args.Length == 1 || args.Skip(1).Contains(c.Name)))
    {
        outcomes.Add(Race.Run(contest, self));
        Console.WriteLine(Report.Line(outcomes[^1]));
    }

    if (args.Length == 1) File.WriteAllText(Path.Combine("docs", "benchmarks.md"), Report.Page(outcomes));
    return;
}

// bench --pages [SCHOOLS PUPILS [FOLDER]]: answering times of pages; a folder is kept for the next time.
if (args is ["--pages", ..])
{
    var kept = args.ElementAtOrDefault(3);
    var data = kept ?? Directory.CreateTempSubdirectory("bench-").FullName;
    try
    {
        await new Pages(data, int.Parse(args.ElementAtOrDefault(1) ?? "330", CultureInfo.InvariantCulture), int.Parse(args.ElementAtOrDefault(2) ?? "50000", CultureInfo.InvariantCulture)).Run();
    }
    finally
    {
        if (kept is null) Directory.Delete(data, recursive: true);
    }

    return;
}

// bench --identification: what lists catch in regions with known truth, and the time of the job; writes docs/methods/identification.md.
if (args is ["--identification"])
{
    Recovery[] recoveries = [new(330, 40), new(3300, 6)];
    foreach (var recovery in recoveries)
    {
        recovery.Run();
        Console.WriteLine($"{recovery.Schools} schools: intervals of 95 % cover {recovery.Coverage.All:0.0} %");
        foreach (var row in recovery.Rows) Console.WriteLine(row);
    }

    var job = await RegionJob.Run();
    Console.WriteLine($"{job.Results} results, models of the region in one job: {job.Taken.TotalSeconds:0.0} s");
    File.WriteAllText(Path.Combine("docs", "methods", "identification.md"), IdentificationPage.Of(recoveries, job));
    return;
}

// Each line: what is measured, the median of five, the peer's median of the same run, and the ratio.
Console.WriteLine($"{"what",-44} {"ours, ms",10} {"peer, ms",10} {"ratio",7}  peer");
foreach (var line in Reading.Lines()) Console.WriteLine(line);
