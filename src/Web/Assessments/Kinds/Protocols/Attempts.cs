using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>
/// Puts the attempts of linked participants together. A file speaks for its days: what other days brought stays in the class. Of several attempts in a
/// procedure the first counts; the others, and those of a participant who is counted in another class or in the main period, are re-takes.
/// </summary>
internal sealed class Attempts(Db db, Known known, SchoolFinder schools)
{
    public const string Additional = "дополнительный период";

    public async Task Settle(ProcedureTable table, CancellationToken stop)
    {
        var file = table.Rows;
        var own = Enumerable.Range(0, file.Count).Where(i => LinkedCode.Of(file.Codes[i]) is not null).ToLookup(i => (file.Schools[i], file.Classes[i]));
        if (own.Count == 0) return;

        var (counted, retakes) = (new ParticipantRows(file.Tasks), new ParticipantRows(file.Tasks));
        foreach (var row in Enumerable.Range(0, file.Count).Where(i => LinkedCode.Of(file.Codes[i]) is null)) counted.Take(file, row);
        var before = await Before(table, [.. own.Select(g => g.Key.Item1).Distinct()], stop);
        foreach (var place in own)
        {
            var days = place.Select(i => LinkedCode.Of(file.Codes[i])!.Value.Day).ToHashSet();
            var all = new ParticipantRows(file.Tasks);
            foreach (var row in place) all.Take(file, row);
            foreach (var sheet in before.Here(place.Key)) all.Take(place.Key, sheet, code => LinkedCode.Of(code) is { } other && !days.Contains(other.Day));
            var elsewhere = before.Elsewhere(place.Key);
            foreach (var participant in Enumerable.Range(0, all.Count).DistinctBy(i => all.Codes[i]).GroupBy(i => LinkedCode.Of(all.Codes[i])!.Value.Participant))
                foreach (var (at, row) in participant.OrderBy(i => LinkedCode.Of(all.Codes[i])!.Value.Day).Index())
                    (at == 0 && !elsewhere.Contains(participant.Key) ? counted : retakes).Take(all, row);
        }

        (table.Rows, table.Retakes) = (counted, retakes);
    }

    private async Task<EarlierAttempts> Before(ProcedureTable table, List<int> numbers, CancellationToken stop)
    {
        var byId = numbers.ToDictionary(n => schools[n].Id);
        var ids = byId.Keys.ToList();
        var procedure = (await known.Procedure(table.Key, stop))?.Id;
        var main = table.Key.Session == Additional ? (await known.Procedure(table.Key with { Session = "" }, stop))?.Id : null;
        var sheets = await db.ScoreSheets.AsNoTracking().Where(s => (s.Procedure == procedure || s.Procedure == main) && s.State != SheetState.Replaced && ids.Contains(s.Organisation))
            .Select(s => new { s.Procedure, s.Organisation, s.Class, s.State, s.Scores }).ToListAsync(stop);
        return new([.. sheets.Select(s => new EarlierSheet((byId[s.Organisation], s.Class), s.Procedure != procedure, s.State, SheetScores.Unpack(s.Scores)))]);
    }
}

/// <summary>A sheet that is there already, of this procedure or of the main period of it.</summary>
internal sealed record EarlierSheet((int School, string Class) Place, bool OfMain, SheetState State, SheetScores Scores);

internal sealed record EarlierAttempts(IReadOnlyList<EarlierSheet> Sheets)
{
    public IEnumerable<SheetScores> Here((int, string) place) => Sheets.Where(s => !s.OfMain && s.Place == place).OrderBy(s => s.State).Select(s => s.Scores);

    /// <summary>Participants of the school who are counted in another class, or were in the main period.</summary>
    public HashSet<string> Elsewhere((int School, string) place) =>
        [.. Sheets.Where(s => s.State == SheetState.Current && s.Place.School == place.School && (s.OfMain || s.Place != place)).SelectMany(s => s.Scores.Codes).Select(LinkedCode.Of).OfType<LinkedCode>().Select(c => c.Participant)];
}
