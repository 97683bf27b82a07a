using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Assessments;
using Stupeni.Context;
using Stupeni.Growth;
using Stupeni.Organisations;

namespace Stupeni.Identification;

public sealed class EstimateTables : IEntityTypeConfiguration<EstimateEdition>, IEntityTypeConfiguration<RunEstimate>, IEntityTypeConfiguration<ProcedureFit>, IEntityTypeConfiguration<SchoolEstimate>, IEntityTypeConfiguration<ProcedureEstimate>, IEntityTypeConfiguration<ProcedurePrior>, IEntityTypeConfiguration<ProcedureInfluence>, IEntityTypeConfiguration<KeptInputs>
{
    public void Configure(EntityTypeBuilder<EstimateEdition> edition)
    {
        edition.Property(e => e.Edition).HasMaxLength(40);
        edition.Property(e => e.Source).HasMaxLength(500);
        edition.Property(e => e.EnglishSource).HasMaxLength(500);
        edition.Property(e => e.Confidence).HasMaxLength(10);
        edition.Property(e => e.Origin).HasConversion<string>().HasMaxLength(10);
        edition.HasIndex(e => e.Edition).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RunEstimate> estimate)
    {
        estimate.Property(e => e.ByName).HasMaxLength(200);
        estimate.Property(e => e.InputSha256).HasMaxLength(64);
        estimate.Property(e => e.CodeVersion).HasMaxLength(60);
        estimate.HasOne<IdentificationRun>().WithMany().HasForeignKey(e => e.Run).OnDelete(DeleteBehavior.Restrict);
        estimate.HasOne<EstimateEdition>().WithMany().HasForeignKey(e => e.Edition).OnDelete(DeleteBehavior.Restrict);
        estimate.HasIndex(e => e.Run);
        estimate.HasIndex(e => e.Edition);
    }

    public void Configure(EntityTypeBuilder<ProcedureFit> fit)
    {
        fit.HasKey(f => new { f.Estimate, f.Procedure });
        fit.Property(f => f.Why).HasConversion<string>().HasMaxLength(20);
        fit.HasOne<RunEstimate>().WithMany().HasForeignKey(f => f.Estimate);
        fit.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(f => f.Procedure).OnDelete(DeleteBehavior.Restrict);
        fit.HasOne<ContextIndex>().WithMany().HasForeignKey(f => f.Index).OnDelete(DeleteBehavior.Restrict);
        fit.HasIndex(f => f.Procedure);
        fit.HasIndex(f => f.Index);
    }

    public void Configure(EntityTypeBuilder<SchoolEstimate> school)
    {
        school.HasKey(s => new { s.Estimate, s.Organisation });
        school.Ignore(s => s.Level);
        school.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        school.Property(s => s.Standing).HasConversion<string>().HasMaxLength(20);
        school.HasOne<RunEstimate>().WithMany().HasForeignKey(s => s.Estimate);
        school.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Organisation).OnDelete(DeleteBehavior.Restrict);
        school.HasIndex(s => s.Organisation);
    }

    public void Configure(EntityTypeBuilder<ProcedureEstimate> result)
    {
        result.HasKey(r => new { r.Estimate, r.Organisation, r.Procedure });
        result.HasOne<RunEstimate>().WithMany().HasForeignKey(r => r.Estimate);
        result.HasOne<Organisation>().WithMany().HasForeignKey(r => r.Organisation).OnDelete(DeleteBehavior.Restrict);
        result.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(r => r.Procedure).OnDelete(DeleteBehavior.Restrict);
        result.HasIndex(r => r.Organisation);
        result.HasIndex(r => r.Procedure);
    }

    public void Configure(EntityTypeBuilder<KeptInputs> inputs)
    {
        inputs.HasKey(i => i.Estimate);
        inputs.HasOne<RunEstimate>().WithOne().HasForeignKey<KeptInputs>(i => i.Estimate);
    }

    public void Configure(EntityTypeBuilder<ProcedurePrior> prior)
    {
        prior.HasKey(p => new { p.Estimate, p.Procedure });
        prior.HasOne<RunEstimate>().WithMany().HasForeignKey(p => p.Estimate);
        prior.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(p => p.Procedure).OnDelete(DeleteBehavior.Restrict);
        prior.HasOne<GrowthStudy>().WithMany().HasForeignKey(p => p.Study).OnDelete(DeleteBehavior.Restrict);
        prior.HasIndex(p => p.Procedure);
        prior.HasIndex(p => p.Study);
    }

    public void Configure(EntityTypeBuilder<ProcedureInfluence> influence)
    {
        influence.HasKey(i => new { i.Estimate, i.Procedure, i.Organisation });
        influence.HasOne<RunEstimate>().WithMany().HasForeignKey(i => i.Estimate);
        influence.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(i => i.Procedure).OnDelete(DeleteBehavior.Restrict);
        influence.HasOne<Organisation>().WithMany().HasForeignKey(i => i.Organisation).OnDelete(DeleteBehavior.Restrict);
        influence.HasIndex(i => i.Procedure);
        influence.HasIndex(i => i.Organisation);
    }
}
