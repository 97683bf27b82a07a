using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Assessments;
using Stupeni.Imports;
using Stupeni.Organisations;

namespace Stupeni.Growth;

public sealed class GrowthTables : IEntityTypeConfiguration<GrowthStudy>, IEntityTypeConfiguration<GrowthSchool>
{
    public void Configure(EntityTypeBuilder<GrowthStudy> study)
    {
        study.Property(s => s.Title).HasMaxLength(200);
        study.Property(s => s.Subject).HasMaxLength(100);
        study.Property(s => s.Source).HasMaxLength(300);
        study.Property(s => s.File).HasMaxLength(300);
        study.Property(s => s.Sha256).HasMaxLength(64);
        study.Property(s => s.ByName).HasMaxLength(200);
        study.Property(s => s.State).HasConversion<string>().HasMaxLength(10);
        study.HasOne<AssessmentProcedure>().WithMany().HasForeignKey(s => s.Procedure).OnDelete(DeleteBehavior.Restrict);
        study.HasOne<Import>().WithMany().HasForeignKey(s => s.Import).OnDelete(DeleteBehavior.Restrict);
        study.HasIndex(s => s.Number).IsUnique();

        // Two people who bring the same study at once: the second meets this.
        study.HasIndex(s => new { s.Title, s.Year }).IsUnique().HasFilter("\"State\" = 'Current'");
        study.HasIndex(s => s.Procedure);
        study.HasIndex(s => s.Import);
    }

    public void Configure(EntityTypeBuilder<GrowthSchool> school)
    {
        school.HasKey(s => new { s.Study, s.Position });
        school.Property(s => s.Label).HasMaxLength(300);
        school.HasOne<GrowthStudy>().WithMany().HasForeignKey(s => s.Study);
        school.HasOne<Organisation>().WithMany().HasForeignKey(s => s.Organisation).OnDelete(DeleteBehavior.Restrict);
        school.HasIndex(s => s.Organisation);
    }
}
