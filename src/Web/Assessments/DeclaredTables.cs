using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Organisations;

namespace Stupeni.Assessments;

public sealed class DeclaredTables : IEntityTypeConfiguration<DeclaredResult>, IEntityTypeConfiguration<DiscrepancyDecision>
{
    public void Configure(EntityTypeBuilder<DeclaredResult> declared)
    {
        declared.Ignore(d => d.Values);
        declared.Ignore(d => d.Unit);
        declared.Property(d => d.Report).HasConversion<string>().HasMaxLength(20);
        declared.Property(d => d.Level).HasConversion<string>().HasMaxLength(20);
        declared.Property(d => d.File).HasMaxLength(260);
        declared.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(d => d.Procedure).OnDelete(DeleteBehavior.Restrict);
        declared.HasOne<Municipality>().WithMany().HasForeignKey(d => d.Municipality).OnDelete(DeleteBehavior.Restrict);
        declared.HasOne<Organisation>().WithMany().HasForeignKey(d => d.Organisation).OnDelete(DeleteBehavior.Restrict);
        declared.HasOne<Import>().WithMany().HasForeignKey(d => d.Import).OnDelete(DeleteBehavior.Restrict);
        declared.HasIndex(d => new { d.Procedure, d.Organisation });
        declared.HasIndex(d => d.Municipality);
        declared.HasIndex(d => d.Organisation);
        declared.HasIndex(d => d.Import);
    }

    public void Configure(EntityTypeBuilder<DiscrepancyDecision> decision)
    {
        decision.Property(d => d.Place).HasMaxLength(100);
        decision.Property(d => d.Holds).HasMaxLength(60);
        decision.Property(d => d.Source).HasMaxLength(500);
        decision.Property(d => d.Fingerprint).HasMaxLength(64);
        decision.Property(d => d.Reason).HasMaxLength(DiscrepancyDecision.LongestReason);
        decision.Property(d => d.ByName).HasMaxLength(200);
        decision.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(d => d.Procedure).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Municipality>().WithMany().HasForeignKey(d => d.Municipality).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Organisation>().WithMany().HasForeignKey(d => d.Organisation).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Person>().WithMany().HasForeignKey(d => d.By).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => new { d.Procedure, d.Place, d.Number }).IsUnique();
        decision.HasIndex(d => d.Municipality);
        decision.HasIndex(d => d.Organisation);
        decision.HasIndex(d => d.By);
    }
}
