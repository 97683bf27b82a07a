using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stupeni.Migrations;

/// <summary>The index of social wellbeing: its editions and its versions by year, with what each indicator added to each school.</summary>
[DbContext(typeof(Db)), Migration("0006_ContextIndex")]
public sealed class IndexOfContext : Migration
{
    private const ReferentialAction Restrict = ReferentialAction.Restrict;
    private const ReferentialAction Cascade = ReferentialAction.Cascade;

    protected override void Up(MigrationBuilder m)
    {
        Versions(m);
        m.CreateTable("IndexWeights", t => new
        {
            Index = t.Column<Guid>(), Indicator = t.Column<string>(maxLength: 40), Direction = t.Column<string>(maxLength: 10), Known = t.Column<int>(), Weight = t.Column<double>(nullable: true), Mean = t.Column<double>(nullable: true), Deviation = t.Column<double>(nullable: true), Omitted = t.Column<string>(maxLength: 20, nullable: true), Contradicts = t.Column<bool>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_IndexWeights", x => new { x.Index, x.Indicator });
            t.ForeignKey("FK_IndexWeights_ContextIndices_Index", x => x.Index, "ContextIndices", "Id", onDelete: Cascade);
            t.ForeignKey("FK_IndexWeights_ContextIndicators_Indicator", x => x.Indicator, "ContextIndicators", "Code", onDelete: Restrict);
        });
        m.CreateTable("IndexSchools", t => new { Index = t.Column<Guid>(), Organisation = t.Column<Guid>(), Value = t.Column<double>(nullable: true), Used = t.Column<int>(), IsHard = t.Column<bool>() }, constraints: t =>
        {
            t.PrimaryKey("PK_IndexSchools", x => new { x.Index, x.Organisation });
            t.ForeignKey("FK_IndexSchools_ContextIndices_Index", x => x.Index, "ContextIndices", "Id", onDelete: Cascade);
            t.ForeignKey("FK_IndexSchools_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
        });
        m.CreateTable("IndexParts", t => new { Index = t.Column<Guid>(), Organisation = t.Column<Guid>(), Indicator = t.Column<string>(maxLength: 40), Count = t.Column<int>(), Base = t.Column<int>(), Added = t.Column<double>() }, constraints: t =>
        {
            t.PrimaryKey("PK_IndexParts", x => new { x.Index, x.Organisation, x.Indicator });
            t.ForeignKey("FK_IndexParts_ContextIndices_Index", x => x.Index, "ContextIndices", "Id", onDelete: Cascade);
            t.ForeignKey("FK_IndexParts_ContextIndicators_Indicator", x => x.Indicator, "ContextIndicators", "Code", onDelete: Restrict);
            t.ForeignKey("FK_IndexParts_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_IndexWeights_Indicator", "IndexWeights", "Indicator");
        m.CreateIndex("IX_IndexSchools_Organisation", "IndexSchools", "Organisation");
        m.CreateIndex("IX_IndexParts_Organisation", "IndexParts", "Organisation");
        m.CreateIndex("IX_IndexParts_Indicator", "IndexParts", "Indicator");
    }

    protected override void Down(MigrationBuilder m) => throw new NotSupportedException("Restore a copy made before the update.");

    private static void Versions(MigrationBuilder m)
    {
        m.CreateTable("IndexEditions", t => new
        {
            Id = t.Column<Guid>(), Edition = t.Column<string>(maxLength: 40), Weighting = t.Column<string>(maxLength: 20), LeastSchoolsPercent = t.Column<int>(), LeastWeightPercent = t.Column<int>(), CutPercent = t.Column<int>(), MinSchools = t.Column<int>(),
            EffectiveFrom = t.Column<DateOnly>(), Source = t.Column<string>(maxLength: 500), EnglishSource = t.Column<string>(maxLength: 500), Confidence = t.Column<string>(maxLength: 10), IsOwn = t.Column<bool>(),
        }, constraints: t => t.PrimaryKey("PK_IndexEditions", x => x.Id));
        m.CreateIndex("IX_IndexEditions_Edition", "IndexEditions", "Edition", unique: true);
        m.CreateTable("ContextIndices", t => new
        {
            Id = t.Column<Guid>(), Number = t.Column<int>(), Year = t.Column<int>(), Edition = t.Column<Guid>(), At = t.Column<DateTime>(), ByName = t.Column<string>(maxLength: 200), FiguresSha256 = t.Column<string>(maxLength: 64),
            Schools = t.Column<int>(), Absent = t.Column<int>(), Cut = t.Column<double>(), Start = t.Column<double>(), Explained = t.Column<double>(nullable: true),
        }, constraints: t => { t.PrimaryKey("PK_ContextIndices", x => x.Id); t.ForeignKey("FK_ContextIndices_IndexEditions_Edition", x => x.Edition, "IndexEditions", "Id", onDelete: Restrict); });
        m.CreateIndex("IX_ContextIndices_Number", "ContextIndices", "Number", unique: true);
        m.CreateIndex("IX_ContextIndices_Edition", "ContextIndices", "Edition");
        m.CreateIndex("IX_ContextIndices_Year", "ContextIndices", "Year");
    }
}
