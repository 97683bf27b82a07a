using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Accounts;
using Stupeni.Organisations;

namespace Stupeni.Imports;

public sealed class NameTables : IEntityTypeConfiguration<ImportDoubt>, IEntityTypeConfiguration<NameDecision>
{
    public void Configure(EntityTypeBuilder<ImportDoubt> doubt)
    {
        doubt.Property(d => d.Subject).HasConversion<string>().HasMaxLength(20);
        doubt.Property(d => d.Text).HasMaxLength(300);
        doubt.Property(d => d.Code).HasMaxLength(60);
        doubt.Property(d => d.Context).HasMaxLength(200);
        doubt.Property(d => d.Key).HasMaxLength(64);
        doubt.Property(d => d.Sheet).HasMaxLength(100);
        doubt.Ignore(d => d.Question);
        doubt.Ignore(d => d.Likely);
        doubt.HasOne<ImportFile>().WithMany().HasForeignKey(d => d.File);
        doubt.HasIndex(d => new { d.File, d.Position }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<NameDecision> decision)
    {
        decision.Property(d => d.Subject).HasConversion<string>().HasMaxLength(20);
        decision.Property(d => d.Answer).HasConversion<string>().HasMaxLength(10);
        decision.Property(d => d.Text).HasMaxLength(300);
        decision.Property(d => d.Code).HasMaxLength(60);
        decision.Property(d => d.Context).HasMaxLength(200);
        decision.Property(d => d.Key).HasMaxLength(64);
        decision.Property(d => d.ByName).HasMaxLength(200);
        decision.Property(d => d.Token).IsConcurrencyToken();
        decision.HasOne<Organisation>().WithMany().HasForeignKey(d => d.Organisation).OnDelete(DeleteBehavior.Cascade);
        decision.HasOne<Municipality>().WithMany().HasForeignKey(d => d.Municipality).OnDelete(DeleteBehavior.Cascade);
        decision.HasOne<Import>().WithMany().HasForeignKey(d => d.Import).OnDelete(DeleteBehavior.Cascade);
        decision.HasOne<Person>().WithMany().HasForeignKey(d => d.By).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => d.Key);
        decision.HasIndex(d => d.Organisation);
        decision.HasIndex(d => d.Municipality);
        decision.HasIndex(d => d.Import);
        decision.HasIndex(d => d.By);
    }
}
