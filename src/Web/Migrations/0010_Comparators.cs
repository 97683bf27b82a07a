using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Stupeni.Platform;

namespace Stupeni.Migrations;

/// <summary>Schools that are compared: editions of the distance with their weights, and sets that people pick.</summary>
[DbContext(typeof(Db)), Migration("0010_Comparators")]
public sealed class ComparatorsOfSchools : Migration
{
    private const ReferentialAction Restrict = ReferentialAction.Restrict;
    private const ReferentialAction Cascade = ReferentialAction.Cascade;

    protected override void Up(MigrationBuilder m)
    {
        m.CreateTable("ComparatorEditions", t => new
        {
            Id = t.Column<Guid>(), Edition = t.Column<string>(maxLength: 40), Neighbours = t.Column<int>(), LeastKnownPercent = t.Column<int>(), LeastSchools = t.Column<int>(),
            EffectiveFrom = t.Column<DateOnly>(), Source = t.Column<string>(maxLength: 500), EnglishSource = t.Column<string>(maxLength: 500), Confidence = t.Column<string>(maxLength: 10), IsOwn = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_ComparatorEditions", x => x.Id));
        m.CreateIndex("IX_ComparatorEditions_Edition", "ComparatorEditions", "Edition", unique: true);
        m.CreateTable("ComparatorWeights", t => new { Edition = t.Column<Guid>(), Measure = t.Column<string>(maxLength: 40), Position = t.Column<int>(), Weight = t.Column<int>() }, constraints: t =>
        {
            t.PrimaryKey("PK_ComparatorWeights", x => new { x.Edition, x.Measure });
            t.ForeignKey("FK_ComparatorWeights_ComparatorEditions_Edition", x => x.Edition, "ComparatorEditions", "Id", onDelete: Cascade);
        });
        Sets(m);
    }

    protected override void Down(MigrationBuilder m) => throw new NotSupportedException("Restore a copy made before the update.");

    private static void Sets(MigrationBuilder m)
    {
        m.CreateTable("ComparatorSets", t => new
        {
            Id = t.Column<Guid>(), Place = t.Column<string>(maxLength: 36), Name = t.Column<string>(maxLength: 100, collation: Database.Russian), Author = t.Column<Guid>(), ByName = t.Column<string>(maxLength: 200), At = t.Column<DateTime>(),
            State = t.Column<string>(maxLength: 10), Replaces = t.Column<Guid>(nullable: true), Token = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ComparatorSets", x => x.Id);
            t.ForeignKey("FK_ComparatorSets_ComparatorSets_Replaces", x => x.Replaces, "ComparatorSets", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ComparatorSets_People_Author", x => x.Author, "People", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_ComparatorSets_Place_Name", "ComparatorSets", ["Place", "Name"], unique: true, filter: "\"State\" = 'Current'");
        m.CreateIndex("IX_ComparatorSets_Author", "ComparatorSets", "Author");
        m.CreateIndex("IX_ComparatorSets_Replaces", "ComparatorSets", "Replaces");
        m.CreateTable("ComparatorSetSchools", t => new { Set = t.Column<Guid>(), Organisation = t.Column<Guid>() }, constraints: t =>
        {
            t.PrimaryKey("PK_ComparatorSetSchools", x => new { x.Set, x.Organisation });
            t.ForeignKey("FK_ComparatorSetSchools_ComparatorSets_Set", x => x.Set, "ComparatorSets", "Id", onDelete: Cascade);
            t.ForeignKey("FK_ComparatorSetSchools_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_ComparatorSetSchools_Organisation", "ComparatorSetSchools", "Organisation");
    }
}
