using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports.Register;

/// <summary>What imports do to organisations and municipalities, each with what is needed to take it back.</summary>
public sealed class OrganisationEffects(Db db)
{
    public async Task Create(Import import, NewOrganisations made, CancellationToken stop)
    {
        foreach (var m in made.Municipalities)
        {
            db.Add(Municipality.Open(m.Code, m.Name, m.Id));
            db.Add(Effect(import, nameof(Municipality), m.Id.Value, null, m.Name));
        }

        foreach (var planned in made.Organisations)
        {
            var organisation = Organisation.Open(planned.Known.Code, planned.Known.Type, planned.Known.Municipality.Id, planned.Facts, planned.Known.Id);
            db.Add(organisation);
            db.Add(Effect(import, nameof(Organisation), organisation.Id.Value, null, OrganisationSnapshot.Of(organisation).ToJson()));
        }

        await db.SaveChangesAsync(stop);
    }

    public async Task Update(Import import, IReadOnlyList<OrganisationUpdate> updates, CancellationToken stop)
    {
        var ids = updates.Select(u => u.Id).ToList();
        var rows = await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);
        foreach (var update in updates)
        {
            if (!rows.TryGetValue(update.Id, out var organisation) || OrganisationSnapshot.Of(organisation) != update.Before) throw new RuleBroken(RuleBrokenFilter.Edited);
            update.After.Describe(organisation);
            db.Add(Effect(import, nameof(Organisation), organisation.Id.Value, update.Before.ToJson(), OrganisationSnapshot.Of(organisation).ToJson()));
        }

        await db.SaveChangesAsync(stop);
    }

    public async Task Rename(Import import, IReadOnlyList<MunicipalityName> names, CancellationToken stop)
    {
        foreach (var name in names)
        {
            var municipality = await db.Municipalities.SingleAsync(m => m.Id == name.Id, stop);
            if (municipality.Name != name.Before) throw new RuleBroken(RuleBrokenFilter.Edited);
            municipality.Rename(name.After);
            db.Add(Effect(import, nameof(Municipality), name.Id.Value, name.Before, name.After));
        }

        await db.SaveChangesAsync(stop);
    }

    /// <summary>Restores what was and removes what was made, unless something changed or came to rest on it since.</summary>
    public async Task TakeBack(Import import, CancellationToken stop)
    {
        var effects = await db.ImportEffects.Where(e => e.Import == import.Id && (e.Subject == nameof(Organisation) || e.Subject == nameof(Municipality))).ToListAsync(stop);
        var ids = effects.Where(e => e.Subject == nameof(Organisation)).Select(e => new Id<Organisation>(e.SubjectId)).ToList();
        var rows = await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, stop);
        foreach (var effect in effects.Where(e => e.Subject == nameof(Organisation)))
        {
            if (!rows.TryGetValue(new(effect.SubjectId), out var organisation)) continue;
            if (organisation.State != OrganisationState.Active || OrganisationSnapshot.Of(organisation) != OrganisationSnapshot.FromJson(effect.After)) throw await ChangedSince(organisation.Name, effect.SubjectId, stop);
            if (effect.Before is { } before) OrganisationSnapshot.FromJson(before).Describe(organisation);
        }

        var made = effects.Where(e => e.Subject == nameof(Organisation) && e.Before is null).Select(e => rows.GetValueOrDefault(new(e.SubjectId))).OfType<Organisation>().ToList();
        await Unused.Check(db, made.ToDictionary(o => o.Id.Value, o => o.Name), typeof(Organisation), stop);
        db.RemoveRange(made);
        await db.SaveChangesAsync(stop);

        await TakeBackMunicipalities(effects.Where(e => e.Subject == nameof(Municipality)).ToDictionary(e => new Id<Municipality>(e.SubjectId)), stop);
    }

    private async Task TakeBackMunicipalities(Dictionary<Id<Municipality>, ImportEffect> effects, CancellationToken stop)
    {
        var rows = await db.Municipalities.Where(m => effects.Keys.Contains(m.Id)).ToListAsync(stop);
        foreach (var changed in rows.Where(m => effects[m.Id].After != m.Name)) throw await ChangedSince(changed.Name, changed.Id.Value, stop);

        var made = rows.Where(m => effects[m.Id].Before is null).ToList();
        await Unused.Check(db, made.ToDictionary(m => m.Id.Value, m => m.Name), typeof(Municipality), stop);
        foreach (var renamed in rows.Except(made)) renamed.Rename(effects[renamed.Id].Before!);
        db.RemoveRange(made);
    }

    private async Task<RuleBroken> ChangedSince(string name, Guid id, CancellationToken stop)
    {
        var last = await db.Changes.AsNoTracking().Where(c => c.SubjectId == id && (c.Kind == ChangeKind.Changed || c.Kind == ChangeKind.Added)).OrderByDescending(c => c.Id).Select(c => new { c.PersonName, c.At }).FirstOrDefaultAsync(stop);
        return last is null ? new("«{0}» после импорта изменили. Отменить его целиком уже нельзя.", "", name)
            : new("«{0}» после импорта изменили: {1}, {2}. Отменить его целиком уже нельзя.", "", name, last.PersonName, Numbers.Moment(last.At));
    }

    private static ImportEffect Effect(Import import, string subject, Guid id, string? before, string after) =>
        new() { Import = import.Id, Subject = subject, SubjectId = id, Before = before, After = after };
}
