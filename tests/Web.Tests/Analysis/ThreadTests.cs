using System.Diagnostics;
using Stupeni.Statistics;

namespace Stupeni.Analysis;

/// <summary>A machine with one processor and one with eight give the same document, letter by letter.</summary>
public sealed class ThreadTests : IDisposable
{
    private readonly Cli cli = new();

    public static TheoryData<string> Works() =>
    [
        "factor bfi.csv --columns A1,A2,A3,A4,A5,C1,C2,C3,C4,C5,E1,E2,E3,E4,E5 --factors parallel --rotate oblimin --scores regression",
        "factor bfi.csv --columns A1,A2,A3,A4,A5,C1,C2,C3,C4,C5 --factors 2 --rotate varimax --correlation pairwise",
        "factor bfi.csv --columns N1,N2,N3,N4,N5 --factors 1 --correlation polychoric",
        "parallel --n 200 --p 12 --iterations 300",
        "irt mathexam14w.csv --columns q1,q2,q3,q4,q5,q6,q7,q8,q9,q10,q11,q12,q13 --model 2pl",
        "irt mathexam14w.csv --columns q1,q2,q3,q4,q5,q6,q7,q8,q9,q10,q11,q12,q13 --model rasch-cml",
        "cluster iris.csv --method kmeans --k 4",
        "cluster iris.csv --method gmm --k 3",
        "mixed exam_london.csv --outcome normexam --group school --predictors standLRT,sex --slope standLRT",
    ];

    [Theory]
    [MemberData(nameof(Works))]
    public async Task The_number_of_processors_changes_no_digit(string work)
    {
        string[] args = ["stats", .. work.Split(' ').Select(a => a.EndsWith(".csv", StringComparison.Ordinal) ? Oracle.PathOf(a) : a), "--json"];
        var one = await Document(1, args);
        Assert.Equal(one, await Document(8, args));
        Assert.Equal(one, (await cli.Run(args)).Output);
    }

    public void Dispose() => cli.Dispose();

    private static async Task<string> Document(int processors, string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Stupeni.dll"), .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = $"{processors}";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
