using Stupeni.Assessments;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Growth.Files;

/// <summary>A study as one file brings it.</summary>
internal sealed record GrowthPlan(string Title, SchoolYear Year, string Subject, string Source, Id<AssessmentProcedure>? Procedure, string File, string Sha256, string Columns, bool OfRegister, int LeftOut, IReadOnlyList<PlannedSchool> Schools) : IFilePlan
{
    /// <summary>Where the table stands in the file, and which of its columns were taken.</summary>
    public required string Sheet { get; init; }
    public required int HeaderRow { get; init; }
    public required IReadOnlySet<int> Taken { get; init; }

    public int Pupils => Schools.Sum(s => s.Pupils);

    public static GrowthPlan Of(FileToCheck file, GrowthMapping mapping, GrowthSheet sheet, GrowthReading reading) => new(
        mapping.Title!.Trim(), SchoolYear.In(mapping.Year!)!.Value, mapping.Subject!.Trim(), mapping.Source!.Trim(), mapping.Procedure is { } procedure ? new(procedure) : null, file.Grid.FileName, file.Sha256,
        reading.Columns.Json(), sheet.Find(GrowthField.Label) is null, reading.WithoutResult, [.. reading.Schools.Select(s => new PlannedSchool(s.Organisation, s.Label, s.Pupils.Count, PupilRows.Pack(s.Pupils)))])
    {
        Sheet = sheet.Sheet.Name, HeaderRow = sheet.Header.Number, Taken = sheet.Columns.Where(c => c.Field != GrowthField.Skip).Select(c => c.Place).ToHashSet(),
    };

    public GrowthStudy Study(Import import, int number, DateTime now) => new()
    {
        Number = number, Title = Title, Year = Year, Subject = Subject, Source = Source, Procedure = Procedure, Import = import.Id, File = File, Sha256 = Sha256, Columns = Columns, OfRegister = OfRegister,
        Schools = Schools.Count, Pupils = Pupils, LeftOut = LeftOut, At = now, ByName = import.ByName,
    };

    /// <summary>Whether the study is just what the file brings.</summary>
    public bool Is(GrowthStudy study) => (study.Sha256, study.Columns, study.Procedure, study.Subject, study.Source) == (Sha256, Columns, Procedure, Subject, Source);
}

internal sealed record PlannedSchool(Id<Organisation>? Organisation, string Label, int Pupils, byte[] Rows);

/// <summary>Studies that files checked before in the same import bring.</summary>
internal sealed class DraftedStudies
{
    public HashSet<(string, SchoolYear)> Titles { get; } = [];
}
