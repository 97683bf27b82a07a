using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stupeni.Migrations;

/// <summary>What reports of ФИС ОКО declare, and what people decide where they disagree with the sheets. Two new tables; nothing that is there changes.</summary>
[DbContext(typeof(Db)), Migration("0002_Aggregates")]
public sealed class Aggregates : Migration
{
    private const ReferentialAction Restrict = ReferentialAction.Restrict;

    protected override void Up(MigrationBuilder m)
    {
        m.CreateTable("DeclaredResults", t => new
        {
            Id = t.Column<Guid>(), Procedure = t.Column<Guid>(), Report = t.Column<string>(maxLength: 20), Level = t.Column<string>(maxLength: 20), Municipality = t.Column<Guid>(nullable: true), Organisation = t.Column<Guid>(nullable: true),
            Participants = t.Column<int>(nullable: true), Schools = t.Column<int>(nullable: true), Decimals = t.Column<int>(), Figures = t.Column<string>(), Import = t.Column<Guid>(), File = t.Column<string>(maxLength: 260),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_DeclaredResults", x => x.Id);
            t.ForeignKey("FK_DeclaredResults_Imports_Import", x => x.Import, "Imports", "Id", onDelete: Restrict);
            t.ForeignKey("FK_DeclaredResults_Municipalities_Municipality", x => x.Municipality, "Municipalities", "Id", onDelete: Restrict);
            t.ForeignKey("FK_DeclaredResults_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
            t.ForeignKey("FK_DeclaredResults_Procedures_Procedure", x => x.Procedure, "Procedures", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_DeclaredResults_Import", "DeclaredResults", "Import");
        m.CreateIndex("IX_DeclaredResults_Municipality", "DeclaredResults", "Municipality");
        m.CreateIndex("IX_DeclaredResults_Organisation", "DeclaredResults", "Organisation");
        m.CreateIndex("IX_DeclaredResults_Procedure_Organisation", "DeclaredResults", ["Procedure", "Organisation"]);

        m.CreateTable("DiscrepancyDecisions", t => new
        {
            Id = t.Column<Guid>(), Procedure = t.Column<Guid>(), Place = t.Column<string>(maxLength: 100), Number = t.Column<int>(), Municipality = t.Column<Guid>(nullable: true), Organisation = t.Column<Guid>(nullable: true),
            Holds = t.Column<string>(maxLength: 60), Source = t.Column<string>(maxLength: 500), Fingerprint = t.Column<string>(maxLength: 64), Reason = t.Column<string>(maxLength: 1000), By = t.Column<Guid>(nullable: true), ByName = t.Column<string>(maxLength: 200), At = t.Column<DateTime>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_DiscrepancyDecisions", x => x.Id);
            t.ForeignKey("FK_DiscrepancyDecisions_Municipalities_Municipality", x => x.Municipality, "Municipalities", "Id", onDelete: Restrict);
            t.ForeignKey("FK_DiscrepancyDecisions_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
            t.ForeignKey("FK_DiscrepancyDecisions_People_By", x => x.By, "People", "Id", onDelete: Restrict);
            t.ForeignKey("FK_DiscrepancyDecisions_Procedures_Procedure", x => x.Procedure, "Procedures", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_DiscrepancyDecisions_By", "DiscrepancyDecisions", "By");
        m.CreateIndex("IX_DiscrepancyDecisions_Municipality", "DiscrepancyDecisions", "Municipality");
        m.CreateIndex("IX_DiscrepancyDecisions_Organisation", "DiscrepancyDecisions", "Organisation");
        m.CreateIndex("IX_DiscrepancyDecisions_Procedure_Place_Number", "DiscrepancyDecisions", ["Procedure", "Place", "Number"], unique: true);
    }

    protected override void Down(MigrationBuilder m)
    {
        m.DropTable("DiscrepancyDecisions");
        m.DropTable("DeclaredResults");
    }
}
