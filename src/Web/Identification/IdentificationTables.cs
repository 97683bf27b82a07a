using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Organisations;

namespace Stupeni.Identification;

public sealed class IdentificationTables : IEntityTypeConfiguration<IdentificationRule>, IEntityTypeConfiguration<IdentificationRun>,
    IEntityTypeConfiguration<RunInput>, IEntityTypeConfiguration<RunSchool>, IEntityTypeConfiguration<ListDecision>, IEntityTypeConfiguration<RunFlag>
{
    public void Configure(EntityTypeBuilder<IdentificationRule> rule)
    {
        rule.Ignore(r => r.Readings);
        rule.Property(r => r.Code).HasMaxLength(40);
        rule.Property(r => r.Edition).HasMaxLength(40);
        rule.Property(r => r.Name).HasMaxLength(200);
        rule.Property(r => r.Wording).HasMaxLength(2000);
        rule.Property(r => r.Kinds).HasMaxLength(100);
        rule.Property(r => r.Subjects).HasMaxLength(300);
        rule.Property(r => r.Grades).HasMaxLength(60);
        rule.Property(r => r.Source).HasMaxLength(500);
        rule.Property(r => r.Confidence).HasMaxLength(10);
        rule.Property(r => r.Origin).HasConversion<string>().HasMaxLength(10);
        rule.HasIndex(r => new { r.Code, r.Edition }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<IdentificationRun> run)
    {
        run.Property(r => r.RuleCode).HasMaxLength(40);
        run.Property(r => r.RuleEdition).HasMaxLength(40);
        run.Property(r => r.Reading).HasConversion<string>().HasMaxLength(10);
        run.Property(r => r.ByName).HasMaxLength(200);
        run.Property(r => r.InputSha256).HasMaxLength(64);
        run.Property(r => r.CodeVersion).HasMaxLength(60);
        run.HasOne<IdentificationRule>().WithMany().HasForeignKey(r => r.Rule).OnDelete(DeleteBehavior.Restrict);
        run.HasOne<Person>().WithMany().HasForeignKey(r => r.By).OnDelete(DeleteBehavior.Restrict);
        run.HasIndex(r => r.Number).IsUnique();
        run.HasIndex(r => r.Rule);
        run.HasIndex(r => r.By);
    }

    public void Configure(EntityTypeBuilder<RunInput> input)
    {
        input.HasKey(i => new { i.Run, i.Organisation, i.Procedure });
        input.HasOne<IdentificationRun>().WithMany().HasForeignKey(i => i.Run);
        input.HasOne<Organisation>().WithMany().HasForeignKey(i => i.Organisation).OnDelete(DeleteBehavior.Restrict);
        input.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(i => i.Procedure).OnDelete(DeleteBehavior.Restrict);
        input.HasIndex(i => i.Organisation);
        input.HasIndex(i => i.Procedure);
    }

    public void Configure(EntityTypeBuilder<RunFlag> flag)
    {
        flag.Property(f => f.Flag).HasConversion<string>().HasMaxLength(20);
        flag.Property(f => f.Reason).HasMaxLength(300);
        flag.Property(f => f.Source).HasMaxLength(300);
        flag.Property(f => f.Edition).HasMaxLength(100);
        flag.Ignore(f => f.Said);
        flag.HasOne<IdentificationRun>().WithMany().HasForeignKey(f => f.Run);
        flag.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(f => f.Procedure).OnDelete(DeleteBehavior.Restrict);
        flag.HasOne<Organisation>().WithMany().HasForeignKey(f => f.Organisation).OnDelete(DeleteBehavior.Restrict);
        flag.HasIndex(f => f.Run);
        flag.HasIndex(f => f.Procedure);
        flag.HasIndex(f => f.Organisation);
    }

    public void Configure(EntityTypeBuilder<RunSchool> school)
    {
        school.HasKey(s => new { s.Run, s.Organisation });
        school.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        school.HasOne<IdentificationRun>().WithMany().HasForeignKey(s => s.Run);
        school.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Organisation).OnDelete(DeleteBehavior.Restrict);
        school.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(s => s.Deciding).OnDelete(DeleteBehavior.Restrict);
        school.HasIndex(s => s.Organisation);
        school.HasIndex(s => s.Deciding);
    }

    public void Configure(EntityTypeBuilder<ListDecision> decision)
    {
        decision.Property(d => d.Kind).HasConversion<string>().HasMaxLength(10);
        decision.Property(d => d.Reason).HasMaxLength(1000);
        decision.Property(d => d.ActNumber).HasMaxLength(60);
        decision.Property(d => d.ByName).HasMaxLength(200);
        decision.Property(d => d.Token).IsConcurrencyToken();
        decision.HasOne<IdentificationRun>().WithMany().HasForeignKey(d => d.Run).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Organisation>().WithMany().HasForeignKey(d => d.Organisation).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Person>().WithMany().HasForeignKey(d => d.By).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => new { d.Run, d.Organisation }).IsUnique();
        decision.HasIndex(d => d.Organisation);
        decision.HasIndex(d => d.By);
    }
}
