using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stupeni.Migrations;

/// <summary>Context of schools, official lists, versions of mappings, linked attempts.</summary>
[DbContext(typeof(Db)), Migration("0005_Context")]
public sealed class ContextOfSchools : Migration
{
    private const ReferentialAction Restrict = ReferentialAction.Restrict;
    private const string Current = "\"State\" = 'Current'";

    protected override void Up(MigrationBuilder m)
    {
        Figures(m);
        Lists(m);
        Mappings(m);
        m.AddColumn<string>("LinkGround", "Imports", maxLength: 500, nullable: true);
        m.AddColumn<string>("LinkKey", "Imports", maxLength: 20, nullable: true);
    }

    protected override void Down(MigrationBuilder m) => throw new NotSupportedException("Restore a copy made before the update.");

    private static void Figures(MigrationBuilder m)
    {
        m.CreateTable("ContextIndicators", t => new
        {
            Code = t.Column<string>(maxLength: 40), Name = t.Column<string>(maxLength: 200), EnglishName = t.Column<string>(maxLength: 200), Position = t.Column<int>(), Direction = t.Column<string>(maxLength: 10), Pattern = t.Column<string>(maxLength: 1000),
            Source = t.Column<string>(maxLength: 300), Edition = t.Column<string>(maxLength: 100), Confidence = t.Column<string>(maxLength: 10),
        }, constraints: t => t.PrimaryKey("PK_ContextIndicators", x => x.Code));

        m.CreateTable("ContextFigures", t => new
        {
            Id = t.Column<Guid>(), Organisation = t.Column<Guid>(), Year = t.Column<int>(), Indicator = t.Column<string>(maxLength: 40), Count = t.Column<int>(nullable: true), Base = t.Column<int>(nullable: true), Source = t.Column<string>(maxLength: 400), Import = t.Column<Guid>(nullable: true),
            ByName = t.Column<string>(maxLength: 200), At = t.Column<DateTime>(), State = t.Column<string>(maxLength: 10), Replaces = t.Column<Guid>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ContextFigures", x => x.Id);
            t.ForeignKey("FK_ContextFigures_ContextFigures_Replaces", x => x.Replaces, "ContextFigures", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ContextFigures_ContextIndicators_Indicator", x => x.Indicator, "ContextIndicators", "Code", onDelete: Restrict);
            t.ForeignKey("FK_ContextFigures_Imports_Import", x => x.Import, "Imports", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ContextFigures_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_ContextFigures_Organisation_Year_Indicator", "ContextFigures", ["Organisation", "Year", "Indicator"], unique: true, filter: Current);
        foreach (var column in new[] { "Import", "Indicator", "Replaces", "Year" }) m.CreateIndex($"IX_ContextFigures_{column}", "ContextFigures", column);
    }

    private static void Lists(MigrationBuilder m)
    {
        m.CreateTable("OfficialListings", t => new
        {
            Id = t.Column<Guid>(), Organisation = t.Column<Guid>(), Year = t.Column<int>(), List = t.Column<string>(maxLength: 30), Listed = t.Column<bool>(), Ground = t.Column<string>(maxLength: 500), ActNumber = t.Column<string>(maxLength: 60), ActDate = t.Column<DateOnly>(nullable: true),
            Edition = t.Column<string>(maxLength: 100), Import = t.Column<Guid>(), State = t.Column<string>(maxLength: 10), Replaces = t.Column<Guid>(nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_OfficialListings", x => x.Id);
            t.ForeignKey("FK_OfficialListings_Imports_Import", x => x.Import, "Imports", "Id", onDelete: Restrict);
            t.ForeignKey("FK_OfficialListings_OfficialListings_Replaces", x => x.Replaces, "OfficialListings", "Id", onDelete: Restrict);
            t.ForeignKey("FK_OfficialListings_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_OfficialListings_Organisation_Year_List", "OfficialListings", ["Organisation", "Year", "List"], unique: true, filter: Current);
        foreach (var column in new[] { "Import", "Replaces", "Year" }) m.CreateIndex($"IX_OfficialListings_{column}", "OfficialListings", column);
    }

    /// <summary>What a mapping was so far becomes its first version, under the same id.</summary>
    private static void Mappings(MigrationBuilder m)
    {
        m.CreateTable("MappingVersions", t => new { Id = t.Column<Guid>(), Mapping = t.Column<Guid>(), Number = t.Column<int>(), Columns = t.Column<string>(), SavedAt = t.Column<DateTime>(), SavedBy = t.Column<string>(maxLength: 200) },
            constraints: t => { t.PrimaryKey("PK_MappingVersions", x => x.Id); t.ForeignKey("FK_MappingVersions_ImportMappings_Mapping", x => x.Mapping, "ImportMappings", "Id", onDelete: ReferentialAction.Cascade); });
        m.CreateIndex("IX_MappingVersions_Mapping_Number", "MappingVersions", ["Mapping", "Number"], unique: true);
        m.Sql("""INSERT INTO "MappingVersions" ("Id", "Mapping", "Number", "Columns", "SavedAt", "SavedBy") SELECT "Id", "Id", 1, "Columns", "SavedAt", "SavedBy" FROM "ImportMappings";""");
        foreach (var column in new[] { "Columns", "SavedAt", "SavedBy" }) m.Sql($"""ALTER TABLE "ImportMappings" DROP COLUMN "{column}";""");
        m.AddColumn<DateTime>("RetiredAt", "ImportMappings", nullable: true);
        m.AddColumn<int>("Token", "ImportMappings", nullable: false, defaultValue: 0);

        // SQLite adds a reference only together with its column.
        if (m.ActiveProvider!.EndsWith("Sqlite", StringComparison.Ordinal)) m.Sql("""ALTER TABLE "ImportFiles" ADD COLUMN "MappingVersion" TEXT NULL REFERENCES "MappingVersions" ("Id") ON DELETE RESTRICT;""");
        else
        {
            m.AddColumn<Guid>("MappingVersion", "ImportFiles", nullable: true);
            m.AddForeignKey("FK_ImportFiles_MappingVersions_MappingVersion", "ImportFiles", "MappingVersion", "MappingVersions", principalColumn: "Id", onDelete: Restrict);
        }

        m.CreateIndex("IX_ImportFiles_MappingVersion", "ImportFiles", "MappingVersion");
    }
}
