using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations;

public sealed class OrganisationTables : IEntityTypeConfiguration<Region>, IEntityTypeConfiguration<Municipality>, IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Watch>
{
    public void Configure(EntityTypeBuilder<Region> region)
    {
        region.Property(r => r.Code).HasMaxLength(2);
        region.Property(r => r.Name).HasMaxLength(200);
        region.Property(r => r.TimeZone).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<Municipality> municipality)
    {
        municipality.Property(m => m.Code).HasMaxLength(20);
        municipality.Property(m => m.Name).HasMaxLength(200).UseCollation(Database.Russian);
        municipality.Property(m => m.SearchName).HasMaxLength(200);
        municipality.Property(m => m.Token).IsConcurrencyToken();
        municipality.HasIndex(m => m.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Property(o => o.Code).HasMaxLength(20);
        organisation.Property(o => o.Name).HasMaxLength(300).UseCollation(Database.Russian);
        organisation.Property(o => o.SearchName).HasMaxLength(400);
        organisation.Property(o => o.Type).HasConversion<string>().HasMaxLength(30);
        organisation.Property(o => o.Locality).HasConversion<string>().HasMaxLength(10);
        organisation.Property(o => o.Settlement).HasMaxLength(200);
        organisation.Property(o => o.Login).HasMaxLength(30);
        organisation.Property(o => o.Inn).HasMaxLength(12);
        organisation.Property(o => o.Kpp).HasMaxLength(9);
        organisation.Property(o => o.Ogrn).HasMaxLength(15);
        organisation.Property(o => o.Okpo).HasMaxLength(8);
        organisation.Property(o => o.Oktmo).HasMaxLength(11);
        organisation.Property(o => o.State).HasConversion<string>().HasMaxLength(10);
        organisation.Property(o => o.Token).IsConcurrencyToken();
        organisation.HasOne<Municipality>().WithMany().HasForeignKey(o => o.Municipality).OnDelete(DeleteBehavior.Restrict);
        organisation.HasOne<Organisation>().WithMany().HasForeignKey(o => o.MergedInto).OnDelete(DeleteBehavior.Restrict);
        organisation.HasIndex(o => o.Code).IsUnique();
        organisation.HasIndex(o => o.Login).IsUnique();
        organisation.HasIndex(o => new { o.Name, o.Id });
        organisation.HasIndex(o => o.Municipality);
    }

    public void Configure(EntityTypeBuilder<Watch> watch)
    {
        watch.HasKey(w => new { w.Person, w.Organisation });
        watch.HasOne<Person>().WithMany().HasForeignKey(w => w.Person);
        watch.HasOne<Organisation>().WithMany().HasForeignKey(w => w.Organisation);
    }
}
