using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Runs;

/// <summary>A school of either list: what the rule says with its reason, and what the official list says.</summary>
public sealed record ComparedSchool(Id<Organisation> Organisation, string Name, string Municipality, ShownRow? Computed, OfficialRow? Official);

/// <summary>Both lists: the computed one with decisions counted, the official one of schools with low results of the same year.</summary>
public sealed record OfficialComparison(bool HasOfficial, IReadOnlyList<ComparedSchool> Both, IReadOnlyList<ComparedSchool> OnlyOfficial, IReadOnlyList<ComparedSchool> OnlyComputed)
{
    public static async Task<OfficialComparison> Of(Db db, Viewer viewer, IdentificationRun run, CancellationToken stop)
    {
        var official = (await db.OfficialIn(viewer, run.Year, OfficialList.LowResults, stop)).ToDictionary(r => r.School);
        var rows = (await db.ListAll(viewer, run.Id, new(), stop)).Where(r => In(r) || official.ContainsKey(r.Organisation)).ToList();
        var (words, frozen) = (await ListWords.Of(db, run, stop), await db.FrozenResults(run.Id, [.. rows.Select(r => r.Organisation)], stop));
        var computed = rows.ToDictionary(r => r.Organisation, r => words.Show(r, frozen[r.Organisation]));

        var schools = rows.Select(r => new ComparedSchool(r.Organisation, r.Name, r.Municipality, computed[r.Organisation], official.GetValueOrDefault(r.Organisation)))
            .Concat(official.Values.Where(o => !computed.ContainsKey(o.School)).Select(o => new ComparedSchool(o.School, o.Name, o.Municipality, null, o))).OrderBy(s => s.Name, StringComparer.CurrentCulture).ToList();
        return new(official.Count > 0, [.. schools.Where(s => Computed(s) && Official(s))], [.. schools.Where(s => !Computed(s) && Official(s))], [.. schools.Where(s => Computed(s) && !Official(s))]);
    }

    private static bool Computed(ComparedSchool school) => school.Computed is { } shown && In(shown.Row);

    private static bool Official(ComparedSchool school) => school.Official is { Listed: true };

    private static bool In(ListRow row) => ListDecision.InList(row.State, row.Decision);
}
