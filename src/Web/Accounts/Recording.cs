using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Stupeni.Platform;

namespace Stupeni.Accounts;

/// <summary>Writes the record of changes in the same transaction as the changes, so that none can be made without it.</summary>
public sealed class Recording(Clock clock) : SaveChangesInterceptor
{
    private const int Longest = 1000;

    public Viewer Viewer { get; set; } = Viewer.Nobody;

    /// <summary>Why the next changes are made, in the words of the person.</summary>
    public string? Why { get; set; }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record(eventData.Context!);
        return new(result);
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record(eventData.Context!);
        return result;
    }

    private void Record(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries<IRecorded>().ToList())
        {
            if (entry.State == EntityState.Added) db.Add(Line(entry, ChangeKind.Added));
            else if (entry.State == EntityState.Deleted) db.Add(Line(entry, ChangeKind.Removed));
            else if (entry.State == EntityState.Modified) db.AddRange(Fields(db, entry));
        }
    }

    private List<Change> Fields(DbContext db, EntityEntry<IRecorded> entry)
    {
        var changed = entry.Properties.Where(p => p.IsModified && !p.Metadata.IsConcurrencyToken && !Silent.Contains(p.Metadata.Name) && !Equals(p.OriginalValue, p.CurrentValue)).ToList();
        if (changed.Count > 0 && entry.Metadata.FindProperty("Token") is not null) entry.Property<int>("Token").CurrentValue++;
        return [.. changed.Select(p => Line(entry, ChangeKind.Changed, p.Metadata.Name, Word(db, p, p.OriginalValue), Word(db, p, p.CurrentValue)))];
    }

    /// <summary>Written by the program about itself, or derived from a field that is recorded.</summary>
    private static readonly HashSet<string> Silent =
        ["SearchName", "SecurityStamp", "ConcurrencyStamp", "PasswordHash", "AccessFailedCount", "LockoutEnd", "NormalizedUserName", "NormalizedEmail"];

    private Change Line(EntityEntry<IRecorded> entry, ChangeKind kind, string field = "", string? old = null, string? now = null) => new()
    {
        At = clock.Now,
        Person = Viewer.Person,
        PersonName = Viewer.Name,
        Kind = kind,
        Subject = entry.Metadata.ClrType.Name,
        SubjectId = Key(entry),
        Label = Cut(entry.Entity.Label),
        Organisation = entry.Entity.Organisation,
        Field = field,
        Old = old,
        New = now,
        Why = Why,
    };

    private static Guid? Key(EntityEntry entry) => entry.Metadata.FindPrimaryKey()!.Properties is [var key]
        ? key.GetValueConverter()?.ConvertToProvider(entry.Property(key).CurrentValue) as Guid? : null;

    /// <summary>A value as a person reads it: a key becomes the name of the row it points to.</summary>
    private static string? Word(DbContext db, PropertyEntry property, object? value)
    {
        if (value is null) return null;
        var target = property.Metadata.GetContainingForeignKeys().FirstOrDefault()?.PrincipalEntityType.ClrType;
        if (target is not null && db.Find(target, value) is IRecorded named) return Cut(named.Label);
        return Cut(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];
}
