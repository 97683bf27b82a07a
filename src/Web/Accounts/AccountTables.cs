using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Stupeni.Accounts;

public sealed class AccountTables : IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Role>, IEntityTypeConfiguration<RolePermission>, IEntityTypeConfiguration<Grant>, IEntityTypeConfiguration<Change>, IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.Property(p => p.Name).HasMaxLength(200);
        person.Property(p => p.Position).HasMaxLength(200);
        person.Property(p => p.PhoneNumber).HasMaxLength(40);
        person.Property(p => p.PasswordHash).HasMaxLength(400);
        person.Property(p => p.SecurityStamp).HasMaxLength(100);
        person.Property(p => p.ConcurrencyStamp).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<Role> role)
    {
        role.HasKey(r => r.Code);
        role.Property(r => r.Code).HasMaxLength(60);
        role.Property(r => r.Name).HasMaxLength(200);
        role.Property(r => r.Scope).HasConversion<string>().HasMaxLength(20);
        role.Property(r => r.Source).HasMaxLength(400);
        role.HasMany(r => r.Permissions).WithOne().HasForeignKey(p => p.Role);
    }

    public void Configure(EntityTypeBuilder<RolePermission> permission)
    {
        permission.ToTable("RolePermissions").HasKey(p => new { p.Role, p.Permission });
        permission.Property(p => p.Role).HasMaxLength(60);
        permission.Property(p => p.Permission).HasConversion<string>().HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<Grant> grant)
    {
        grant.Property(g => g.Role).HasMaxLength(60);
        grant.Property(g => g.ScopeKind).HasConversion<string>().HasMaxLength(20);
        grant.HasOne<Person>().WithMany().HasForeignKey(g => g.Person);
        grant.HasOne<Role>().WithMany().HasForeignKey(g => g.Role).OnDelete(DeleteBehavior.Restrict);
        grant.HasIndex(g => new { g.Person, g.Role, g.ScopeKind, g.Scope }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Change> change)
    {
        change.Property(c => c.PersonName).HasMaxLength(200);
        change.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        change.Property(c => c.Subject).HasMaxLength(60);
        change.Property(c => c.Label).HasMaxLength(1000);
        change.Property(c => c.Field).HasMaxLength(60);
        change.Property(c => c.Old).HasMaxLength(1000);
        change.Property(c => c.New).HasMaxLength(1000);
        change.Property(c => c.Why).HasMaxLength(1000);
        change.HasIndex(c => new { c.Organisation, c.Id });
        change.HasIndex(c => new { c.SubjectId, c.Id });
    }

    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.Property(v => v.List).HasMaxLength(60);
        view.Property(v => v.Name).HasMaxLength(SavedView.LongestName);
        view.Property(v => v.Query).HasMaxLength(SavedView.LongestQuery);
        view.HasOne<Person>().WithMany().HasForeignKey(v => v.Person);
        view.HasIndex(v => new { v.Person, v.List, v.Name }).IsUnique();
    }
}
