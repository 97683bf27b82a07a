using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stupeni.Migrations;

/// <summary>What a run knew of years that do not compare. Earlier runs have none and say what they said.</summary>
[DbContext(typeof(Db)), Migration("0004_RunFlags")]
public sealed class RunFlags : Migration
{
    protected override void Up(MigrationBuilder m)
    {
        m.CreateTable("RunFlags", t => new
        {
            Id = t.Column<Guid>(), Run = t.Column<Guid>(), Procedure = t.Column<Guid>(), Organisation = t.Column<Guid>(nullable: true), Flag = t.Column<string>(maxLength: 20), Reason = t.Column<string>(maxLength: 300), Source = t.Column<string>(maxLength: 300), Edition = t.Column<string>(maxLength: 100),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_RunFlags", x => x.Id);
            t.ForeignKey("FK_RunFlags_IdentificationRuns_Run", x => x.Run, "IdentificationRuns", "Id", onDelete: ReferentialAction.Cascade);
            t.ForeignKey("FK_RunFlags_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: ReferentialAction.Restrict);
            t.ForeignKey("FK_RunFlags_Procedures_Procedure", x => x.Procedure, "Procedures", "Id", onDelete: ReferentialAction.Restrict);
        });
        m.CreateIndex("IX_RunFlags_Run", "RunFlags", "Run");
        m.CreateIndex("IX_RunFlags_Procedure", "RunFlags", "Procedure");
        m.CreateIndex("IX_RunFlags_Organisation", "RunFlags", "Organisation");
    }
}
