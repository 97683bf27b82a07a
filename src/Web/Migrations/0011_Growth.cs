using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stupeni.Migrations;

/// <summary>Studies of growth: results of pupils beside their prior results. In estimates: what the prior result gave, and which schools move a model most.</summary>
[DbContext(typeof(Db)), Migration("0011_Growth")]
public sealed class GrowthOfPupils : Migration
{
    private const ReferentialAction Restrict = ReferentialAction.Restrict;
    private const ReferentialAction Cascade = ReferentialAction.Cascade;

    protected override void Up(MigrationBuilder m)
    {
        m.CreateTable("GrowthStudies", t => new
        {
            Id = t.Column<Guid>(), Number = t.Column<int>(), Title = t.Column<string>(maxLength: 200), Year = t.Column<int>(), Subject = t.Column<string>(maxLength: 100), Source = t.Column<string>(maxLength: 300), Procedure = t.Column<Guid>(nullable: true), Import = t.Column<Guid>(),
            File = t.Column<string>(maxLength: 300), Sha256 = t.Column<string>(maxLength: 64), Columns = t.Column<string>(), OfRegister = t.Column<bool>(), Schools = t.Column<int>(), Pupils = t.Column<int>(), LeftOut = t.Column<int>(), At = t.Column<DateTime>(), ByName = t.Column<string>(maxLength: 200), State = t.Column<string>(maxLength: 10),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_GrowthStudies", x => x.Id);
            t.ForeignKey("FK_GrowthStudies_Imports_Import", x => x.Import, "Imports", "Id", onDelete: Restrict);
            t.ForeignKey("FK_GrowthStudies_Procedures_Procedure", x => x.Procedure, "Procedures", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_GrowthStudies_Number", "GrowthStudies", "Number", unique: true);
        m.CreateIndex("IX_GrowthStudies_Title_Year", "GrowthStudies", ["Title", "Year"], unique: true, filter: "\"State\" = 'Current'");
        m.CreateIndex("IX_GrowthStudies_Procedure", "GrowthStudies", "Procedure");
        m.CreateIndex("IX_GrowthStudies_Import", "GrowthStudies", "Import");
        m.CreateTable("GrowthSchools", t => new { Study = t.Column<Guid>(), Position = t.Column<int>(), Organisation = t.Column<Guid>(nullable: true), Label = t.Column<string>(maxLength: 300), Pupils = t.Column<int>(), Rows = t.Column<byte[]>() }, constraints: t =>
        {
            t.PrimaryKey("PK_GrowthSchools", x => new { x.Study, x.Position });
            t.ForeignKey("FK_GrowthSchools_GrowthStudies_Study", x => x.Study, "GrowthStudies", "Id", onDelete: Cascade);
            t.ForeignKey("FK_GrowthSchools_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_GrowthSchools_Organisation", "GrowthSchools", "Organisation");
        Estimates(m);
    }

    protected override void Down(MigrationBuilder m) => throw new NotSupportedException("Restore a copy made before the update.");

    private static void Estimates(MigrationBuilder m)
    {
        m.CreateTable("ProcedurePriors", t => new { Estimate = t.Column<Guid>(), Procedure = t.Column<Guid>(), Study = t.Column<Guid>(), Known = t.Column<int>(), Effect = t.Column<double>(), Error = t.Column<double>() }, constraints: t =>
        {
            t.PrimaryKey("PK_ProcedurePriors", x => new { x.Estimate, x.Procedure });
            t.ForeignKey("FK_ProcedurePriors_GrowthStudies_Study", x => x.Study, "GrowthStudies", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ProcedurePriors_Procedures_Procedure", x => x.Procedure, "Procedures", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ProcedurePriors_RunEstimates_Estimate", x => x.Estimate, "RunEstimates", "Id", onDelete: Cascade);
        });
        m.CreateTable("ProcedureInfluences", t => new
        {
            Estimate = t.Column<Guid>(), Procedure = t.Column<Guid>(), Organisation = t.Column<Guid>(), Distance = t.Column<double>(),
            ByIndex = t.Column<double>(nullable: true), ByRural = t.Column<double>(nullable: true), BySize = t.Column<double>(nullable: true), ByPrior = t.Column<double>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ProcedureInfluences", x => new { x.Estimate, x.Procedure, x.Organisation });
            t.ForeignKey("FK_ProcedureInfluences_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ProcedureInfluences_Procedures_Procedure", x => x.Procedure, "Procedures", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ProcedureInfluences_RunEstimates_Estimate", x => x.Estimate, "RunEstimates", "Id", onDelete: Cascade);
        });
        foreach (var (table, column) in new[] { ("ProcedurePriors", "Procedure"), ("ProcedurePriors", "Study"), ("ProcedureInfluences", "Procedure"), ("ProcedureInfluences", "Organisation") }) m.CreateIndex($"IX_{table}_{column}", table, column);
    }
}
