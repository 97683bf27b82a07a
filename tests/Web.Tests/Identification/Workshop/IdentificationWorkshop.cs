using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stupeni.Assessments;
using Stupeni.Identification.Rules;
using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>Regions to try numbers on, made of nothing but sizes, and what a workbook says.</summary>
internal static class IdentificationWorkshop
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IdentificationRule Rule(string code)
    {
        using var file = typeof(IdentificationRule).Assembly.GetManifestResourceStream("Stupeni.Identification.rules.json")!;
        return JsonSerializer.Deserialize<List<IdentificationRule>>(file, Json)!.Single(r => r.Code == code);
    }

    /// <summary>Schools that sat ВПР of two grades and an examination in each of three years, as many participants everywhere, a tenth of them below.</summary>
    public static List<WorkshopSchool> Schools(int count, int participants, int firstYear = 2024)
    {
        List<(Id<AssessmentProcedure> Id, ProcedureLine Line, SchoolYear Year)> procedures =
        [
            .. from year in Enumerable.Range(firstYear, 2027 - firstYear)
               from line in new[] { new ProcedureLine(ProcedureKind.Vpr, "MA", 5, MathLevel.None, ""), new ProcedureLine(ProcedureKind.Vpr, "RU", 5, MathLevel.None, ""), new ProcedureLine(ProcedureKind.Vpr, "MA", 7, MathLevel.None, ""), new ProcedureLine(ProcedureKind.Oge, "MA", 9, MathLevel.None, "") }
               select (Id<AssessmentProcedure>.New(), line, new SchoolYear(year)),
        ];
        return [.. Enumerable.Range(0, count).Select(i => new WorkshopSchool(Id<Organisations.Organisation>.New(), $"{i:000000}", $"Школа {i:000}", "Округ", true, [.. procedures.Select(p => new Result(p.Id, p.Line, p.Year, participants, participants / 10))]))];
    }

    public static TriedYear Year(IReadOnlyList<WorkshopSchool> schools, RuleNumbers? tried = null)
    {
        var rule = Rule("RON-2025");
        var (reading, now) = (RuleReading.Of(Reading.Any), rule.With(tried ?? RuleNumbers.Of(rule)));
        return TriedYear.Of(new(rule, reading, new(2026), rule.MinParticipants), new(now, reading, new(2026), now.MinParticipants), schools);
    }

    public static Assumptions Assumed(int between, int lasting, int yearly = 0, int pupil = 60, int repetitions = 200, int seed = 7) =>
        new(Typed(between), Typed(lasting), Typed(yearly), Typed(pupil), repetitions, seed);

    public static string Text(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return string.Concat(zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    private static Assumed Typed(int percent) => new(percent, AssumedFrom.Typed);
}
