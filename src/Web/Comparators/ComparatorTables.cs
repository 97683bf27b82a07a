using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Comparators;

public sealed class ComparatorTables : IEntityTypeConfiguration<ComparatorEdition>, IEntityTypeConfiguration<ComparatorWeight>, IEntityTypeConfiguration<ComparatorSet>, IEntityTypeConfiguration<ComparatorSetSchool>
{
    public void Configure(EntityTypeBuilder<ComparatorEdition> edition)
    {
        edition.Property(e => e.Edition).HasMaxLength(40);
        edition.Property(e => e.Source).HasMaxLength(500);
        edition.Property(e => e.EnglishSource).HasMaxLength(500);
        edition.Property(e => e.Confidence).HasMaxLength(10);
        edition.HasIndex(e => e.Edition).IsUnique();
        edition.HasMany(e => e.Weights).WithOne().HasForeignKey(w => w.Edition);
    }

    public void Configure(EntityTypeBuilder<ComparatorWeight> weight)
    {
        weight.ToTable("ComparatorWeights");
        weight.HasKey(w => new { w.Edition, w.Measure });
        weight.Property(w => w.Measure).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<ComparatorSet> set)
    {
        set.Property(s => s.Place).HasMaxLength(36);
        set.Property(s => s.Name).HasMaxLength(ComparatorSet.LongestName).UseCollation(Database.Russian);
        set.Property(s => s.ByName).HasMaxLength(200);
        set.Property(s => s.State).HasConversion<string>().HasMaxLength(10);
        set.Property(s => s.Token).IsConcurrencyToken();
        set.HasOne<Person>().WithMany().HasForeignKey(s => s.Author).OnDelete(DeleteBehavior.Restrict);
        set.HasOne<ComparatorSet>().WithMany().HasForeignKey(s => s.Replaces).OnDelete(DeleteBehavior.Restrict);
        set.HasMany(s => s.Schools).WithOne().HasForeignKey(s => s.Set);

        // Two people of a place who take the same name at once: the second meets this.
        set.HasIndex(s => new { s.Place, s.Name }).IsUnique().HasFilter("\"State\" = 'Current'");
        set.HasIndex(s => s.Author);
        set.HasIndex(s => s.Replaces);
    }

    public void Configure(EntityTypeBuilder<ComparatorSetSchool> school)
    {
        school.ToTable("ComparatorSetSchools");
        school.HasKey(s => new { s.Set, s.Organisation });
        school.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Organisation).OnDelete(DeleteBehavior.Restrict);
        school.HasIndex(s => s.Organisation);
    }
}
