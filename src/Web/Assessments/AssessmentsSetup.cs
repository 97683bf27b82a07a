using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;
using Stupeni.Assessments.Discrepancies;
using Stupeni.Assessments.Kinds;
using Stupeni.Assessments.Kinds.Aggregates;
using Stupeni.Assessments.Kinds.Long;
using Stupeni.Assessments.Kinds.Packs;
using Stupeni.Assessments.Kinds.Protocols;
using Stupeni.Assessments.Reports;
using Stupeni.Imports;

namespace Stupeni.Assessments;

public static class AssessmentsSetup
{
    public static void AddAssessments(this IServiceCollection services)
    {
        services.AddScoped<ApplyResults>();
        services.AddScoped<UndoResults>();
        services.AddScoped<ApplyPupils>();
        services.AddScoped<IFileKind, PupilsKind>();
        services.AddScoped<IFileKind, VprF1Kind>();
        services.AddScoped<IFileKind, ProtocolKind>();
        services.AddScoped<IFileKind, ResultsTableKind>();
        services.AddScoped<IFileKind, LongScoresKind>();
        services.AddScoped<ApplyCatalogue>();
        services.AddScoped<ApplyScales>();
        services.AddScoped<ApplyBiasList>();
        services.AddScoped<ApplyThresholds>();
        services.AddScoped<IFileKind, ThresholdsKind>();
        services.AddScoped<IFileKind, BiasListKind>();
        services.AddScoped<IFileKind, CatalogueKind>();
        services.AddScoped<IFileKind, ScalesKind>();
        services.AddScoped<ApplyDeclared>();
        services.AddScoped<IFileKind, AggregateKind>();
        services.AddMemoryCache();
        services.AddScoped<RegionUnits>();
        services.AddScoped<SimilarUnits>();
        services.AddScoped<ReportScopes>();
        services.AddScoped<FindDeclared>();
        services.AddScoped<FindReport>();
        services.AddScoped<FindSigns>();
        services.AddScoped<FindDiscrepancies>();
    }

    public static void AddAssessments(this PageConventionCollection pages)
    {
        pages.Needs("/Assessments/Results", Permission.SeeResults);
        pages.Needs("/Assessments/Reports", Permission.SeeResults);
        pages.Needs("/Assessments/Reference", Permission.SeeResults);
        pages.PageNeeds("/Assessments/Reference/NewScale", Permission.EditReference);
        pages.PageNeeds("/Assessments/Reference/NewThreshold", Permission.EditReference);
        pages.PageNeeds("/Assessments/Reference/NewFlag", Permission.EditReference);
        pages.PageNeeds("/Assessments/Reference/RemoveFlag", Permission.EditReference);
        pages.Needs("/Assessments/Trends", Permission.SeeResults);
        pages.Needs("/Assessments/Mapping", Permission.ImportFiles);
        pages.Needs("/Assessments/Discrepancies", Permission.SeeResults);
    }
}
