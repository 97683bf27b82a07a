using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Organisations;

namespace Stupeni.Context;

public sealed class IndexTables : IEntityTypeConfiguration<IndexEdition>, IEntityTypeConfiguration<ContextIndex>, IEntityTypeConfiguration<IndexWeight>, IEntityTypeConfiguration<IndexSchool>, IEntityTypeConfiguration<IndexPart>
{
    public void Configure(EntityTypeBuilder<IndexEdition> edition)
    {
        edition.Property(e => e.Edition).HasMaxLength(40);
        edition.Property(e => e.Weighting).HasConversion<string>().HasMaxLength(20);
        edition.Property(e => e.Source).HasMaxLength(500);
        edition.Property(e => e.EnglishSource).HasMaxLength(500);
        edition.Property(e => e.Confidence).HasMaxLength(10);
        edition.HasIndex(e => e.Edition).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ContextIndex> index)
    {
        index.Property(i => i.ByName).HasMaxLength(200);
        index.Property(i => i.FiguresSha256).HasMaxLength(64);
        index.HasOne<IndexEdition>().WithMany().HasForeignKey(i => i.Edition).OnDelete(DeleteBehavior.Restrict);
        index.HasIndex(i => i.Number).IsUnique();
        index.HasIndex(i => i.Edition);
        index.HasIndex(i => i.Year);
    }

    public void Configure(EntityTypeBuilder<IndexWeight> weight)
    {
        weight.HasKey(w => new { w.Index, w.Indicator });
        weight.Property(w => w.Indicator).HasMaxLength(40);
        weight.Property(w => w.Direction).HasConversion<string>().HasMaxLength(10);
        weight.Property(w => w.Omitted).HasConversion<string>().HasMaxLength(20);
        weight.HasOne<ContextIndex>().WithMany().HasForeignKey(w => w.Index);
        weight.HasOne<ContextIndicator>().WithMany().HasForeignKey(w => w.Indicator).OnDelete(DeleteBehavior.Restrict);
        weight.HasIndex(w => w.Indicator);
    }

    public void Configure(EntityTypeBuilder<IndexSchool> school)
    {
        school.HasKey(s => new { s.Index, s.Organisation });
        school.HasOne<ContextIndex>().WithMany().HasForeignKey(s => s.Index);
        school.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Organisation).OnDelete(DeleteBehavior.Restrict);
        school.HasIndex(s => s.Organisation);
    }

    public void Configure(EntityTypeBuilder<IndexPart> part)
    {
        part.HasKey(p => new { p.Index, p.Organisation, p.Indicator });
        part.Property(p => p.Indicator).HasMaxLength(40);
        part.HasOne<ContextIndex>().WithMany().HasForeignKey(p => p.Index);
        part.HasOne<Organisation>().WithMany().HasForeignKey(p => p.Organisation).OnDelete(DeleteBehavior.Restrict);
        part.HasOne<ContextIndicator>().WithMany().HasForeignKey(p => p.Indicator).OnDelete(DeleteBehavior.Restrict);
        part.HasIndex(p => p.Organisation);
        part.HasIndex(p => p.Indicator);
    }
}
