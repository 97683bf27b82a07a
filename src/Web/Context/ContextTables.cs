using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Imports;
using Stupeni.Organisations;

namespace Stupeni.Context;

public sealed class ContextTables : IEntityTypeConfiguration<ContextIndicator>, IEntityTypeConfiguration<ContextFigure>
{
    public void Configure(EntityTypeBuilder<ContextIndicator> indicator)
    {
        indicator.HasKey(i => i.Code);
        indicator.Property(i => i.Code).HasMaxLength(40);
        indicator.Property(i => i.Name).HasMaxLength(200);
        indicator.Property(i => i.EnglishName).HasMaxLength(200);
        indicator.Property(i => i.Direction).HasConversion<string>().HasMaxLength(10);
        indicator.Property(i => i.Pattern).HasMaxLength(1000);
        indicator.Property(i => i.Source).HasMaxLength(300);
        indicator.Property(i => i.Edition).HasMaxLength(100);
        indicator.Property(i => i.Confidence).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<ContextFigure> figure)
    {
        figure.Property(f => f.Indicator).HasMaxLength(40);
        figure.Property(f => f.Source).HasMaxLength(400);
        figure.Property(f => f.ByName).HasMaxLength(200);
        figure.Property(f => f.State).HasConversion<string>().HasMaxLength(10);
        figure.HasOne<Organisation>().WithMany().HasForeignKey(f => f.Organisation).OnDelete(DeleteBehavior.Restrict);
        figure.HasOne<ContextIndicator>().WithMany().HasForeignKey(f => f.Indicator).OnDelete(DeleteBehavior.Restrict);
        figure.HasOne<Import>().WithMany().HasForeignKey(f => f.Import).OnDelete(DeleteBehavior.Restrict);
        figure.HasOne<ContextFigure>().WithMany().HasForeignKey(f => f.Replaces).OnDelete(DeleteBehavior.Restrict);

        // Two people who write the same figure at once: the second meets this.
        figure.HasIndex(f => new { f.Organisation, f.Year, f.Indicator }).IsUnique().HasFilter("\"State\" = 'Current'");
        figure.HasIndex(f => f.Year);
        figure.HasIndex(f => f.Indicator);
        figure.HasIndex(f => f.Import);
        figure.HasIndex(f => f.Replaces);
    }
}
