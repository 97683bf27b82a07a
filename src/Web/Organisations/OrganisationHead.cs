namespace Stupeni.Organisations;

/// <summary>The head of every page about an organisation: its name, state and tabs.</summary>
public sealed record OrganisationHead(Organisation Organisation, string Municipality, string Tab);
