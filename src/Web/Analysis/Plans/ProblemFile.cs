using System.Text.Json;
using Stupeni.Imports;
using Stupeni.Matching;
using Stupeni.Platform;

namespace Stupeni.Analysis.Plans;

/// <summary>A problem read from its file, with what was wrong with the file told at once.</summary>
internal sealed class ProblemFile
{
    private readonly string file;
    private readonly ProblemJson json;

    private ProblemFile(string file, ProblemJson json)
    {
        (this.file, this.json) = (file, json);
        Warnings = [.. (json.Unknown ?? []).Keys.Select(k => Texts.Say("Поле «{0}» не известно и не прочитано.", k))];
        List<ErrorLine> errors = [.. Faults()];
        if (errors.Count > 0) throw new Refused(errors);
    }

    public List<string> Warnings { get; }

    public static ProblemFile Read(string path)
    {
        if (!File.Exists(path)) throw new Refused([new(path, null, null, null, null, Texts.Say("Файла нет."), Texts.Say("Проверьте путь."))], status: 2);

        var file = Path.GetFileName(path);
        try
        {
            using var stream = File.OpenRead(path);
            return new(file, JsonSerializer.Deserialize<ProblemJson>(stream, ProblemJson.Options) ?? throw new JsonException());
        }
        catch (JsonException wrong)
        {
            var row = wrong.LineNumber is { } line ? (int?)line + 1 : null;
            var place = wrong.Path is { Length: > 2 } at ? at[2..] : null;
            throw new Refused(file, place is null ? Texts.Say("Файл не читается как JSON.") : Texts.Say("Здесь стоит не то, что нужно."), Texts.Say("Образец: docs/commands.md, раздел Matching."), row, place);
        }
    }

    public Problem Problem() => new()
    {
        Mentors = Mentors, Mentees = Mentees, Pairs = Pairs, Matrix = json.Matrix is { } matrix ? [.. matrix.Select(r => r!)] : null,
        Forbidden = Links(json.Forbidden), Pinned = Links(json.Pinned),
        Order = Objectives.StartingWith(json.Objective switch { "total" => Objective.Total, "worst" => Objective.Worst, _ => Objective.Cover }),
    };

    /// <summary>The same with preferences on both sides; where pairs are listed, only they may be made.</summary>
    public StableProblem Stable(Side proposers)
    {
        var (ofMentors, ofMentees) = Preferences.Of(file, json);
        if (ofMentors.Count + ofMentees.Count == 0 && Mentors.Count > 0 && Mentees.Count > 0)
            throw new Refused(file, Texts.Say("Предпочтений нет ни у одной стороны."), Texts.Say("Добавьте preferences: для наставников и для подопечных."), column: "preferences");
        foreach (var silent in Mentors.Select(m => m.Id).Except(ofMentors.Select(r => r.Id)).Concat(Mentees.Select(m => m.Id).Except(ofMentees.Select(r => r.Id))))
            Warnings.Add(Texts.Say("У «{0}» нет предпочтений: никто не подходит.", silent));
        return new() { Mentors = Mentors, Mentees = Mentees, OfMentors = ofMentors, OfMentees = [.. ofMentees.Select(Allowed)], Forbidden = Links(json.Forbidden), Pinned = Links(json.Pinned), Proposers = proposers };
    }

    /// <summary>The weight of a pair, where weights are given.</summary>
    public Dictionary<(string Mentor, string Mentee), double> Weights()
    {
        var weights = new Dictionary<(string, string), double>();
        foreach (var pair in Pairs) weights.TryAdd((pair.Mentor, pair.Mentee), pair.Weight);
        for (var i = 0; i < Math.Min(json.Matrix?.Count ?? 0, Mentees.Count); i++)
        {
            for (var j = 0; j < Math.Min(json.Matrix![i]!.Length, Mentors.Count); j++)
            {
                if (!double.IsNaN(json.Matrix[i]![j])) weights[(Mentors[j].Id, Mentees[i].Id)] = json.Matrix[i]![j];
            }
        }

        return weights;
    }

    private List<Mentor> Mentors => field ??= [.. json.Mentors!.Select(m => new Mentor(m!.Id!, m.Capacity ?? 1))];

    private List<Mentee> Mentees => field ??= [.. json.Mentees!.Select(m => new Mentee(m!.Id!, m.Needs ?? 1))];

    private List<Pair> Pairs => field ??= [.. (json.Pairs ?? []).Select(p => new Pair(p!.Mentor!, p.Mentee!, p.Weight!.Value))];

    private Ranking Allowed(Ranking ranking)
    {
        if (json.Pairs is not { Count: > 0 } && json.Matrix is null) return ranking;
        var listed = Weights();
        return ranking with { Choices = [.. ranking.Choices.Where(c => listed.ContainsKey((c, ranking.Id)) || !Mentors.Any(m => m.Id == c))] };
    }

    private static List<Link> Links(List<LinkJson?>? links) => [.. (links ?? []).Select(l => new Link(l!.Mentor!, l.Mentee!, l.Rule))];

    private IEnumerable<ErrorLine> Faults()
    {
        if (json.Mentors is null) yield return Missing("mentors");
        if (json.Mentees is null) yield return Missing("mentees");
        if (json.Objective is not (null or "cover" or "worst" or "total"))
            yield return new(file, null, null, "objective", json.Objective, Texts.Say("Такой цели нет."), Texts.Say("Есть: cover, worst, total."));
        foreach (var line in Empty("mentors", json.Mentors, m => m.Id is null)) yield return line;
        foreach (var line in Empty("mentees", json.Mentees, m => m.Id is null)) yield return line;
        foreach (var line in Empty("pairs", json.Pairs, p => p.Mentor is null || p.Mentee is null || p.Weight is null)) yield return line;
        foreach (var line in Empty("forbidden", json.Forbidden, l => l.Mentor is null || l.Mentee is null)) yield return line;
        foreach (var line in Empty("pinned", json.Pinned, l => l.Mentor is null || l.Mentee is null)) yield return line;
        foreach (var line in Empty("matrix", json.Matrix, _ => false)) yield return line;
    }

    private ErrorLine Missing(string list) => new(file, null, null, list, null, Texts.Say("Списка «{0}» нет.", list), Texts.Say("Добавьте его, пусть и пустым: []."));

    private IEnumerable<ErrorLine> Empty<T>(string list, List<T?>? items, Func<T, bool> lacks) where T : class =>
        (items ?? []).Select((item, i) => (item, i)).Where(x => x.item is null || lacks(x.item))
            .Select(x => new ErrorLine(file, null, null, $"{list}[{x.i}]", null, Texts.Say("Здесь чего-то не хватает."), list is "mentors" or "mentees" ? Texts.Say("Нужен id.") : list is "pairs" ? Texts.Say("Нужны mentor, mentee и weight.") : list is "matrix" ? Texts.Say("Нужна строка чисел.") : Texts.Say("Нужны mentor и mentee.")));
}
