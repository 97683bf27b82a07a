using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Demo;

/// <summary>Progress for someone at a terminal: a line for every new percent.</summary>
internal sealed class ProgressLines(TextWriter to) : IProgress<Step>
{
    private readonly Lock gate = new();
    private int shown = -1;

    public void Report(Step value)
    {
        lock (gate)
        {
            var percent = value.Total == 0 ? 0 : 100 * value.Done / value.Total;
            if (percent <= shown) return;
            shown = percent;
            to.WriteLine($"{percent,3} % {Texts.Say(value.Doing, value.Arg)}");
        }
    }
}
