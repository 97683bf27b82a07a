namespace Stupeni.Benchmarks.Peers;

/// <summary>One task that the library and a peer do on the same data: what it is called, the peer, the ratio wished for, the data, and the library's way.</summary>
/// <param name="Name">What a worker is asked for.</param>
/// <param name="Title">What people read.</param>
/// <param name="Peer">What does the same.</param>
/// <param name="Goal">The largest ratio of times that is good enough.</param>
/// <param name="Write">Writes the data into a folder.</param>
/// <param name="Load">Reads them and gives the work; its result is a figure that both have to agree on.</param>
internal sealed record Contest(string Name, string Title, Peer Peer, double Goal, Action<string> Write, Func<string, Func<double>> Load)
{
    /// <summary>How far the two figures may be apart, relative.</summary>
    public double Agree { get; init; } = 1e-4;
}

/// <summary>A program to race against: what people call it and what starts its worker.</summary>
internal sealed record Peer(string Title, Func<string, string, (string Program, string[] Args)> Start);
