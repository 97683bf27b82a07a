using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Accounts;

namespace Stupeni.Imports;

public sealed class ImportTables : IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportFile>, IEntityTypeConfiguration<ImportContent>,
    IEntityTypeConfiguration<ImportFinding>, IEntityTypeConfiguration<ImportEffect>, IEntityTypeConfiguration<ImportMapping>, IEntityTypeConfiguration<MappingVersion>, IEntityTypeConfiguration<ImportMend>
{
    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.Property(i => i.ByName).HasMaxLength(200);
        import.Property(i => i.State).HasConversion<string>().HasMaxLength(20);
        import.Property(i => i.LinkGround).HasMaxLength(Import.LongestGround);
        import.Property(i => i.LinkKey).HasMaxLength(20);
        import.Property(i => i.Token).IsConcurrencyToken();
        import.HasOne<Person>().WithMany().HasForeignKey(i => i.By).OnDelete(DeleteBehavior.Restrict);
        import.HasIndex(i => i.Number).IsUnique();
        import.HasIndex(i => i.By);
    }

    public void Configure(EntityTypeBuilder<ImportFile> file)
    {
        file.Property(f => f.Name).HasMaxLength(260);
        file.Property(f => f.Sha256).HasMaxLength(64);
        file.Property(f => f.Kind).HasMaxLength(40);
        file.Property(f => f.Title).HasMaxLength(300);
        file.Property(f => f.State).HasConversion<string>().HasMaxLength(20);
        file.HasOne<Import>().WithMany().HasForeignKey(f => f.Import);
        file.HasOne<MappingVersion>().WithMany().HasForeignKey(f => f.MappingVersion).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => new { f.Import, f.Position }).IsUnique();
        file.HasIndex(f => f.Sha256);
    }

    public void Configure(EntityTypeBuilder<ImportContent> content)
    {
        content.HasKey(c => c.File);
        content.HasOne<ImportFile>().WithOne().HasForeignKey<ImportContent>(c => c.File);
    }

    public void Configure(EntityTypeBuilder<ImportFinding> finding)
    {
        finding.Property(f => f.Kind).HasConversion<string>().HasMaxLength(10);
        finding.Property(f => f.Sheet).HasMaxLength(100);
        finding.Property(f => f.Column).HasMaxLength(300);
        finding.Property(f => f.Letter).HasMaxLength(5);
        finding.Property(f => f.Value).HasMaxLength(300);
        finding.Property(f => f.Message).HasMaxLength(500);
        finding.Property(f => f.MessageArgs).HasMaxLength(2000);
        finding.Property(f => f.Mend).HasMaxLength(500);
        finding.Property(f => f.MendArgs).HasMaxLength(2000);
        finding.HasOne<ImportFile>().WithMany().HasForeignKey(f => f.File);
        finding.HasIndex(f => new { f.File, f.Position }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ImportMend> mend)
    {
        mend.Property(m => m.Sheet).HasMaxLength(100);
        mend.Property(m => m.Letter).HasMaxLength(5);
        mend.Property(m => m.Before).HasMaxLength(300);
        mend.Property(m => m.After).HasMaxLength(300);
        mend.Property(m => m.ByName).HasMaxLength(200);
        mend.HasOne<ImportFile>().WithMany().HasForeignKey(m => m.File);
        mend.HasIndex(m => m.File);
    }

    public void Configure(EntityTypeBuilder<ImportEffect> effect)
    {
        effect.Property(e => e.Subject).HasMaxLength(60);
        effect.HasOne<Import>().WithMany().HasForeignKey(e => e.Import);
        effect.HasIndex(e => e.Import);
        effect.HasIndex(e => e.SubjectId);
    }

    public void Configure(EntityTypeBuilder<ImportMapping> mapping)
    {
        mapping.Property(m => m.Name).HasMaxLength(100);
        mapping.Property(m => m.Kind).HasMaxLength(40);
        mapping.Property(m => m.Fingerprint).HasMaxLength(64);
        mapping.Property(m => m.Token).IsConcurrencyToken();
        mapping.HasIndex(m => m.Name).IsUnique();
        mapping.HasIndex(m => new { m.Kind, m.Fingerprint });
    }

    public void Configure(EntityTypeBuilder<MappingVersion> version)
    {
        version.Property(v => v.SavedBy).HasMaxLength(200);
        version.HasOne<ImportMapping>().WithMany().HasForeignKey(v => v.Mapping);
        version.HasIndex(v => new { v.Mapping, v.Number }).IsUnique();
    }
}
