using System.CommandLine;
using Stupeni.Analysis.Tables;
using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.Factors;

namespace Stupeni.Analysis.Stats;

/// <summary><c>stats factor</c>: exploratory factor analysis of a table or of a matrix.</summary>
internal sealed class FactorCommand
{
    private readonly Option<string> factors = new("--factors") { Description = "Сколько факторов, или parallel: сколько подсказывает параллельный анализ", DefaultValueFactory = _ => "parallel" };
    private readonly Option<string> method = Ask.OneOf("--method", "Извлечение", "minres", "ml", "paf");
    private readonly Option<string> rotate = Ask.OneOf("--rotate", "Вращение", "none", "varimax", "promax", "oblimin");
    private readonly Option<bool?> kaiser = new("--kaiser") { Description = "Нормировать строки при вращении: true или false; по умолчанию true для varimax и promax" };
    private readonly Option<double> power = Ask.Number("--power", "Степень promax", 4);
    private readonly Option<string> correlation = Ask.OneOf("--correlation", "Корреляции", "pearson", "pairwise", "polychoric");
    private readonly Option<bool> correlations = new("--correlations") { Description = "В файле не ответы, а матрица корреляций или ковариаций; нужно --n" };
    private readonly Option<int?> n = new("--n") { Description = "Сколько наблюдений за матрицей" };
    private readonly Option<string?> scores = new("--scores") { Description = "Оценки факторов: regression или bartlett" };
    private readonly Option<int> iterations = new("--iterations") { Description = "Сколько случайных матриц в параллельном анализе", DefaultValueFactory = _ => 100 };
    private readonly Option<int> seed = Ask.Seed();

    public static Command Command() => new FactorCommand().Made();

    private TableCommand Made()
    {
        scores.AcceptOnlyFromAmong("regression", "bartlett");
        Ask.Check(power, value => value > 1, "нужно число больше 1");
        Ask.Check(iterations, value => value > 0, "нужно целое число больше нуля");
        Ask.Check(n, value => value > 0, "нужно целое число больше нуля");
        var command = new TableCommand("factor", "Факторный анализ. Пример: stupeni stats factor teachers.csv --factors 3 --rotate oblimin --json", true,
            factors, method, rotate, kaiser, power, correlation, correlations, n, scores, iterations, seed).Answers(Solve);
        command.Validators.Add(result =>
        {
            if (result.GetValue(factors) is { } wanted and not "parallel" && !(int.TryParse(wanted, out var k) && k > 0)) result.AddError("--factors: нужно целое число больше нуля или parallel.");
            if (result.GetValue(correlations) && result.GetValue(n) is null) result.AddError("--correlations: укажите --n, сколько наблюдений за матрицей.");
        });
        return command;
    }

    private FactorAnswer Solve(Asked asked)
    {
        var wanted = asked.Value(factors);
        var options = new FactorOptions
        {
            Factors = wanted is "parallel" ? null : int.Parse(wanted, System.Globalization.CultureInfo.InvariantCulture),
            Extraction = asked.Value(method) switch { "ml" => Extraction.MaximumLikelihood, "paf" => Extraction.PrincipalAxis, _ => Extraction.MinimumResiduals },
            Rotation = asked.Value(rotate) switch { "varimax" => Rotation.Varimax, "promax" => Rotation.Promax, "oblimin" => Rotation.Oblimin, _ => Rotation.None },
            Kaiser = asked.Value(kaiser),
            PromaxPower = asked.Value(power),
            Association = asked.Value(correlation) switch { "pairwise" => Association.Pairwise, "polychoric" => Association.Polychoric, _ => Association.Pearson },
            Scores = asked.Value(scores) switch { "regression" => ScoreMethod.Regression, "bartlett" => ScoreMethod.Bartlett, _ => ScoreMethod.None },
            ParallelReplications = asked.Value(iterations),
            Seed = asked.Value(seed),
        };
        var remarks = new List<string>(asked.Table.Remarks);
        var ofMatrix = asked.Value(correlations);
        var (names, data) = ofMatrix ? MatrixFile.Of(asked.Table, asked.Chosen) : asked.Numbers(remarks.Add).Unnamed;
        if (options.Factors >= names.Count)
            throw new Refused(asked.Table.File, Texts.Say("Факторов {0}, а столбцов {1}: факторов должно быть меньше.", options.Factors, names.Count), names.Count < 2 ? Texts.Say("Нужно не меньше двух столбцов.") : Texts.Say("Укажите --factors от 1 до {0}.", names.Count - 1));

        if (ofMatrix && options.Scores != ScoreMethod.None) remarks.Add(Texts.Say("Оценок факторов нет: по матрице без ответов их не посчитать."));
        var solution = ofMatrix
            ? FactorAnalysis.OfMatrix(data, asked.Value(n)!.Value, options with { Scores = ScoreMethod.None }, null, asked.Stop)
            : FactorAnalysis.OfData(data, options, null, asked.Stop);
        if (solution.Absence != Absence.None && solution is not { Suggested: 0, Absence: Absence.NotIdentified }) throw FactorRefusals.Of(asked.Table, names, data, solution, ofMatrix);
        return FactorAnswer.Of(names, solution, data, remarks);
    }
}
