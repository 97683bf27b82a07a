using Stupeni.Platform;

namespace Stupeni.Organisations;

/// <summary>The words for the kinds and states of organisations.</summary>
public static class OrganisationWords
{
    public static string Word(this OrganisationType type) => Texts.Say(type switch
    {
        OrganisationType.School => "Школа",
        OrganisationType.Preschool => "Детский сад",
        OrganisationType.AdditionalEducation => "Дополнительное образование",
        OrganisationType.ServiceOrganisation => "Служба сопровождения",
    });

    public static string Word(this Locality locality) => Texts.Say(locality switch
    {
        Locality.Unknown => "не указана",
        Locality.Urban => "город",
        Locality.Rural => "село",
    });

    public static string Word(this OrganisationState state) => Texts.Say(state switch
    {
        OrganisationState.Active => "Действует",
        OrganisationState.Merged => "Присоединена",
        OrganisationState.Closed => "Закрыта",
    });
}
