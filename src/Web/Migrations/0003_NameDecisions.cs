using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stupeni.Migrations;

/// <summary>Decisions on doubtful names, cells mended in the workbook of errors, and what a check keeps to go on after a restart.</summary>
[DbContext(typeof(Db)), Migration("0003_NameDecisions")]
public sealed class NameDecisions : Migration
{
    private const ReferentialAction Restrict = ReferentialAction.Restrict;
    private const ReferentialAction Cascade = ReferentialAction.Cascade;

    protected override void Up(MigrationBuilder m)
    {
        m.AddColumn<int>("Mended", "ImportFiles", nullable: false, defaultValue: 0);
        m.AddColumn<string>("Brought", "ImportContents", nullable: true);

        m.CreateTable("ImportMends", t => new
        {
            Id = t.Column<Guid>(), File = t.Column<Guid>(), Sheet = t.Column<string>(maxLength: 100), Row = t.Column<int>(), Letter = t.Column<string>(maxLength: 5), Before = t.Column<string>(maxLength: 300), After = t.Column<string>(maxLength: 300), At = t.Column<DateTime>(), ByName = t.Column<string>(maxLength: 200),
        }, constraints: t => { t.PrimaryKey("PK_ImportMends", x => x.Id); t.ForeignKey("FK_ImportMends_ImportFiles_File", x => x.File, "ImportFiles", "Id", onDelete: Cascade); });
        m.CreateIndex("IX_ImportMends_File", "ImportMends", "File");

        m.CreateTable("ImportDoubts", t => new
        {
            Id = t.Column<Guid>(), File = t.Column<Guid>(), Position = t.Column<int>(), Subject = t.Column<string>(maxLength: 20), Text = t.Column<string>(maxLength: 300), Code = t.Column<string>(maxLength: 60), Context = t.Column<string>(maxLength: 200), Key = t.Column<string>(maxLength: 64),
            Rows = t.Column<int>(), Sheet = t.Column<string>(maxLength: 100), Row = t.Column<int>(nullable: true), MayBeNew = t.Column<bool>(), Candidates = t.Column<string>(),
        }, constraints: t => { t.PrimaryKey("PK_ImportDoubts", x => x.Id); t.ForeignKey("FK_ImportDoubts_ImportFiles_File", x => x.File, "ImportFiles", "Id", onDelete: Cascade); });
        m.CreateIndex("IX_ImportDoubts_File_Position", "ImportDoubts", ["File", "Position"], unique: true);

        m.CreateTable("NameDecisions", t => new
        {
            Id = t.Column<Guid>(), Subject = t.Column<string>(maxLength: 20), Answer = t.Column<string>(maxLength: 10), Text = t.Column<string>(maxLength: 300), Code = t.Column<string>(maxLength: 60), Context = t.Column<string>(maxLength: 200), Key = t.Column<string>(maxLength: 64),
            Organisation = t.Column<Guid>(nullable: true), Municipality = t.Column<Guid>(nullable: true), Import = t.Column<Guid>(nullable: true), By = t.Column<Guid>(nullable: true), ByName = t.Column<string>(maxLength: 200), At = t.Column<DateTime>(), RevokedAt = t.Column<DateTime>(nullable: true), Token = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_NameDecisions", x => x.Id);
            t.ForeignKey("FK_NameDecisions_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Cascade);
            t.ForeignKey("FK_NameDecisions_Municipalities_Municipality", x => x.Municipality, "Municipalities", "Id", onDelete: Cascade);
            t.ForeignKey("FK_NameDecisions_Imports_Import", x => x.Import, "Imports", "Id", onDelete: Cascade);
            t.ForeignKey("FK_NameDecisions_People_By", x => x.By, "People", "Id", onDelete: Restrict);
        });
        foreach (var column in new[] { "By", "Import", "Key", "Municipality", "Organisation" }) m.CreateIndex($"IX_NameDecisions_{column}", "NameDecisions", column);
    }

    protected override void Down(MigrationBuilder m)
    {
        foreach (var table in new[] { "NameDecisions", "ImportDoubts", "ImportMends" }) m.DropTable(table);
        m.DropColumn("Brought", "ImportContents");
        m.DropColumn("Mended", "ImportFiles");
    }
}
