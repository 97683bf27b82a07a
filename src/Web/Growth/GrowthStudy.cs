using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Growth;

/// <summary>
/// Results of pupils beside their own prior results, school by school: numbers without codes or names. Brought by one file; it is never changed, only taken back with its import, and then
/// only this line stays.
/// </summary>
public sealed class GrowthStudy : IRecorded
{
    public Id<GrowthStudy> Id { get; init; } = Id<GrowthStudy>.New();

    /// <summary>What people call it by: the address of its page.</summary>
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required SchoolYear Year { get; init; }
    public required string Subject { get; init; }

    /// <summary>Where the table comes from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>The procedure of the register whose results these are; none where it is none of them.</summary>
    public Id<AssessmentProcedure>? Procedure { get; init; }
    public required Id<Import> Import { get; init; }
    public required string File { get; init; }

    /// <summary>SHA-256 of the file as it came.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What stands in a pupil's row, as JSON of <see cref="StudyColumns"/>.</summary>
    public required string Columns { get; init; }

    /// <summary>Whether its schools are those of the register; otherwise they are known by their labels only.</summary>
    public required bool OfRegister { get; init; }
    public required int Schools { get; init; }
    public required int Pupils { get; init; }

    /// <summary>Rows of the file without a result.</summary>
    public required int LeftOut { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }
    public StudyState State { get; set; }

    public string Label => $"№ {Number}, {Title}, {Year}";
    Guid? IRecorded.Organisation => null;
}

public enum StudyState { Current, Undone }

/// <summary>The pupils of one school in a study, packed by <see cref="PupilRows"/>: their order in the file is not kept.</summary>
public sealed class GrowthSchool
{
    public required Id<GrowthStudy> Study { get; init; }
    public required int Position { get; init; }
    public Id<Organisations.Organisation>? Organisation { get; init; }

    /// <summary>What the file calls it; of a school of the register, its name on that day.</summary>
    public required string Label { get; init; }
    public required int Pupils { get; init; }
    public required byte[] Rows { get; init; }
}
