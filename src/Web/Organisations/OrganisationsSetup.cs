using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;

namespace Stupeni.Organisations;

public static class OrganisationsSetup
{
    public static void AddOrganisations(this IServiceCollection services)
    {
        services.AddScoped<IScopes, OrganisationScopes>();
        services.AddScoped<Watchlist>();
        services.AddSingleton(new KeptList("/organisations", "Организации"));
    }

    public static void AddOrganisations(this PageConventionCollection pages)
    {
        pages.Needs("/Organisations/Register", Permission.SeeOrganisations);
        pages.PageNeeds("/Organisations/Register/New", Permission.EditOrganisations);
        pages.PageNeeds("/Organisations/Register/Edit", Permission.EditOrganisations);
        pages.PageNeeds("/Organisations/Register/End", Permission.EditOrganisations);
        pages.PageNeeds("/Organisations/Register/History", Permission.SeeHistory);
    }
}
