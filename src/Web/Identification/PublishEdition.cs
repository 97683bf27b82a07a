using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>Keeps an edition of one's own. The same decision sent twice is one edition; another under its name is refused.</summary>
public sealed class PublishEdition(Db db)
{
    public async Task<IdentificationRule> Publish(IdentificationRule own, CancellationToken stop = default)
    {
        for (var first = true; ; first = false)
        {
            if (await db.IdentificationRules.AsNoTracking().SingleOrDefaultAsync(r => r.Code == own.Code && r.Edition == own.Edition, stop) is { } there)
                return there.SaysTheSameAs(own) ? there : throw new RuleBroken("Редакция «{0}» этого правила уже есть.", "edition", own.Edition);

            db.Add(own);
            try
            {
                await db.SaveChangesAsync(stop);
                return own;
            }
            catch (DbUpdateException failure) when (first && failure.IsTaken())
            {
                // The other press of the button was quicker.
                db.ChangeTracker.Clear();
            }
        }
    }
}
