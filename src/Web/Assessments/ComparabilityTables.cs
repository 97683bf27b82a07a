using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Organisations;

namespace Stupeni.Assessments;

public sealed class ComparabilityTables : IEntityTypeConfiguration<ComparabilityFlag>
{
    public void Configure(EntityTypeBuilder<ComparabilityFlag> flag)
    {
        flag.Property(f => f.Flag).HasConversion<string>().HasMaxLength(20);
        flag.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
        flag.Property(f => f.Subject).HasMaxLength(20);
        flag.Property(f => f.Except).HasMaxLength(200);
        flag.Property(f => f.MathLevel).HasConversion<string>().HasMaxLength(10);
        flag.Property(f => f.Session).HasMaxLength(100);
        flag.Property(f => f.Reason).HasMaxLength(300);
        flag.Property(f => f.Source).HasMaxLength(300);
        flag.Property(f => f.Edition).HasMaxLength(100);
        flag.Property(f => f.Confidence).HasMaxLength(10);
        flag.Property(f => f.Origin).HasConversion<string>().HasMaxLength(10);
        flag.Property(f => f.Token).IsConcurrencyToken();
        flag.HasOne<Subject>().WithMany().HasForeignKey(f => f.Subject).OnDelete(DeleteBehavior.Restrict);
        flag.HasOne<Organisation>().WithMany().HasForeignKey(f => f.Organisation).OnDelete(DeleteBehavior.Restrict);
        flag.HasIndex(f => f.Organisation);
        flag.HasIndex(f => f.Subject);
    }
}
