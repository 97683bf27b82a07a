using System.Text.Json;
using Stupeni.Imports;
using Stupeni.Matching;
using Stupeni.Platform;

namespace Stupeni.Analysis.Plans;

/// <summary>
/// Who prefers whom: <c>preferences</c> of each mentor and mentee, or one <c>preferences</c> with <c>mentors</c> and <c>mentees</c>, each an object
/// (id: list), a list of <c>{id, preferences}</c>, or a list of lists in the order of the side.
/// </summary>
internal sealed class Preferences
{
    private readonly string file;
    private readonly List<ErrorLine> errors = [];

    private Preferences(string file) => this.file = file;

    public static (List<Ranking> OfMentors, List<Ranking> OfMentees) Of(string file, ProblemJson json)
    {
        var reading = new Preferences(file);
        string[] mentors = [.. json.Mentors!.Select(m => m!.Id!)], mentees = [.. json.Mentees!.Select(m => m!.Id!)];
        List<Ranking> ofMentors = [.. reading.Own("mentors", json.Mentors!.Select(m => (m!.Id!, m.Preferences))), .. reading.Side(json.Preferences, "mentors", mentors)];
        List<Ranking> ofMentees = [.. reading.Own("mentees", json.Mentees!.Select(m => (m!.Id!, m.Preferences))), .. reading.Side(json.Preferences, "mentees", mentees)];
        return reading.errors.Count == 0 ? (ofMentors, ofMentees) : throw new Refused(reading.errors);
    }

    private IEnumerable<Ranking> Own(string list, IEnumerable<(string Id, JsonElement? Choices)> side) => side
        .Select((s, i) => (s.Id, s.Choices, Place: $"{list}[{i}].preferences"))
        .Where(s => s.Choices is { ValueKind: not JsonValueKind.Null })
        .Select(s => new Ranking(s.Id, Choices(s.Choices!.Value, s.Place)));

    private IEnumerable<Ranking> Side(JsonElement? preferences, string list, string[] ids)
    {
        if (preferences is not { ValueKind: not JsonValueKind.Null } all) yield break;
        var place = $"preferences.{list}";
        if (all.ValueKind != JsonValueKind.Object)
        {
            if (list is "mentors") Wrong("preferences");
            yield break;
        }

        if (!all.TryGetProperty(list, out var side)) yield break;
        if (side.ValueKind == JsonValueKind.Object)
        {
            foreach (var one in side.EnumerateObject()) yield return new(one.Name, Choices(one.Value, $"{place}.{one.Name}"));
        }
        else if (side.ValueKind == JsonValueKind.Array)
        {
            var i = 0;
            foreach (var one in side.EnumerateArray())
            {
                var at = $"{place}[{i}]";
                if (one.ValueKind == JsonValueKind.Array && i < ids.Length) yield return new(ids[i], Choices(one, at));
                else if (one.ValueKind == JsonValueKind.Object && one.TryGetProperty("id", out var id) && (one.TryGetProperty("preferences", out var choices) || one.TryGetProperty("choices", out choices))) yield return new(Id(id) ?? "", Choices(choices, at));
                else Wrong(at);
                i++;
            }
        }
        else
        {
            Wrong(place);
        }
    }

    private List<string> Choices(JsonElement list, string place)
    {
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(c => Id(c) is null))
        {
            Wrong(place);
            return [];
        }

        return [.. list.EnumerateArray().Select(c => Id(c)!)];
    }

    private static string? Id(JsonElement id) => id.ValueKind switch
    {
        JsonValueKind.String => id.GetString(),
        JsonValueKind.Number => id.GetRawText(),
        _ => null,
    };

    private void Wrong(string place) => errors.Add(new(file, null, null, place, null, Texts.Say("Предпочтения записаны не так."), Texts.Say("Нужен список id, самый желанный первым.")));
}
