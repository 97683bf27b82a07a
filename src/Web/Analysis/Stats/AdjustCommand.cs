using System.CommandLine;
using Stupeni.Imports;
using Stupeni.Platform;
using Stupeni.Statistics.Inference;

namespace Stupeni.Analysis.Stats;

/// <summary><c>stats adjust</c>: p-values of many questions at once.</summary>
internal static class AdjustCommand
{
    public static Command Command()
    {
        var p = Ask.Numbers("--p", "Вероятности через запятую, с точкой");
        p.Required = true;
        var method = Ask.OneOf("--method", "Поправка", "holm", "bh", "bonferroni", "hochberg", "hommel", "by");
        var json = Running.Json();
        var command = new Command("adjust", "Поправка на много вопросов. Пример: stupeni stats adjust --p 0.01,0.04,0.2 --method bh --json") { p, method, json };
        command.SetAction(parsed => Running.Answer(parsed, parsed.GetValue(json), () =>
        {
            var values = parsed.GetValue(p)!;
            var wrong = values.Where(v => v is < 0 or > 1).Select(v => new ErrorLine("", null, null, "--p", v.ToString("R", System.Globalization.CultureInfo.InvariantCulture), Texts.Say("Вероятность должна лежать от 0 до 1."), Texts.Say("Исправьте --p."))).ToList();
            if (wrong.Count > 0) throw new Refused(wrong);
            var f = new Figures([]);
            double?[] adjusted = [.. Multiplicity.Adjust(values, Of(parsed.GetValue(method)!)).Select(a => a.IsPresent ? a.Value : (double?)null)];
            if (adjusted.Contains(null)) f.Warn(Texts.Say("Пропущенные вероятности не сосчитаны: {0}.", adjusted.Count(a => a is null)));
            return new AdjustAnswer(parsed.GetValue(method)!, values, adjusted, f.Warnings);
        }));
        return command;
    }

    private static Adjustment Of(string method) => method switch
    {
        "bh" => Adjustment.BenjaminiHochberg,
        "bonferroni" => Adjustment.Bonferroni,
        "hochberg" => Adjustment.Hochberg,
        "hommel" => Adjustment.Hommel,
        "by" => Adjustment.BenjaminiYekutieli,
        _ => Adjustment.Holm,
    };
}

internal sealed record AdjustAnswer(string Method, IReadOnlyList<double> P, IReadOnlyList<double?> Adjusted, IReadOnlyList<string> Warnings) : IAnswer
{
    public void Tell(Prose to) => to.Table(["№", "p", Method], P.Select((p, i) => (IReadOnlyList<object?>)[$"{i + 1}", Prose.Said(p), Prose.Said(Adjusted[i])]));
}
