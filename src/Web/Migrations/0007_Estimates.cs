using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Stupeni.Migrations;

/// <summary>The estimate beside a run: editions, models of procedures, what they say of each school.</summary>
[DbContext(typeof(Db)), Migration("0007_Estimates")]
public sealed class EstimatesOfRuns : Migration
{
    private const ReferentialAction Restrict = ReferentialAction.Restrict;
    private const ReferentialAction Cascade = ReferentialAction.Cascade;

    protected override void Up(MigrationBuilder m)
    {
        m.CreateTable("EstimateEditions", t => new
        {
            Id = t.Column<Guid>(), Edition = t.Column<string>(maxLength: 40), LowPercent = t.Column<int>(), HighPercent = t.Column<int>(), SurePercent = t.Column<int>(), MinPupils = t.Column<int>(), MinSchools = t.Column<int>(), MinYears = t.Column<int>(),
            EffectiveFrom = t.Column<DateOnly>(), Source = t.Column<string>(maxLength: 500), EnglishSource = t.Column<string>(maxLength: 500), Confidence = t.Column<string>(maxLength: 10), Origin = t.Column<string>(maxLength: 10),
        }, constraints: t => t.PrimaryKey("PK_EstimateEditions", x => x.Id));
        m.CreateIndex("IX_EstimateEditions_Edition", "EstimateEditions", "Edition", unique: true);
        m.CreateTable("RunEstimates", t => new
        {
            Id = t.Column<Guid>(), Run = t.Column<Guid>(), Edition = t.Column<Guid>(), At = t.Column<DateTime>(), ByName = t.Column<string>(maxLength: 200), InputSha256 = t.Column<string>(maxLength: 64), CodeVersion = t.Column<string>(maxLength: 60), Schools = t.Column<int>(),
            Lasting = t.Column<double>(), Passing = t.Column<double>(), Stability = t.Column<double>(nullable: true), LowCut = t.Column<double>(), HighCut = t.Column<double>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_RunEstimates", x => x.Id);
            t.ForeignKey("FK_RunEstimates_EstimateEditions_Edition", x => x.Edition, "EstimateEditions", "Id", onDelete: Restrict);
            t.ForeignKey("FK_RunEstimates_IdentificationRuns_Run", x => x.Run, "IdentificationRuns", "Id", onDelete: Restrict);
        });
        m.CreateIndex("IX_RunEstimates_Run", "RunEstimates", "Run");
        m.CreateIndex("IX_RunEstimates_Edition", "RunEstimates", "Edition");
        Fits(m);
        Schools(m);
    }

    protected override void Down(MigrationBuilder m) => throw new NotSupportedException("Restore a copy made before the update.");

    private static void Fits(MigrationBuilder m)
    {
        m.CreateTable("ProcedureFits", t => new
        {
            Estimate = t.Column<Guid>(), Procedure = t.Column<Guid>(), Pupils = t.Column<int>(), Schools = t.Column<int>(), Index = t.Column<Guid>(nullable: true), Mean = t.Column<double>(), Deviation = t.Column<double>(),
            ByIndex = t.Column<double>(nullable: true), ByIndexError = t.Column<double>(nullable: true), ByRural = t.Column<double>(nullable: true), ByRuralError = t.Column<double>(nullable: true), BySize = t.Column<double>(nullable: true), BySizeError = t.Column<double>(nullable: true),
            Between = t.Column<double>(nullable: true), Within = t.Column<double>(nullable: true), RSquared = t.Column<double>(nullable: true), Why = t.Column<string>(maxLength: 20, nullable: true),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_ProcedureFits", x => new { x.Estimate, x.Procedure });
            t.ForeignKey("FK_ProcedureFits_ContextIndices_Index", x => x.Index, "ContextIndices", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ProcedureFits_Procedures_Procedure", x => x.Procedure, "Procedures", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ProcedureFits_RunEstimates_Estimate", x => x.Estimate, "RunEstimates", "Id", onDelete: Cascade);
        });
        m.CreateIndex("IX_ProcedureFits_Procedure", "ProcedureFits", "Procedure");
        m.CreateIndex("IX_ProcedureFits_Index", "ProcedureFits", "Index");
    }

    private static void Schools(MigrationBuilder m)
    {
        m.CreateTable("SchoolEstimates", t => new
        {
            Estimate = t.Column<Guid>(), Organisation = t.Column<Guid>(), State = t.Column<string>(maxLength: 20), Standing = t.Column<string>(maxLength: 20), Pupils = t.Column<int>(), Generations = t.Column<int>(), Years = t.Column<int>(), YearsAbove = t.Column<int>(), YearsLow = t.Column<int>(),
            Index = t.Column<double>(nullable: true), IsHard = t.Column<bool>(), Expected = t.Column<double>(), Effect = t.Column<double>(), Error = t.Column<double>(), Low = t.Column<double>(),
        }, constraints: t =>
        {
            t.PrimaryKey("PK_SchoolEstimates", x => new { x.Estimate, x.Organisation });
            t.ForeignKey("FK_SchoolEstimates_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
            t.ForeignKey("FK_SchoolEstimates_RunEstimates_Estimate", x => x.Estimate, "RunEstimates", "Id", onDelete: Cascade);
        });
        m.CreateTable("ProcedureEstimates", t => new { Estimate = t.Column<Guid>(), Organisation = t.Column<Guid>(), Procedure = t.Column<Guid>(), Pupils = t.Column<int>(), Mean = t.Column<double>(), Expected = t.Column<double>(), Effect = t.Column<double>(nullable: true), Error = t.Column<double>(nullable: true) }, constraints: t =>
        {
            t.PrimaryKey("PK_ProcedureEstimates", x => new { x.Estimate, x.Organisation, x.Procedure });
            t.ForeignKey("FK_ProcedureEstimates_Organisations_Organisation", x => x.Organisation, "Organisations", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ProcedureEstimates_Procedures_Procedure", x => x.Procedure, "Procedures", "Id", onDelete: Restrict);
            t.ForeignKey("FK_ProcedureEstimates_RunEstimates_Estimate", x => x.Estimate, "RunEstimates", "Id", onDelete: Cascade);
        });
        foreach (var (table, column) in new[] { ("SchoolEstimates", "Organisation"), ("ProcedureEstimates", "Organisation"), ("ProcedureEstimates", "Procedure") }) m.CreateIndex($"IX_{table}_{column}", table, column);
    }
}
