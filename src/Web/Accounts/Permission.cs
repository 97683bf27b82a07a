namespace Stupeni.Accounts;

/// <summary>What a role may do in its scope. Which role may what is data: Accounts/roles.json, then the table.</summary>
public enum Permission
{
    SeeOrganisations,
    EditOrganisations,
    SeeHistory,
    ImportFiles,
    SeeResults,

    /// <summary>Single participants by their codes: only the organisation's own people.</summary>
    SeeParticipants,
    EditReference,
    SeeLists,
    RunIdentification,
    DecideLists,
    ManagePeople,

    /// <summary>Answering for a school: objecting to its place in a list.</summary>
    ObjectToLists,
}

public enum ScopeKind { Region, Municipality, Organisation }
