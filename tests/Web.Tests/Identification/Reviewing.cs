using Microsoft.EntityFrameworkCore;

namespace Stupeni.Identification;

/// <summary>Time passing in the review of a run.</summary>
internal static class Reviewing
{
    public static DateOnly Today => new Platform.Clock(TimeProvider.System).Today;

    public static Task Open(this App app, IdentificationRun run) => app.Do(async db =>
    {
        (await db.ReviewToChange(run)).OpenPeriod(Today, Today.AddDays(14), Today.AddDays(21), Today);
        await db.SaveChangesAsync();
    });

    /// <summary>The last day of objections was yesterday, and so was the last day of answers.</summary>
    public static Task Pass(this App app, IdentificationRun run) => app.Do(db => db.ListReviews.Where(r => r.Run == run.Id).ExecuteUpdateAsync(set => set
        .SetProperty(r => r.From, Today.AddDays(-20)).SetProperty(r => r.Until, Today.AddDays(-1)).SetProperty(r => r.AnswersUntil, Today.AddDays(-1))));

    public static Dictionary<string, string?> Act(string number, params (string Field, string Value)[] more)
    {
        var act = new Dictionary<string, string?> { ["Form.ActNumber"] = number, ["Form.ActDate"] = $"{Today:yyyy-MM-dd}" };
        foreach (var (field, value) in more) act[$"Form.{field}"] = value;
        return act;
    }
}
