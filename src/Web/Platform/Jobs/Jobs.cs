namespace Stupeni.Platform.Jobs;

/// <summary>Long work of an area, carried out by Quartz: it gets its input back after a restart and starts again from the beginning.</summary>
public interface IWork
{
    /// <summary>The name under which it is queued; never changes.</summary>
    static abstract string Name { get; }

    /// <summary>Does the work and says where its result is to be seen. A <see cref="RuleBroken"/> is shown on the job's page.</summary>
    Task<string> Run(string input, IProgress<Step> progress, CancellationToken stop);
}

/// <summary>How far the work is: counts, and what is being done as a text key with one argument.</summary>
public readonly record struct Step(int Done, int Total, string Doing, string Arg = "");
