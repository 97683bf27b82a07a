using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Stupeni.Benchmarks;

/// <summary>
/// Answering times of pages over an invented region: the program in a process of its own, sixteen readers on the same machine, each asking for page after page of random schools.
/// A coordinator of the region reads, who sees everything.
/// </summary>
internal sealed partial class Pages(string folder, int schools, int pupils)
{
    private const int Readers = 16;
    private const string Address = "http://127.0.0.1:5089";
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(10), Lasting = TimeSpan.FromSeconds(40);
    private static readonly string[] Reports = ["marks", "journal", "scores", "tasks", "outcomes", "groups", "signs"];

    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> times = new();

    public async Task Run()
    {
        if (!File.Exists(Path.Combine(folder, "stupeni.db"))) await Ended(Program("demo", "--schools", $"{schools}", "--pupils", $"{pupils}", "--data", folder));
        using var server = Program("serve", "--port", new Uri(Address).Port.ToString(System.Globalization.CultureInfo.InvariantCulture), "--data", folder);
        server.BeginOutputReadLine();
        try
        {
            using var reader = await SignedIn();
            var pages = await All(reader);
            await Read(reader, pages, Warming, count: false);
            await Read(reader, pages, Lasting, count: true);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }

        Console.WriteLine($"{schools} schools, {pupils} pupils, {Readers} readers; {times.Values.Sum(t => t.Count) / Lasting.TotalSeconds:0} pages a second");
        Console.WriteLine($"{"page",-44} {"times",6} {"p50, ms",8} {"p95, ms",8} {"goal",5} met");
        foreach (var (page, taken) in times.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var sorted = taken.Order().ToArray();
            var (middle, high, goal) = (sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.95)], page.StartsWith("school", StringComparison.Ordinal) ? 100 : 300);
            Console.WriteLine(FormattableString.Invariant($"{page,-44} {sorted.Length,6} {middle,8:0} {high,8:0} {goal,5} {(high <= goal ? "yes" : "NO")}"));
        }
    }

    /// <summary>What is asked for: a name of the kind of page, and its addresses.</summary>
    private static async Task<IReadOnlyList<(string Page, string[] Addresses)>> All(HttpClient reader)
    {
        var organisations = new HashSet<string>();
        for (var page = 1; page <= 12; page++) organisations.UnionWith(Links().Matches(await reader.GetStringAsync($"/organisations?page={page}")).Where(m => m.Groups[1].Value == "organisations").Select(m => m.Groups[2].Value));
        var procedures = Links().Matches(await reader.GetStringAsync("/results")).Where(m => m.Groups[1].Value == "results").Select(m => m.Groups[2].Value).Distinct().Take(8).ToArray();
        var run = Runs().Match(await reader.GetStringAsync("/identification")).Groups[1].Value;
        string[] schools = [.. organisations];
        var pages = new List<(string, string[])>
        {
            ("school: card", [.. schools.Select(s => $"/organisations/{s}")]),
            ("school: results", [.. schools.Select(s => $"/organisations/{s}/results")]),
            ("school: trends", [.. schools.Select(s => $"/organisations/{s}/trends")]),
            ("school: procedure", [.. schools.SelectMany(s => procedures.Take(2).Select(p => $"/results/{p}/{s}"))]),
            ("school: why", [.. schools.Select(s => $"/identification/{run}/schools/{s}")]),
            ("region: home", ["/"]), ("region: organisations", ["/organisations"]), ("region: results", ["/results"]), ("region: trends", ["/results/trends"]), ("region: lists", ["/identification"]), ("region: list", [$"/identification/{run}"]),
            ("region: procedure", [.. procedures.Select(p => $"/results/{p}")]),
        };
        foreach (var report in Reports)
        {
            pages.Add(($"school: report {report}", [.. schools.SelectMany(s => procedures.Take(2).Select(p => $"/results/{p}/reports/{report}?school={s}"))]));
            pages.Add(($"region: report {report}", [.. procedures.Select(p => $"/results/{p}/reports/{report}")]));
        }

        return pages;
    }

    private Task Read(HttpClient reader, IReadOnlyList<(string Page, string[] Addresses)> pages, TimeSpan lasting, bool count) => Task.WhenAll(Enumerable.Range(0, Readers).Select(async seed =>
    {
        var (dice, began) = (new Random(seed), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(began) < lasting)
        {
            var (page, addresses) = pages[dice.Next(pages.Count)];
            var asked = Stopwatch.GetTimestamp();
            using var answer = await reader.GetAsync(addresses[dice.Next(addresses.Length)]);
            await answer.Content.ReadAsByteArrayAsync();
            // A school that took no part in the procedure is answered as not found: that is no page to time.
            if (answer.StatusCode == HttpStatusCode.NotFound) continue;
            answer.EnsureSuccessStatusCode();
            if (count) times.GetOrAdd(page, _ => []).Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }
    }));

    private static async Task<HttpClient> SignedIn()
    {
        var reader = new HttpClient(new SocketsHttpHandler { CookieContainer = new(), AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new(Address), Timeout = TimeSpan.FromMinutes(2) };
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var page = await reader.GetStringAsync("/sign-in");
                var person = Person().Matches(page).First(m => WebUtility.HtmlDecode(m.Groups[2].Value).Contains("Региональный координатор", StringComparison.Ordinal)).Groups[1].Value;
                var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = Token().Match(page).Groups[1].Value, ["person"] = person });
                (await reader.PostAsync("/sign-in?handler=Demo", form)).EnsureSuccessStatusCode();
                return reader;
            }
            catch (HttpRequestException) when (attempt < 300)
            {
                await Task.Delay(200);
            }
        }
    }

    private static Process Program(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Stupeni.dll"), .. args]) { RedirectStandardOutput = true, WorkingDirectory = AppContext.BaseDirectory })!;

    private static async Task Ended(Process program)
    {
        using (program)
        {
            await program.StandardOutput.ReadToEndAsync();
            await program.WaitForExitAsync();
            if (program.ExitCode != 0) throw new InvalidOperationException($"The program ended with {program.ExitCode}.");
        }
    }

    [GeneratedRegex("""href="/(organisations|results)/([0-9a-f-]{36})[/"?]""")]
    private static partial Regex Links();

    [GeneratedRegex("""href="/identification/(\d+)""")]
    private static partial Regex Runs();

    [GeneratedRegex("""name="person" value="([^"]+)" aria-label="([^"]*)""")]
    private static partial Regex Person();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
