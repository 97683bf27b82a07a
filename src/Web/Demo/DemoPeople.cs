using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Demo.Sample;
using Stupeni.Identification;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Demo;

/// <summary>The people whom the sign-in page offers: one for each part that people play, where there is something to see.</summary>
public sealed class DemoPeople(Db db, UserManager<Person> people, Clock clock)
{
    /// <summary>All at once: when they are there, the demo is complete.</summary>
    public async Task Invite(CancellationToken stop)
    {
        var places = await Places(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        foreach (var (at, guest) in Guests(places).Index())
        {
            var person = new Person { UserName = $"demo-{at + 1}", Name = guest.Place, Position = guest.Position, CreatedAt = clock.Now, IsDemo = true };

            // The sign-in page shows them in this order.
            person.Id = new(Guid.CreateVersion7(new DateTimeOffset(clock.Now).AddMilliseconds(at)));
            AddPerson.Refuse(await people.CreateAsync(person));
            var kind = await db.Roles.Where(r => r.Code == guest.Role).Select(r => r.Scope).SingleAsync(stop);
            db.Add(new Grant { Person = person.Id, Role = guest.Role, ScopeKind = kind, Scope = guest.Scope, GivenAt = clock.Now });
        }

        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    private static IEnumerable<Guest> Guests(DemoPlaces places) =>
    [
        new("RegionalCoordinator", "Региональный координатор", InventedRegion.Name),
        new("MunicipalCoordinator", "Муниципальный координатор", places.Listed.MunicipalityName, places.Listed.Municipality.Value),
        new("SchoolHead", "Директор школы, которой нужна поддержка", places.Listed.Name, places.Listed.Id.Value),
        new("SchoolHead", "Директор школы вне списка", places.Other.Name, places.Other.Id.Value),
        new("Methodologist", "Методист муниципалитета", places.Listed.MunicipalityName, places.Listed.Municipality.Value),
        new("Analyst", "Аналитик", InventedRegion.Name),
        new("ExternalCurator", "Внешний куратор", places.Listed.Name, places.Listed.Id.Value),
        new("SchoolTeamTechnician", "Технический специалист школы", places.Listed.Name, places.Listed.Id.Value),
        new("Teacher", "Педагог", places.Listed.Name, places.Listed.Id.Value),
        new("Administrator", "Администратор", InventedRegion.Name),
    ];

    /// <summary>A listed school with most pupils outside the towns, and one that is not listed, of the same municipality where there is one.</summary>
    private async Task<DemoPlaces> Places(CancellationToken stop)
    {
        var run = await db.IdentificationRuns.AsNoTracking().OrderByDescending(r => r.Number).Select(r => r.Id).FirstAsync(stop);
        var schools = await (from school in db.RunSchools.AsNoTracking()
                             where school.Run == run
                             join organisation in db.Organisations on school.Organisation equals organisation.Id
                             join municipality in db.Municipalities on organisation.Municipality equals municipality.Id
                             select new DemoSchool(organisation.Id, organisation.Code, organisation.Name, organisation.Locality, organisation.Pupils ?? 0, school.State, municipality.Id, municipality.Name)).ToListAsync(stop);
        var listed = schools.OrderByDescending(s => s.State == SchoolState.Listed).ThenByDescending(s => s.Locality == Locality.Rural).ThenByDescending(s => s.Pupils).ThenBy(s => s.Code, StringComparer.Ordinal).First();
        var other = schools.Where(s => s.Id != listed.Id).OrderByDescending(s => s.State == SchoolState.NotListed).ThenByDescending(s => s.Municipality == listed.Municipality).ThenBy(s => s.Code, StringComparer.Ordinal).FirstOrDefault() ?? listed;
        return new(listed, other);
    }

    private sealed record Guest(string Role, string Position, string Place, Guid? Scope = null);

    private sealed record DemoPlaces(DemoSchool Listed, DemoSchool Other);

    private sealed record DemoSchool(Id<Organisation> Id, string Code, string Name, Locality Locality, int Pupils, SchoolState State, Id<Municipality> Municipality, string MunicipalityName);
}
