using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>What a person says of one doubtful name: one of the candidates, another by its code, that its rows stay out, that it is new; or nothing yet.</summary>
/// <param name="Choice">The id of a candidate, or one of the words.</param>
public sealed record NameChoice(string Key, string Choice, string Other)
{
    public const string Another = "other", Skip = "skip", New = "new";
}

/// <summary>Keeps what was decided of the names of an import. A later decision on the same name takes the place of those before that the person may see.</summary>
public sealed class DecideNames(Db db, Viewer viewer, Clock clock)
{
    /// <returns>How many names were decided.</returns>
    public async Task<int> Run(Import import, IReadOnlyList<NameChoice> choices, CancellationToken stop)
    {
        import.StillDraft();
        var doubts = (await db.DoubtsOf(import.Id, stop)).ToDictionary(d => d.First.Key, d => d.First);
        var decisions = new List<NameDecision>();
        foreach (var choice in choices.Where(c => c.Choice.Length > 0))
            if (doubts.TryGetValue(choice.Key, out var doubt)) decisions.Add(await Decision(import, doubt, choice, stop));
        if (decisions.Count == 0) throw new RuleBroken("Выберите ответ хотя бы для одного названия.");

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var decision in decisions) await Replace(decision, stop);
        db.AddRange(decisions);
        db.Touch(import);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return decisions.Count;
    }

    private async Task<NameDecision> Decision(Import import, ImportDoubt doubt, NameChoice choice, CancellationToken stop)
    {
        var answer = choice.Choice switch { NameChoice.Skip => NameAnswer.Skip, NameChoice.New when doubt.MayBeNew => NameAnswer.New, _ => NameAnswer.Same };
        if (answer != NameAnswer.Same) return NameDecision.Of(doubt.Question, answer, null, null, import.Id, viewer, clock.Now);
        return doubt.Subject == NameSubject.Organisation
            ? NameDecision.Of(doubt.Question, answer, await Organisation(doubt, choice, stop), null, import.Id, viewer, clock.Now)
            : NameDecision.Of(doubt.Question, answer, null, await Municipality(doubt, choice, stop), import.Id, viewer, clock.Now);
    }

    /// <summary>Among those to which the person may bring files: a decision leads nowhere else.</summary>
    private async Task<Id<Organisation>> Organisation(ImportDoubt doubt, NameChoice choice, CancellationToken stop)
    {
        var mine = db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.ImportFiles);
        var (code, login) = (Code(choice), Code(choice).ToLowerInvariant());
        var found = Id<Organisation>.TryParse(choice.Choice, out var id) ? await mine.Where(o => o.Id == id).Select(o => o.Id).ToListAsync(stop) : await mine.Where(o => o.Code == code || o.Login == login).Select(o => o.Id).ToListAsync(stop);
        return found is [var only] ? only : throw new RuleBroken("Для «{0}» впишите код или логин организации, в которую вы можете загружать файлы.", "", doubt.Text);
    }

    private async Task<Id<Municipality>> Municipality(ImportDoubt doubt, NameChoice choice, CancellationToken stop)
    {
        var mine = db.Municipalities.AsNoTracking().VisibleTo(viewer, db.Organisations, Permission.ImportFiles);
        var code = Code(choice);
        var found = Id<Municipality>.TryParse(choice.Choice, out var id) ? await mine.Where(m => m.Id == id).Select(m => m.Id).ToListAsync(stop) : await mine.Where(m => m.Code == code).Select(m => m.Id).ToListAsync(stop);
        return found is [var only] ? only : throw new RuleBroken("Для «{0}» впишите код муниципалитета, в который вы можете загружать файлы.", "", doubt.Text);
    }

    /// <summary>A list of choices gives «450101 — name»: the code stands first.</summary>
    private static string Code(NameChoice choice) => choice.Other.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";

    private async Task Replace(NameDecision decision, CancellationToken stop)
    {
        var (key, import) = (decision.Key, decision.Import);
        var before = await db.NameDecisions.VisibleTo(viewer, db).Where(d => d.Key == key && d.RevokedAt == null && d.Import == import).ToListAsync(stop);
        foreach (var earlier in before) earlier.Revoke(clock.Now);
    }
}
