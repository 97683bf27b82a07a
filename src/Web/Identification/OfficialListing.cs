using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>
/// What was decided outside of the product: a school stands in an official list of a year, by an act, or the list says that it does not.
/// A later list replaces the word of an earlier one and keeps it.
/// </summary>
public sealed class OfficialListing
{
    public Id<OfficialListing> Id { get; init; } = Id<OfficialListing>.New();
    public required Id<Organisation> Organisation { get; init; }
    public required SchoolYear Year { get; init; }
    public required OfficialList List { get; init; }

    /// <summary>False where the list names the school with a plain no.</summary>
    public required bool Listed { get; init; }

    /// <summary>The act in words, its number and date; empty where the list does not say.</summary>
    public string Ground { get; init; } = "";
    public string ActNumber { get; init; } = "";
    public DateOnly? ActDate { get; init; }
    public required string Edition { get; init; }
    public required Id<Import> Import { get; init; }
    public ListingState State { get; set; } = ListingState.Current;
    public Id<OfficialListing>? Replaces { get; init; }

    public bool SaysAs(OfficialListing other) => (Listed, Ground, ActNumber, ActDate, Edition) == (other.Listed, other.Ground, other.ActNumber, other.ActDate, other.Edition);
}

/// <summary>The official lists a school may stand in; several at once.</summary>
public enum OfficialList { LowResults, DisadvantagedContext, BiasSigns, RiskGroup, Resilient, StableHigh }

public enum ListingState { Current, Replaced }
