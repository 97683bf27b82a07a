using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Imports;
using Stupeni.Organisations;

namespace Stupeni.Assessments;

public sealed class AssessmentTables : IEntityTypeConfiguration<AssessmentProcedure>, IEntityTypeConfiguration<Subject>, IEntityTypeConfiguration<TestForm>, IEntityTypeConfiguration<TestTask>,
    IEntityTypeConfiguration<MarkScale>, IEntityTypeConfiguration<MinimumThreshold>, IEntityTypeConfiguration<ScoreSheet>, IEntityTypeConfiguration<PupilPlace>, IEntityTypeConfiguration<TaskDescription>
{
    public void Configure(EntityTypeBuilder<AssessmentProcedure> procedure)
    {
        procedure.ToTable("Procedures");
        procedure.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        procedure.Property(p => p.Subject).HasMaxLength(20);
        procedure.Property(p => p.MathLevel).HasConversion<string>().HasMaxLength(10);
        procedure.Property(p => p.Session).HasMaxLength(100);
        procedure.Property(p => p.MinimumSource).HasMaxLength(300);
        procedure.Property(p => p.Token).IsConcurrencyToken();
        procedure.HasOne<Subject>().WithMany().HasForeignKey(p => p.Subject).OnDelete(DeleteBehavior.Restrict);
        procedure.HasIndex(p => new { p.Kind, p.Subject, p.Grade, p.MathLevel, p.Year, p.Session }).IsUnique();
        procedure.HasIndex(p => p.Year);
    }

    public void Configure(EntityTypeBuilder<Subject> subject)
    {
        subject.HasKey(s => s.Code);
        subject.Ignore(s => s.Said);
        subject.Property(s => s.Code).HasMaxLength(20);
        subject.Property(s => s.Name).HasMaxLength(100);
        subject.Property(s => s.EnglishName).HasMaxLength(100);
        subject.Property(s => s.OgeCode).HasMaxLength(2);
        subject.Property(s => s.EgeCode).HasMaxLength(2);
    }

    public void Configure(EntityTypeBuilder<TestForm> form)
    {
        form.Property(f => f.Source).HasMaxLength(300);
        form.Property(f => f.Edition).HasMaxLength(100);
        form.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(f => f.Procedure);
        form.HasMany(f => f.Tasks).WithOne().HasForeignKey(t => t.Form);
        form.HasIndex(f => f.Procedure).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TestTask> task)
    {
        task.Property(t => t.Code).HasMaxLength(20);
        task.Property(t => t.Difficulty).HasConversion<string>().HasMaxLength(10);
        task.Property(t => t.Skill).HasMaxLength(300);
        task.Property(t => t.PlannedOutcome).HasMaxLength(1000);
        task.HasIndex(t => new { t.Form, t.Position }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<MarkScale> scale)
    {
        scale.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        scale.Property(s => s.Subject).HasMaxLength(20);
        scale.Property(s => s.MathLevel).HasConversion<string>().HasMaxLength(10);
        scale.Property(s => s.Condition).HasMaxLength(300);
        scale.Property(s => s.Source).HasMaxLength(300);
        scale.Property(s => s.Edition).HasMaxLength(100);
        scale.Property(s => s.Confidence).HasMaxLength(10);
        scale.Property(s => s.Origin).HasConversion<string>().HasMaxLength(10);
        scale.HasOne<Subject>().WithMany().HasForeignKey(s => s.Subject).OnDelete(DeleteBehavior.Restrict);
        scale.HasIndex(s => new { s.Kind, s.Subject, s.Grade, s.MathLevel, s.Year, s.Origin }).IsUnique();
        scale.HasIndex(s => s.Subject);
    }

    public void Configure(EntityTypeBuilder<MinimumThreshold> threshold)
    {
        threshold.Property(t => t.Kind).HasConversion<string>().HasMaxLength(20);
        threshold.Property(t => t.Subject).HasMaxLength(20);
        threshold.Property(t => t.MathLevel).HasConversion<string>().HasMaxLength(10);
        threshold.Property(t => t.Score).HasConversion<string>().HasMaxLength(10);
        threshold.Property(t => t.Condition).HasMaxLength(300);
        threshold.Property(t => t.Source).HasMaxLength(300);
        threshold.Property(t => t.ConditionTasks).HasMaxLength(200);
        threshold.Property(t => t.Edition).HasMaxLength(100);
        threshold.Property(t => t.Confidence).HasMaxLength(10);
        threshold.Property(t => t.Origin).HasConversion<string>().HasMaxLength(10);
        threshold.HasOne<Subject>().WithMany().HasForeignKey(t => t.Subject).OnDelete(DeleteBehavior.Restrict);
        threshold.HasIndex(t => new { t.Kind, t.Subject, t.MathLevel, t.From, t.Origin }).IsUnique();
        threshold.HasIndex(t => t.Subject);
    }

    public void Configure(EntityTypeBuilder<ScoreSheet> sheet)
    {
        sheet.Property(s => s.Class).HasMaxLength(20);
        sheet.Property(s => s.Sha256).HasMaxLength(64);
        sheet.Property(s => s.FileSha256).HasMaxLength(64);
        sheet.Property(s => s.State).HasConversion<string>().HasMaxLength(10);
        sheet.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(s => s.Procedure).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Organisation).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne<TestForm>().WithMany().HasForeignKey(s => s.Form).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne<Import>().WithMany().HasForeignKey(s => s.Import).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne<ScoreSheet>().WithMany().HasForeignKey(s => s.Replaces).OnDelete(DeleteBehavior.Restrict);
        sheet.HasIndex(s => new { s.Procedure, s.Organisation, s.Class }).IsUnique().HasFilter("\"State\" = 'Current'");
        sheet.HasIndex(s => s.Organisation);
        sheet.HasIndex(s => s.Form);
        sheet.HasIndex(s => s.Import);
        sheet.HasIndex(s => s.Replaces);
    }

    public void Configure(EntityTypeBuilder<PupilPlace> place)
    {
        place.HasKey(p => new { p.Year, p.Code });
        place.Property(p => p.Code).HasMaxLength(40);
        place.Property(p => p.Class).HasMaxLength(20);
        place.HasOne<Organisation>().WithMany().HasForeignKey(p => p.Organisation).OnDelete(DeleteBehavior.Restrict);
        place.HasOne<Import>().WithMany().HasForeignKey(p => p.Import).OnDelete(DeleteBehavior.Restrict);
        place.HasIndex(p => p.Organisation);
        place.HasIndex(p => p.Import);
    }

    public void Configure(EntityTypeBuilder<TaskDescription> description)
    {
        description.Property(d => d.Kind).HasConversion<string>().HasMaxLength(20);
        description.Property(d => d.Subject).HasMaxLength(20);
        description.Property(d => d.MathLevel).HasConversion<string>().HasMaxLength(10);
        description.Property(d => d.Code).HasMaxLength(20);
        description.Property(d => d.Difficulty).HasConversion<string>().HasMaxLength(10);
        description.Property(d => d.Section).HasMaxLength(300);
        description.Property(d => d.Skill).HasMaxLength(300);
        description.Property(d => d.PlannedOutcome).HasMaxLength(1000);
        description.Property(d => d.Source).HasMaxLength(300);
        description.HasOne<Subject>().WithMany().HasForeignKey(d => d.Subject).OnDelete(DeleteBehavior.Restrict);
        description.HasOne<Import>().WithMany().HasForeignKey(d => d.Import).OnDelete(DeleteBehavior.Restrict);
        description.HasIndex(d => new { d.Kind, d.Subject, d.Grade, d.MathLevel, d.Year, d.Code, d.Import }).IsUnique().HasDatabaseName("IX_TaskDescriptions_Task");
        description.HasIndex(d => d.Subject);
        description.HasIndex(d => d.Import);
    }
}
