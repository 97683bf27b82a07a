using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>What a file says of an organisation it means: any part may be empty.</summary>
public sealed record OrganisationAsked(string Code = "", string Login = "", string Name = "", string Municipality = "", string MunicipalityCode = "");

/// <summary>The organisation that was meant, or why there is none. The same question gets the same answer object, so a warning can be shown once.</summary>
/// <param name="Doubt">The name that leads nowhere for sure, if a person can decide on it.</param>
/// <param name="Note">By whose decision the organisation was found, or its rows stay out.</param>
/// <param name="Skipped">It was decided that rows of this name stay out.</param>
public sealed record OrganisationAnswer(KnownOrganisation? Organisation, Message? Warning = null, Message? Error = null, Message? Mend = null, DoubtfulName? Doubt = null, Message? Note = null, bool Skipped = false);

/// <summary>An organisation that a file may name. A new one is made when the import is applied, with this id.</summary>
public sealed record KnownOrganisation(Id<Organisation> Id, string Code, string? Login, string Name, OrganisationType Type, KnownMunicipality Municipality, bool IsNew = false);

public sealed record KnownMunicipality(Id<Municipality> Id, string Code, string Name, bool IsNew = false);

public sealed record NewOrganisation(KnownOrganisation Known, OrganisationFacts Facts);
