using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Stupeni.Accounts;
using Stupeni.Identification.Official;
using Stupeni.Imports;
using Stupeni.Platform.Jobs;

namespace Stupeni.Identification;

public static class IdentificationSetup
{
    public static void AddIdentification(this IServiceCollection services)
    {
        services.AddScoped<RunIdentification>();
        services.AddScoped<PublishEdition>();
        services.AddWork<ComputeEstimate>();
        services.AddScoped<ApplyOfficial>();
        services.AddScoped<ConfirmUndisputed>();
        services.AddScoped<ApproveList>();
        services.AddScoped<IFileKind, OfficialListKind>();
        services.AddSingleton(new KeptList(Runs.LatestList.Address, "Выявление"));
    }

    public static void AddIdentification(this PageConventionCollection pages)
    {
        pages.Needs("/Identification/Runs", Permission.SeeLists);
        pages.Needs("/Identification/Models", Permission.SeeLists);
        pages.Needs("/Identification/Lineage", Permission.SeeLists);
        pages.Needs("/Identification/Review", Permission.SeeLists);
        foreach (var page in new[] { "Work", "Period", "Confirm", "Approve", "Amend", "Requisites", "Order" }) pages.PageNeeds($"/Identification/Review/{page}", Permission.DecideLists);
        pages.PageNeeds("/Identification/Review/Object", Permission.ObjectToLists);
        pages.PageNeeds("/Identification/Runs/New", Permission.RunIdentification);
        // Arithmetic over results of the whole region: an analyst may try numbers without the right to lists. Schools are named to those who see lists; publishing asks for the reference data.
        pages.Needs("/Identification/Workshop", Permission.SeeResults);
        pages.PageNeeds("/Identification/Workshop/Publish", Permission.EditReference);
        pages.Needs("/Identification/Editions", Permission.SeeResults);
        pages.PageNeeds("/Identification/Editions/New", Permission.EditReference);
        pages.PageNeeds("/Identification/Editions/NewEstimate", Permission.EditReference);
    }
}
