using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;

namespace Stupeni.Organisations;

public static class OrganisationsSetup
{
    public static void AddOrganisations(this IServiceCollection services) => _ = services;

    public static void AddOrganisations(this PageConventionCollection pages) => pages.Needs("/Organisations/Register", Permission.SeeOrganisations);
}
