using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Statistics.Inference;

namespace Stupeni.Identification;

/// <summary>Applies a rule to the results of now and keeps what it saw: inputs, verdicts, edition, moment. The pages, the command and the demo run it.</summary>
public sealed class RunIdentification(Db db, Viewer viewer, Clock clock)
{
    private const int Attempts = 3;

    /// <summary>The run, and whether it is new: the same order over unchanged results gives the run that is there.</summary>
    public async Task<(IdentificationRun Run, bool IsNew)> Run(RunOrder order, CancellationToken stop = default)
    {
        var found = await Judge(order, stop);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Save(found, stop);
            }
            catch (DbUpdateException failure) when (failure.IsTaken() && attempt < Attempts)
            {
                // Someone's run took the number meanwhile.
                db.ChangeTracker.Clear();
            }
        }
    }

    public async Task<Identified> Judge(RunOrder order, CancellationToken stop = default)
    {
        var found = await db.Identify(viewer, order, stop);
        if (found.Schools.Count == 0)
            throw new RuleBroken("Результатов за {0} и {1} учебные годы по процедурам этого правила нет: загрузите их или выберите другой год.", "year", [.. order.RuleYears.Cast<object>()]);
        return found;
    }

    private async Task<(IdentificationRun, bool)> Save(Identified found, CancellationToken stop)
    {
        var (order, hash) = (found.Order, found.InputSha256());
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var like = db.IdentificationRuns.AsNoTracking().Where(r => r.Rule == order.Rule.Id && r.Reading == order.Reading.Reading && r.Year == order.Year && r.MinParticipants == order.MinParticipants);
        if (await like.OrderByDescending(r => r.Number).FirstOrDefaultAsync(stop) is { } last && last.InputSha256 == hash) return (last, false);

        var run = new IdentificationRun
        {
            Number = 1 + (await db.IdentificationRuns.MaxAsync(r => (int?)r.Number, stop) ?? 0),
            Rule = order.Rule.Id, RuleCode = order.Rule.Code, RuleEdition = order.Rule.Edition, Reading = order.Reading.Reading, Year = order.Year, MinParticipants = order.MinParticipants,
            At = clock.Now, By = viewer.Person, ByName = viewer.Name, InputSha256 = hash, CodeVersion = CodeVersion.Now,
            Listed = found.Count(SchoolState.Listed), AtRisk = found.Count(SchoolState.RiskGroup), NotListed = found.Count(SchoolState.NotListed), Insufficient = found.Count(SchoolState.InsufficientData),
        };
        db.Add(run);
        db.AddRange(found.Schools.Select(s => School(run.Id, s)));
        db.AddRange(found.Schools.SelectMany(s => s.Results.Select(r => Input(run, s, r, order.Terms))));
        db.AddRange(found.Schools.SelectMany(s => s.Results.Where(r => r.Flag is not null).Select(r => (r.Procedure, Organisation: r.Flag!.IsOwn ? s.Id : (Id<Organisation>?)null, r.Flag))).Distinct()
            .Select(f => new RunFlag { Run = run.Id, Procedure = f.Procedure, Organisation = f.Organisation, Flag = f.Flag!.Kind, Reason = f.Flag.Reason, Source = f.Flag.Source, Edition = f.Flag.Edition }));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return (run, true);
    }

    /// <summary>The verdict as the run keeps it.</summary>
    internal static RunSchool School(Id<IdentificationRun> run, JudgedSchool school)
    {
        var deciding = school.Verdict.Deciding;
        var interval = Proportion.Wilson(deciding.BelowThreshold, deciding.Participants);
        var pooled = Pooled.Of(deciding.Line, [.. school.Results.Where(r => r.Line == deciding.Line)]);
        return new()
        {
            Run = run, Organisation = school.Id, State = school.Verdict.State, Deciding = deciding.Procedure, Participants = deciding.Participants, BelowThreshold = deciding.BelowThreshold,
            Lower = interval.Lower, Upper = interval.Upper, PooledParticipants = pooled.Participants, PooledBelow = pooled.BelowThreshold,
        };
    }

    private static RunInput Input(IdentificationRun run, JudgedSchool school, Result result, Terms terms) => new()
    {
        Run = run.Id, Organisation = school.Id, Procedure = result.Procedure, Year = result.Year, Participants = result.Participants, BelowThreshold = result.BelowThreshold, Low = terms.Low(result),
    };
}
