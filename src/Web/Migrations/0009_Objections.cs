using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stupeni.Migrations;

/// <summary>From run to act: the review of a list with its objections, and lists as acts approved them.</summary>
[DbContext(typeof(Db)), Migration("0009_Objections")]
public sealed class ObjectionsToLists : Migration
{
    private const ReferentialAction Restrict = ReferentialAction.Restrict;
    private const ReferentialAction Cascade = ReferentialAction.Cascade;

    protected override void Up(MigrationBuilder m)
    {
        m.CreateTable("ListReviews", t => new
        {
            Run = t.Column<Guid>(), Number = t.Column<int>(), From = t.Column<DateOnly>(nullable: true), Until = t.Column<DateOnly>(nullable: true), AnswersUntil = t.Column<DateOnly>(nullable: true),
            Authority = t.Column<string>(maxLength: 300), Place = t.Column<string>(maxLength: 300), SignerPosition = t.Column<string>(maxLength: 300), SignerName = t.Column<string>(maxLength: 300), Responsible = t.Column<string>(maxLength: 300), Executor = t.Column<string>(maxLength: 300),
            Edition = t.Column<int>(), ActNumber = t.Column<string>(maxLength: 60), ActDate = t.Column<DateOnly>(nullable: true), Amending = t.Column<string>(maxLength: 1000), Token = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ListReviews", x => x.Run);
            t.ForeignKey("FK_ListReviews_IdentificationRuns_Run", x => x.Run, "IdentificationRuns", "Id", onDelete: Restrict);
        });
        Objections(m);
        Approved(m);

        // Heads of installations that are there already may object too.
        m.Sql("""INSERT INTO "RolePermissions" ("Role", "Permission") SELECT "Code", 'ObjectToLists' FROM "Roles" WHERE "Code" = 'SchoolHead'""");
    }

    protected override void Down(MigrationBuilder m) => throw new NotSupportedException("Restore a copy made before the update.");

    private static void Objections(MigrationBuilder m)
    {
        m.CreateTable("Objections", t => new
        {
            Id = t.Column<Guid>(), Run = t.Column<Guid>(), Organisation = t.Column<Guid>(), Number = t.Column<int>(), Text = t.Column<string>(maxLength: 4000), At = t.Column<DateTime>(), By = t.Column<Guid>(nullable: true), ByName = t.Column<string>(maxLength: 200),
            State = t.Column<string>(maxLength: 10), Answer = t.Column<string>(maxLength: 4000), AnsweredAt = t.Column<DateTime>(nullable: true), AnsweredBy = t.Column<Guid>(nullable: true), AnsweredByName = t.Column<string>(maxLength: 200), Token = t.Column<int>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_Objections", x => x.Id);
            t.ForeignKey("FK_Objections_IdentificationRuns_Run", x => x.Run, "IdentificationRuns", "Id", onDelete: Restrict);
            t.ForeignKey("FK_Objections_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
            t.ForeignKey("FK_Objections_People_By", x => x.By, "People", "Id", onDelete: Restrict);
            t.ForeignKey("FK_Objections_People_AnsweredBy", x => x.AnsweredBy, "People", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_Objections_Run_Organisation_Number", "Objections", ["Run", "Organisation", "Number"], unique: true);
        foreach (var column in new[] { "Organisation", "By", "AnsweredBy" }) m.CreateIndex($"IX_Objections_{column}", "Objections", column);
        m.CreateTable("ObjectionFigures", t => new { Objection = t.Column<Guid>(), Procedure = t.Column<Guid>() }, constraints: t =>
        {
            t.PrimaryKey("PK_ObjectionFigures", x => new { x.Objection, x.Procedure });
            t.ForeignKey("FK_ObjectionFigures_Objections_Objection", x => x.Objection, "Objections", "Id", onDelete: Cascade);
            t.ForeignKey("FK_ObjectionFigures_Procedures_Procedure", x => x.Procedure, "Procedures", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_ObjectionFigures_Procedure", "ObjectionFigures", "Procedure");
    }

    private static void Approved(MigrationBuilder m)
    {
        m.CreateTable("ApprovedLists", t => new
        {
            Id = t.Column<Guid>(), Run = t.Column<Guid>(), Edition = t.Column<int>(), ActNumber = t.Column<string>(maxLength: 60), ActDate = t.Column<DateOnly>(), Title = t.Column<string>(maxLength: 300), Reason = t.Column<string>(maxLength: 1000),
            At = t.Column<DateTime>(), By = t.Column<Guid>(nullable: true), ByName = t.Column<string>(maxLength: 200), Schools = t.Column<int>(), Sha256 = t.Column<string>(maxLength: 64),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ApprovedLists", x => x.Id);
            t.ForeignKey("FK_ApprovedLists_IdentificationRuns_Run", x => x.Run, "IdentificationRuns", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ApprovedLists_People_By", x => x.By, "People", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_ApprovedLists_Run_Edition", "ApprovedLists", ["Run", "Edition"], unique: true);
        m.CreateIndex("IX_ApprovedLists_By", "ApprovedLists", "By");
        m.CreateTable("ApprovedSchools", t => new
        {
            List = t.Column<Guid>(), Organisation = t.Column<Guid>(), Code = t.Column<string>(maxLength: 20), Name = t.Column<string>(maxLength: 300), Municipality = t.Column<string>(maxLength: 200), State = t.Column<string>(maxLength: 20),
            Decision = t.Column<string>(maxLength: 10, nullable: true), InList = t.Column<bool>(), ActNumber = t.Column<string>(maxLength: 60), ActDate = t.Column<DateOnly>(nullable: true), Reason = t.Column<string>(maxLength: 1000),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ApprovedSchools", x => new { x.List, x.Organisation });
            t.ForeignKey("FK_ApprovedSchools_ApprovedLists_List", x => x.List, "ApprovedLists", "Id", onDelete: Cascade);
            t.ForeignKey("FK_ApprovedSchools_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_ApprovedSchools_Organisation", "ApprovedSchools", "Organisation");
    }
}
