using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stupeni.Migrations;

/// <summary>Where figures come from: the file behind each sheet, the program behind each run, what each estimate was computed from.</summary>
[DbContext(typeof(Db)), Migration("0012_Lineage")]
public sealed class LineageOfFigures : Migration
{
    protected override void Up(MigrationBuilder m)
    {
        m.AddColumn<string>("FileSha256", "ScoreSheets", maxLength: 64, nullable: true);
        m.AddColumn<string>("CodeVersion", "IdentificationRuns", maxLength: 60, nullable: true);
        m.CreateTable("KeptInputs", t => new { Estimate = t.Column<Guid>(), Bytes = t.Column<byte[]>() }, constraints: t =>
        {
            t.PrimaryKey("PK_KeptInputs", x => x.Estimate);
            t.ForeignKey("FK_KeptInputs_RunEstimates_Estimate", x => x.Estimate, "RunEstimates", "Id", onDelete: ReferentialAction.Cascade);
        });
    }

    protected override void Down(MigrationBuilder m) => throw new NotSupportedException("Restore a copy made before the update.");
}
