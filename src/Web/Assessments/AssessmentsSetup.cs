using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;

namespace Stupeni.Assessments;

public static class AssessmentsSetup
{
    public static void AddAssessments(this IServiceCollection services) => _ = services;

    public static void AddAssessments(this PageConventionCollection pages) => pages.Needs("/Assessments/Results", Permission.SeeResults);
}
