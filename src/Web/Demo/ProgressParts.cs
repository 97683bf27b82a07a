using Stupeni.Platform.Jobs;

namespace Stupeni.Demo;

/// <summary>Progress of a work made of parts, each with its share of the whole.</summary>
internal sealed class ProgressParts(IProgress<Step> whole)
{
    /// <summary>An import goes over its files several times: to read, to check, to check again and to apply them.</summary>
    private const int Passes = 4, Fine = 1000;

    private double from;

    /// <param name="share">The part of the whole that begins now.</param>
    public IProgress<Step> Next(double share)
    {
        var part = new Part(whole, from, share);
        from += share;
        return part;
    }

    public void End(string said) => whole.Report(new(Fine, Fine, said));

    private sealed class Part(IProgress<Step> whole, double from, double share) : IProgress<Step>
    {
        private int pass, last;

        public void Report(Step value)
        {
            if (value.Done < last && pass < Passes - 1) pass++;
            last = value.Done;
            var done = (pass + (double)value.Done / Math.Max(value.Total, 1)) / Passes;
            whole.Report(new((int)(Fine * (from + share * done)), Fine, value.Doing, Path.GetFileName(value.Arg)));
        }
    }
}
