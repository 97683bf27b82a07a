using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Context.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Context;

/// <summary>Computes the index of a school year over the figures of now and keeps it as a version: method, indicators, coefficients, stamp of the figures.</summary>
public sealed class ComputeIndex(Db db, Recording recording, Clock clock) : IWork
{
    public static string Name => "context-index";

    public static string Input(Id<IndexEdition> edition, SchoolYear year) => $"{edition} {year.Ends}";

    public async Task<string> Run(string input, IProgress<Step> progress, CancellationToken stop)
    {
        var edition = new Id<IndexEdition>(Guid.Parse(input[..36]));
        var year = new SchoolYear(int.Parse(input[37..], CultureInfo.InvariantCulture));
        progress.Report(new(0, 1, "Индекс за {0}", year.ToString()));
        await Compute(await db.IndexEditions.AsNoTracking().SingleAsync(e => e.Id == edition, stop), year, stop);
        return $"/context?year={year.Ends}";
    }

    /// <summary>The version, and whether it is new: unchanged figures and edition give the version that is there.</summary>
    public async Task<(ContextIndex Index, bool IsNew)> Compute(IndexEdition edition, SchoolYear year, CancellationToken stop = default)
    {
        var (shares, stamp) = await Shares(year, stop);
        if (shares.Count == 0) throw new RuleBroken("Социальных паспортов за {0} нет.", "year", year);
        var last = await db.ContextIndices.AsNoTracking().Where(i => i.Year == year).OrderByDescending(i => i.Number).FirstOrDefaultAsync(stop);
        if (last is not null && last.Edition == edition.Id && last.FiguresSha256 == stamp) return (last, false);

        var found = IndexOfSchools.Of(edition, await db.Indicators(stop), shares);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var values = Enumerable.Range(0, found.Schools.Length).Select(found.Value).ToList();
        var index = new ContextIndex
        {
            Number = 1 + (await db.ContextIndices.MaxAsync(i => (int?)i.Number, stop) ?? 0), Year = year, Edition = edition.Id, At = clock.Now, ByName = recording.Viewer.Name, FiguresSha256 = stamp,
            Schools = values.Count(v => v is not null), Absent = values.Count(v => v is null), Cut = found.Cut, Start = found.Start, Explained = found.Index.Explained is { IsPresent: true } explained ? 100 * explained.Value : null,
        };
        db.Add(index);
        db.AddRange(found.All.Select(i => Weight(index, found, i.Indicator, i.Known, i.Omitted)));
        db.AddRange(found.Schools.Select((school, at) => new IndexSchool { Index = index.Id, Organisation = school, Value = values[at], Used = found.Index.Used[at], IsHard = values[at] <= index.Cut }));
        var places = found.Schools.Index().ToDictionary(s => s.Item, s => s.Index);
        var columns = found.Counted.Index().ToDictionary(c => c.Item.Code, c => c.Index);
        db.AddRange(shares.Where(s => columns.ContainsKey(s.Indicator) && values[places[s.School]] is not null)
            .Select(s => new IndexPart { Index = index.Id, Organisation = s.School, Indicator = s.Indicator, Count = s.Count, Base = s.Base, Added = found.Added(places[s.School], columns[s.Indicator]) }));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return (index, true);
    }

    private static IndexWeight Weight(ContextIndex index, IndexResult found, ContextIndicator indicator, int known, Omission? omitted)
    {
        var at = found.Counted.IndexOf(indicator);
        double? Or(IReadOnlyList<double> of) => at < 0 ? null : of[at];
        return new()
        {
            Index = index.Id, Indicator = indicator.Code, Direction = indicator.Direction, Known = known, Omitted = omitted,
            Weight = Or(found.Index.Weights), Mean = Or(found.Index.Means), Deviation = Or(found.Index.Deviations), Contradicts = found.Index.Contradicting.Contains(at),
        };
    }

    /// <summary>Shares of working schools, in the order of their codes; SHA-256 over lines «code|indicator|count|base».</summary>
    private async Task<(List<SchoolShare> Shares, string Stamp)> Shares(SchoolYear year, CancellationToken stop)
    {
        var rows = await (from figure in db.ContextFigures.AsNoTracking()
                          where figure.Year == year && figure.State == FigureState.Current && figure.Count != null && figure.Base > 0
                          join organisation in db.Organisations on figure.Organisation equals organisation.Id
                          where organisation.State == OrganisationState.Active && organisation.Type == OrganisationType.School
                          select new { organisation.Code, organisation.Id, figure.Indicator, Count = figure.Count!.Value, Base = figure.Base!.Value }).ToListAsync(stop);
        var ordered = rows.OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Indicator, StringComparer.Ordinal).ToList();
        var text = string.Join('\n', ordered.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Code}|{r.Indicator}|{r.Count}|{r.Base}")));
        return (ordered.ConvertAll(r => new SchoolShare(r.Id, r.Indicator, r.Count, r.Base)), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }
}
