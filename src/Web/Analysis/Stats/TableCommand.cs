using System.CommandLine;
using Stupeni.Analysis.Tables;

namespace Stupeni.Analysis.Stats;

/// <summary>A command over one table.</summary>
internal sealed class TableCommand : Command
{
    private readonly Argument<string> file = new("file") { Description = "Таблица CSV с заголовком" };
    private readonly Option<string[]> columns = Ask.Names("--columns", "Столбцы через запятую; без них — все числовые");
    private readonly Option<bool> json = Running.Json();

    /// <param name="name">What it is called.</param>
    /// <param name="description">What it does, with an example.</param>
    /// <param name="chooses">Whether columns are chosen by --columns.</param>
    /// <param name="options">Its own options.</param>
    public TableCommand(string name, string description, bool chooses, params IEnumerable<Option> options) : base(name, description)
    {
        Arguments.Add(file);
        if (chooses) Options.Add(columns);
        foreach (var option in options) Options.Add(option);
        Options.Add(json);
    }

    public TableCommand Answers(Func<Asked, IAnswer> answer)
    {
        SetAction((parsed, stop) => Task.FromResult(Running.Answer(parsed, parsed.GetValue(json), () => answer(Asked.Of(parsed, parsed.GetValue(file)!, columns, stop)))));
        return this;
    }
}

/// <summary>What was asked: the table, the chosen columns, and the values of options.</summary>
internal sealed record Asked(ParseResult Parsed, Table Table, IReadOnlyList<string> Chosen, CancellationToken Stop)
{
    public static Asked Of(ParseResult parsed, string file, Option<string[]> columns, CancellationToken stop) =>
        new(parsed, TableFile.Read(file), parsed.GetResult(columns) is null ? [] : parsed.GetValue(columns)!, stop);

    public T Value<T>(Option<T> option) => Parsed.GetValue(option)!;

    public bool Has(Option option) => Parsed.GetResult(option) is { Implicit: false };

    /// <summary>The chosen columns of numbers, side by side.</summary>
    public NumberColumns Numbers(Action<string> warn)
    {
        var columns = Table.NumericColumns(Chosen, warn);
        var values = new double[Table.Lines.Count, columns.Count];
        for (var j = 0; j < columns.Count; j++)
        {
            for (var i = 0; i < Table.Lines.Count; i++) values[i, j] = columns[j].Values[i];
        }

        return new(Table, [.. columns.Select(c => c.Name)], values);
    }
}

/// <summary>Columns of numbers with their names.</summary>
internal sealed record NumberColumns(Table Table, IReadOnlyList<string> Names, double[,] Values)
{
    public (IReadOnlyList<string> Names, double[,] Values) Unnamed => (Names, Values);

    /// <summary>A refusal of the library as a line about its column and row.</summary>
    public Refused Refused(Statistics.Refusal refusal, string? message = null, string? mend = null) => Refusals.Of(Table, Names, refusal, message, mend);

    /// <summary>Rows without a missing cell, from 0.</summary>
    public int[] CompleteRows() => [.. Enumerable.Range(0, Values.GetLength(0)).Where(i => Enumerable.Range(0, Values.GetLength(1)).All(j => !double.IsNaN(Values[i, j])))];
}
