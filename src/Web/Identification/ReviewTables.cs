using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Organisations;

namespace Stupeni.Identification;

public sealed class ReviewTables : IEntityTypeConfiguration<ListReview>, IEntityTypeConfiguration<Objection>, IEntityTypeConfiguration<ObjectionFigure>,
    IEntityTypeConfiguration<ApprovedList>, IEntityTypeConfiguration<ApprovedSchool>
{
    public void Configure(EntityTypeBuilder<ListReview> review)
    {
        review.HasKey(r => r.Run);
        foreach (var words in new[] { nameof(ListReview.Authority), nameof(ListReview.Place), nameof(ListReview.SignerPosition), nameof(ListReview.SignerName), nameof(ListReview.Responsible), nameof(ListReview.Executor) })
            review.Property<string>(words).HasMaxLength(300);
        review.Property(r => r.ActNumber).HasMaxLength(60);
        review.Property(r => r.Amending).HasMaxLength(1000);
        review.Property(r => r.Token).IsConcurrencyToken();
        review.HasOne<IdentificationRun>().WithMany().HasForeignKey(r => r.Run).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Objection> objection)
    {
        objection.Property(o => o.Text).HasMaxLength(4000);
        objection.Property(o => o.Answer).HasMaxLength(4000);
        objection.Property(o => o.ByName).HasMaxLength(200);
        objection.Property(o => o.AnsweredByName).HasMaxLength(200);
        objection.Property(o => o.State).HasConversion<string>().HasMaxLength(10);
        objection.Property(o => o.Token).IsConcurrencyToken();
        objection.HasOne<IdentificationRun>().WithMany().HasForeignKey(o => o.Run).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Organisation>().WithMany().HasForeignKey(o => o.Organisation).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Person>().WithMany().HasForeignKey(o => o.By).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Person>().WithMany().HasForeignKey(o => o.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
        objection.HasIndex(o => new { o.Run, o.Organisation, o.Number }).IsUnique();
        objection.HasIndex(o => o.Organisation);
        objection.HasIndex(o => o.By);
        objection.HasIndex(o => o.AnsweredBy);
    }

    public void Configure(EntityTypeBuilder<ObjectionFigure> figure)
    {
        figure.HasKey(f => new { f.Objection, f.Procedure });
        figure.HasOne<Objection>().WithMany().HasForeignKey(f => f.Objection);
        figure.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(f => f.Procedure).OnDelete(DeleteBehavior.Restrict);
        figure.HasIndex(f => f.Procedure);
    }

    public void Configure(EntityTypeBuilder<ApprovedList> list)
    {
        list.Property(l => l.ActNumber).HasMaxLength(60);
        list.Property(l => l.Title).HasMaxLength(300);
        list.Property(l => l.Reason).HasMaxLength(1000);
        list.Property(l => l.ByName).HasMaxLength(200);
        list.Property(l => l.Sha256).HasMaxLength(64);
        list.HasOne<IdentificationRun>().WithMany().HasForeignKey(l => l.Run).OnDelete(DeleteBehavior.Restrict);
        list.HasOne<Person>().WithMany().HasForeignKey(l => l.By).OnDelete(DeleteBehavior.Restrict);
        list.HasIndex(l => new { l.Run, l.Edition }).IsUnique();
        list.HasIndex(l => l.By);
    }

    public void Configure(EntityTypeBuilder<ApprovedSchool> school)
    {
        school.HasKey(s => new { s.List, s.Organisation });
        school.Property(s => s.Code).HasMaxLength(20);
        school.Property(s => s.Name).HasMaxLength(300);
        school.Property(s => s.Municipality).HasMaxLength(200);
        school.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        school.Property(s => s.Decision).HasConversion<string>().HasMaxLength(10);
        school.Property(s => s.ActNumber).HasMaxLength(60);
        school.Property(s => s.Reason).HasMaxLength(1000);
        school.HasOne<ApprovedList>().WithMany().HasForeignKey(s => s.List);
        school.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Organisation).OnDelete(DeleteBehavior.Restrict);
        school.HasIndex(s => s.Organisation);
    }
}
