using Stupeni.Benchmarks;

// Each line: what is measured, the median of five, the peer's median of the same run, and the ratio.
Console.WriteLine($"{"what",-44} {"ours, ms",10} {"peer, ms",10} {"ratio",7}  peer");
foreach (var line in Reading.Lines()) Console.WriteLine(line);
