using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Platform.Jobs;

namespace Stupeni.Platform;

public sealed class PlatformTables : IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<JobRun> job)
    {
        job.Property(j => j.Work).HasMaxLength(60);
        job.Property(j => j.Input).HasMaxLength(2000);
        job.Property(j => j.Title).HasMaxLength(JobRun.Longest);
        job.Property(j => j.TitleArg).HasMaxLength(JobRun.Longest);
        job.Property(j => j.ByName).HasMaxLength(200);
        job.Property(j => j.State).HasConversion<string>().HasMaxLength(20);
        job.Property(j => j.Doing).HasMaxLength(JobRun.Longest);
        job.Property(j => j.DoingArg).HasMaxLength(JobRun.Longest);
        job.Property(j => j.ResultUrl).HasMaxLength(300);
        job.Property(j => j.TraceId).HasMaxLength(60);
        job.HasIndex(j => new { j.State, j.Id });
        job.HasIndex(j => new { j.By, j.Id });
    }

    public void Configure(EntityTypeBuilder<ProtectionKey> key)
    {
        key.ToTable("ProtectionKeys").HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(200);
    }
}
