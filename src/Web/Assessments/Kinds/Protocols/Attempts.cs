using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>
/// Puts the attempts of linked participants together. A file speaks for its days: what other days brought stays in the class. Of several attempts in a
/// procedure the first counts; the others, and those of a participant who is counted in another class or in the main period, are re-takes.
/// </summary>
internal sealed class Attempts(Db db, Known known, SchoolFinder schools, Drafted drafted, FindingList findings)
{
    public const string Additional = "дополнительный период";

    public async Task Settle(ProcedureTable table, CancellationToken stop)
    {
        var file = table.Rows;
        var own = Enumerable.Range(0, file.Count).Where(i => LinkedCode.Of(file.Codes[i]) is not null).ToLookup(i => (file.Schools[i], file.Classes[i]));
        if (own.Count == 0) return;

        var (counted, retakes) = (new ParticipantRows(file.Tasks), new ParticipantRows(file.Tasks));
        var loose = new HashSet<(int, string)>();
        foreach (var row in Enumerable.Range(0, file.Count).Where(i => LinkedCode.Of(file.Codes[i]) is null))
        {
            counted.Take(file, row);
            loose.Add((file.Schools[row], file.Classes[row]));
        }

        var before = await Before(table, [.. own.Select(g => g.Key.Item1).Distinct()], stop);
        foreach (var place in own)
        {
            var all = new ParticipantRows(file.Tasks);
            foreach (var row in place) all.Take(file, row);
            if (!loose.Contains(place.Key)) Gather(table, place.Key, all);
            var days = all.Codes.Select(c => LinkedCode.Of(c)!.Value.Day).ToHashSet();
            foreach (var sheet in before.Here(place.Key)) all.Take(place.Key, sheet, code => LinkedCode.Of(code) is { } other && !days.Contains(other.Day));
            var elsewhere = before.Elsewhere(place.Key);
            foreach (var participant in Enumerable.Range(0, all.Count).DistinctBy(i => all.Codes[i]).GroupBy(i => LinkedCode.Of(all.Codes[i])!.Value.Participant))
                foreach (var (at, row) in participant.OrderBy(i => LinkedCode.Of(all.Codes[i])!.Value.Day).Index())
                    (at == 0 && !elsewhere.Contains(participant.Key) ? counted : retakes).Take(all, row);
        }

        (table.Rows, table.Retakes) = (counted, retakes);
    }

    /// <summary>Adds what files before in the same import brought of the class: their days are spoken for too. One attempt that two files tell differently is an error.</summary>
    private void Gather(ProcedureTable table, (int School, string Class) place, ParticipantRows all)
    {
        var school = schools[place.School];
        if (drafted.At(table.Key, school.Id, place.Class) is { } met)
        {
            if (met.Brought is null || SheetScores.Unpack(met.Brought) is not { } sheet || sheet.Tasks != all.Tasks) return;
            var rows = all.Codes.Index().DistinctBy(c => c.Item).ToDictionary(c => c.Item, c => c.Index);
            var other = Enumerable.Range(0, sheet.Participants).Count(i => rows.TryGetValue(sheet.Codes[i], out var row) && !all.Same(row, sheet, i));
            if (other > 0)
                findings.Error(new(""), new("{0}, класс «{1}»: файл «{2}» этого импорта говорит о том же дне другое, участников: {3}.", school.Name, place.Class, met.File, other), new("Если это результаты апелляций, загрузите их следующим импортом. Иначе оставьте одну из строк."));
            all.Take(place, sheet, code => !rows.ContainsKey(code));
        }

        table.Brought[(school.Id, place.Class)] = all.Sheets()[0].Scores;
    }

    private async Task<EarlierAttempts> Before(ProcedureTable table, List<int> numbers, CancellationToken stop)
    {
        var byId = numbers.ToDictionary(n => schools[n].Id);
        var ids = byId.Keys.ToList();
        var procedure = (await known.Procedure(table.Key, stop))?.Id;
        var main = table.Key.Session == Additional ? (await known.Procedure(table.Key with { Session = "" }, stop))?.Id : null;
        var sheets = await db.ScoreSheets.AsNoTracking().Where(s => (s.Procedure == procedure || s.Procedure == main) && s.State != SheetState.Replaced && ids.Contains(s.Organisation))
            .Select(s => new { s.Procedure, s.Organisation, s.Class, s.State, s.Scores }).ToListAsync(stop);
        var drafts = drafted.Of(table.Key).Concat(table.Key.Session == Additional ? drafted.Of(table.Key with { Session = "" }) : []).Where(d => byId.ContainsKey(d.Organisation))
            .ToDictionary(d => (d.Procedure != table.Key, (byId[d.Organisation], d.Class)), d => d.Counted);
        var earlier = sheets.Select(s => new EarlierSheet((byId[s.Organisation], s.Class), s.Procedure != procedure, s.State, SheetScores.Unpack(s.Scores))).ToList();
        return new(earlier, [.. earlier.Where(s => s.State == SheetState.Current && !drafts.ContainsKey((s.OfMain, s.Place))), .. drafts.Where(d => d.Value is not null).Select(d => new EarlierSheet(d.Key.Item2, d.Key.Item1, SheetState.Current, SheetScores.Unpack(d.Value!)))]);
    }
}

/// <summary>A sheet that is there already, of this procedure or of the main period of it.</summary>
internal sealed record EarlierSheet((int School, string Class) Place, bool OfMain, SheetState State, SheetScores Scores);

/// <param name="Counted">Those in which participants are counted once the files before in the import are applied.</param>
internal sealed record EarlierAttempts(IReadOnlyList<EarlierSheet> Sheets, IReadOnlyList<EarlierSheet> Counted)
{
    public IEnumerable<SheetScores> Here((int, string) place) => Sheets.Where(s => !s.OfMain && s.Place == place).OrderBy(s => s.State).Select(s => s.Scores);

    /// <summary>Participants of the school who are counted in another class, or were in the main period.</summary>
    public HashSet<string> Elsewhere((int School, string) place) =>
        [.. Counted.Where(s => s.Place.School == place.School && (s.OfMain || s.Place != place)).SelectMany(s => s.Scores.Codes).Select(LinkedCode.Of).OfType<LinkedCode>().Select(c => c.Participant)];
}
