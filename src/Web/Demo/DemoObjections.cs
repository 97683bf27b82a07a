using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification;
using Stupeni.Platform;

namespace Stupeni.Demo;

/// <summary>The time of objections to the last run is open; two schools have used it.</summary>
public static class DemoObjections
{
    private const int Days = 14, AnswerDays = 21;

    private static readonly string[] Said =
    [
        "В протоколе этой процедуры другое число участников ниже порога: две работы аннулированы. Копия протокола — в муниципалитете.",
        "Год результатов совпал с ремонтом: дети учились в двух зданиях. Просим учесть это при решении.",
    ];

    public static async Task Send(IServiceProvider services, CancellationToken stop)
    {
        var (db, clock) = (services.GetRequiredService<Db>(), services.GetRequiredService<Clock>());
        var run = await db.IdentificationRuns.AsNoTracking().OrderByDescending(r => r.Number).FirstAsync(stop);
        var review = await db.ReviewToChange(run, stop);
        if (review.Until is not null) return;

        review.OpenPeriod(clock.Today, clock.Today.AddDays(Days), clock.Today.AddDays(AnswerDays), clock.Today);
        var schools = await db.RunSchools.AsNoTracking().Where(s => s.Run == run.Id && s.State == SchoolState.Listed).OrderBy(s => s.Organisation).Take(Said.Length).ToListAsync(stop);
        foreach (var (at, school) in schools.Index())
        {
            var objection = Objection.Send(review, school.Organisation, [], Said[at], clock.Today, Viewer.Program, clock.Now);
            db.Add(objection);
            if (at == 0 && school.Deciding is { } figure) db.Add(new ObjectionFigure { Objection = objection.Id, Procedure = figure });
        }

        await db.SaveChangesAsync(stop);
    }
}
