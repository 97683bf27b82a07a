using System.CommandLine;
using Stupeni.Platform;
using Stupeni.Statistics.Inference;

namespace Stupeni.Analysis.Stats;

/// <summary><c>stats proportion</c>: a share and its intervals.</summary>
internal static class ProportionCommand
{
    public static Command Command()
    {
        var successes = new Option<long>("--successes") { Description = "Сколько случаев", Required = true };
        var n = new Option<long>("--n") { Description = "Из скольких", Required = true };
        var confidence = Ask.Number("--confidence", "Доверие интервалов", 0.95);
        var json = Running.Json();
        var command = new Command("proportion", "Доля и её интервалы. Пример: stupeni stats proportion --successes 7 --n 24 --json") { successes, n, confidence, json };
        command.SetAction(parsed => Running.Answer(parsed, parsed.GetValue(json), () =>
        {
            var (x, of, level) = (parsed.GetValue(successes), parsed.GetValue(n), parsed.GetValue(confidence));
            if (of < 1 || x < 0 || x > of) throw new Refused("", Texts.Say("{0} из {1}: так не бывает.", x, of), Texts.Say("Нужно --n больше нуля и --successes от 0 до --n."));
            if (!(level > 0 && level < 1)) throw Confidences.Wrong(level);
            var (share, wilson, exact) = (Proportion.Share(x, of), Proportion.Wilson(x, of, level), Proportion.ClopperPearson(x, of, level));
            return new ProportionAnswer(share.Value, [wilson.Lower, wilson.Upper], [exact.Lower, exact.Upper], level, []);
        }));
        return command;
    }
}

internal sealed record ProportionAnswer(double Estimate, IReadOnlyList<double> Wilson, IReadOnlyList<double> ClopperPearson, double Confidence, IReadOnlyList<string> Warnings) : IAnswer
{
    public void Tell(Prose to)
    {
        to.Figure(Texts.Say("Доля"), Estimate);
        to.Line(Texts.Say("Уилсон: от {0} до {1}", Prose.Said(Wilson[0]), Prose.Said(Wilson[1])));
        to.Line(Texts.Say("Клоппер — Пирсон: от {0} до {1}", Prose.Said(ClopperPearson[0]), Prose.Said(ClopperPearson[1])));
    }
}

internal static class Confidences
{
    public static Refused Wrong(double level) => new("", Texts.Say("Доверие {0} не лежит между 0 и 1.", level), Texts.Say("Укажите, например, --confidence 0.95."));
}
