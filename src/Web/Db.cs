using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Comparators;
using Stupeni.Context;
using Stupeni.Growth;
using Stupeni.Identification;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni;

/// <summary>Every table of the product. With Program, the only file that knows every area.</summary>
public sealed class Db(DbContextOptions<Db> options) : IdentityUserContext<Person, Id<Person>>(options)
{
    public DbSet<Role> Roles => Set<Role>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<Change> Changes => Set<Change>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<JobRun> Jobs => Set<JobRun>();

    public DbSet<Region> Regions => Set<Region>();
    public DbSet<Municipality> Municipalities => Set<Municipality>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Watch> Watches => Set<Watch>();

    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();
    public DbSet<ImportContent> ImportContents => Set<ImportContent>();
    public DbSet<ImportFinding> ImportFindings => Set<ImportFinding>();
    public DbSet<ImportEffect> ImportEffects => Set<ImportEffect>();
    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();
    public DbSet<MappingVersion> MappingVersions => Set<MappingVersion>();
    public DbSet<ImportMend> ImportMends => Set<ImportMend>();
    public DbSet<ImportDoubt> ImportDoubts => Set<ImportDoubt>();
    public DbSet<NameDecision> NameDecisions => Set<NameDecision>();

    public DbSet<ContextIndicator> ContextIndicators => Set<ContextIndicator>();
    public DbSet<ContextFigure> ContextFigures => Set<ContextFigure>();

    public DbSet<IndexEdition> IndexEditions => Set<IndexEdition>();
    public DbSet<ContextIndex> ContextIndices => Set<ContextIndex>();
    public DbSet<IndexWeight> IndexWeights => Set<IndexWeight>();
    public DbSet<IndexSchool> IndexSchools => Set<IndexSchool>();
    public DbSet<IndexPart> IndexParts => Set<IndexPart>();

    public DbSet<ComparatorEdition> ComparatorEditions => Set<ComparatorEdition>();
    public DbSet<ComparatorWeight> ComparatorWeights => Set<ComparatorWeight>();
    public DbSet<ComparatorSet> ComparatorSets => Set<ComparatorSet>();
    public DbSet<ComparatorSetSchool> ComparatorSetSchools => Set<ComparatorSetSchool>();

    public DbSet<Subject> Subjects => Set<Subject>();
    public DbSet<AssessmentProcedure> Procedures => Set<AssessmentProcedure>();
    public DbSet<TestForm> TestForms => Set<TestForm>();
    public DbSet<TestTask> TestTasks => Set<TestTask>();
    public DbSet<MarkScale> MarkScales => Set<MarkScale>();
    public DbSet<MinimumThreshold> MinimumThresholds => Set<MinimumThreshold>();
    public DbSet<ComparabilityFlag> ComparabilityFlags => Set<ComparabilityFlag>();
    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();
    public DbSet<PupilPlace> PupilPlaces => Set<PupilPlace>();
    public DbSet<TaskDescription> TaskDescriptions => Set<TaskDescription>();
    public DbSet<DeclaredResult> DeclaredResults => Set<DeclaredResult>();
    public DbSet<DiscrepancyDecision> DiscrepancyDecisions => Set<DiscrepancyDecision>();

    public DbSet<GrowthStudy> GrowthStudies => Set<GrowthStudy>();
    public DbSet<GrowthSchool> GrowthSchools => Set<GrowthSchool>();

    public DbSet<IdentificationRule> IdentificationRules => Set<IdentificationRule>();
    public DbSet<IdentificationRun> IdentificationRuns => Set<IdentificationRun>();
    public DbSet<RunInput> RunInputs => Set<RunInput>();
    public DbSet<RunFlag> RunFlags => Set<RunFlag>();
    public DbSet<RunSchool> RunSchools => Set<RunSchool>();
    public DbSet<EstimateEdition> EstimateEditions => Set<EstimateEdition>();
    public DbSet<RunEstimate> RunEstimates => Set<RunEstimate>();
    public DbSet<ProcedureFit> ProcedureFits => Set<ProcedureFit>();
    public DbSet<SchoolEstimate> SchoolEstimates => Set<SchoolEstimate>();
    public DbSet<ProcedureEstimate> ProcedureEstimates => Set<ProcedureEstimate>();
    public DbSet<KeptInputs> KeptInputs => Set<KeptInputs>();
    public DbSet<ProcedurePrior> ProcedurePriors => Set<ProcedurePrior>();
    public DbSet<ProcedureInfluence> ProcedureInfluences => Set<ProcedureInfluence>();
    public DbSet<ListDecision> ListDecisions => Set<ListDecision>();
    public DbSet<ListReview> ListReviews => Set<ListReview>();
    public DbSet<Objection> Objections => Set<Objection>();
    public DbSet<ObjectionFigure> ObjectionFigures => Set<ObjectionFigure>();
    public DbSet<ApprovedList> ApprovedLists => Set<ApprovedList>();
    public DbSet<ApprovedSchool> ApprovedSchools => Set<ApprovedSchool>();
    public DbSet<OfficialListing> OfficialListings => Set<OfficialListing>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.StoreIds(this);
        conventions.Properties<SchoolYear>().HaveConversion<SchoolYearColumn>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.KnowRussianOrder(this);
        model.ApplyConfigurationsFromAssembly(typeof(Db).Assembly);
        model.Entity<IdentityUserClaim<Id<Person>>>().ToTable("PersonClaims");
        model.Entity<IdentityUserLogin<Id<Person>>>().ToTable("PersonLogins");
        model.Entity<IdentityUserToken<Id<Person>>>().ToTable("PersonTokens");
    }
}
