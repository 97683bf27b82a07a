using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Stupeni.Imports;
using Stupeni.Organisations;

namespace Stupeni.Identification;

public sealed class OfficialTables : IEntityTypeConfiguration<OfficialListing>
{
    public void Configure(EntityTypeBuilder<OfficialListing> listing)
    {
        listing.Property(l => l.List).HasConversion<string>().HasMaxLength(30);
        listing.Property(l => l.Ground).HasMaxLength(500);
        listing.Property(l => l.ActNumber).HasMaxLength(60);
        listing.Property(l => l.Edition).HasMaxLength(100);
        listing.Property(l => l.State).HasConversion<string>().HasMaxLength(10);
        listing.HasOne<Organisation>().WithMany().HasForeignKey(l => l.Organisation).OnDelete(DeleteBehavior.Restrict);
        listing.HasOne<Import>().WithMany().HasForeignKey(l => l.Import).OnDelete(DeleteBehavior.Restrict);
        listing.HasOne<OfficialListing>().WithMany().HasForeignKey(l => l.Replaces).OnDelete(DeleteBehavior.Restrict);
        listing.HasIndex(l => new { l.Organisation, l.Year, l.List }).IsUnique().HasFilter("\"State\" = 'Current'");
        listing.HasIndex(l => l.Year);
        listing.HasIndex(l => l.Import);
        listing.HasIndex(l => l.Replaces);
    }
}
