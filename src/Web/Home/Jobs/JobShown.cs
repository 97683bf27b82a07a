using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Home.Jobs;

/// <summary>A run as its page tells it: the row, and what the node that does it knows better.</summary>
public sealed record JobShown(JobRun Run, RunningWork? Here, int Ahead, DateTime Now)
{
    private const int Promised = 3;

    public JobState State => Run.State;

    public bool Finished => State is JobState.Done or JobState.Failed or JobState.Cancelled;

    public bool Stopping => State == JobState.Running && (Run.CancelAsked || Here is { CancelAsked: true });

    public int Done => Latest.Done;

    public int Total => Latest.Total;

    public double? Percent => State == JobState.Running && Total > 0 ? Math.Clamp(100.0 * Done / Total, 0, 100) : null;

    public string Title => Texts.Say(Run.Title, Run.TitleArg);

    public string Doing => State switch
    {
        _ when Stopping => Texts.Say("Останавливаем"),
        JobState.Queued => Ahead == 0 ? Texts.Say("Сейчас начнётся") : Texts.Say("В очереди, впереди {0}", Texts.Count(Ahead, "задание|задания|заданий")),
        JobState.Running when Latest.Doing is "" => Texts.Say("Начинаем"),
        _ when Latest.Doing is "" => "",
        _ => Texts.Say(Latest.Doing, Latest.Arg),
    };

    /// <summary>Seconds that are likely left, once there is something to judge by.</summary>
    public int? Left => State == JobState.Running && !Stopping && Done > 0 && Total >= Done && Run.StartedAt is { } started && (Now - started).TotalSeconds is > Promised and var gone
        ? (int)Math.Ceiling(gone / Done * (Total - Done)) : null;

    public string Share => string.Join(", ", new[] { Percent is { } percent ? Numbers.Percent(Math.Floor(percent), 0) : "", Left is { } left ? Texts.Say("осталось около {0}", Duration(left)) : "" }.Where(part => part is not ""));

    public static string Duration(double seconds) => seconds < 90
        ? Texts.Say("{0} с", Numbers.Whole(Math.Max(5, (long)Math.Round(seconds / 5) * 5))) : Texts.Say("{0} мин", Numbers.Whole((long)Math.Round(seconds / 60)));

    private Step Latest => State == JobState.Running && Here?.Latest is { } step ? step : new(Run.Done, Run.Total, Run.Doing, Run.DoingArg);
}
