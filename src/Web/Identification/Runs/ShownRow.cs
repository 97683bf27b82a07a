using Stupeni.Identification.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Runs;

/// <summary>A row of the list as people see it, on the page and in the file.</summary>
public sealed record ShownRow(ListRow Row, Result Deciding, string Procedure, string Why, Figure Share);

/// <summary>Turns rows into words and figures; the verdict is read again from the frozen inputs, so the words can never part from them.</summary>
public sealed class ListWords(IdentificationRun run, RunOrder order, ProcedureNames names)
{
    private readonly ReasonText reasons = new(names, order);

    public RunOrder Order => order;

    public static async Task<ListWords> Of(Db db, IdentificationRun run, CancellationToken stop) => new(run, await db.OrderOf(run, stop), await ProcedureNames.Load(db, stop));

    public ShownRow Show(ListRow row, IEnumerable<Result> frozen)
    {
        var results = frozen.ToList();
        var verdict = order.Reading.Judge(results, order.Year, order.Terms)!;
        return new(row, verdict.Deciding, names.Full(verdict.Deciding), reasons.Short(verdict, Together(results, verdict.Deciding.Line)), Share(verdict.Deciding, row.Organisation));
    }

    /// <summary>The share of one procedure with its interval and everything a reader may ask of it.</summary>
    public Figure Share(Result result, Id<Organisation> school) => ShareFigures.Of(result.BelowThreshold, result.Participants) with
    {
        Title = names.Full(result), Method = order.Method(), Edition = order.Edition(),
        Source = Texts.Say("Входные данные запуска № {0} от {1}", run.Number, Numbers.Day(run.At)), SourceHref = $"/identification/{run.Number}/schools/{school}", LineageHref = $"/identification/{run.Number}/lineage?school={school}",
    };

    public static Pooled Together(IEnumerable<Result> results, ProcedureLine line) => Pooled.Of(line, [.. results.Where(r => r.Line == line)]);
}
