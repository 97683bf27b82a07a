using System.Globalization;
using Stupeni.Imports;
using Stupeni.Organisations;

namespace Stupeni.Demo.Sample;

/// <summary>An invented municipality: a town with its surroundings, or a rural district.</summary>
/// <param name="Effect">What it adds to the results of its schools.</param>
internal sealed record InventedMunicipality(int Number, string Code, string Name, Settlement Centre, bool IsUrban, double Effect)
{
    /// <summary>Every fifth is a town; names are far enough from each other not to look like slips.</summary>
    public static (List<InventedMunicipality> Municipalities, Queue<SettlementName> NamesLeft) Invent(int count, int names, Chance chance)
    {
        var free = new Queue<SettlementName>(SettlementName.All(chance.Branch("names")).Take(names + 4 * count));
        var (chosen, passed, keys) = (new List<InventedMunicipality>(), new Queue<SettlementName>(), new List<string>());
        var draws = chance.Branch("municipalities");
        while (chosen.Count < count)
        {
            var name = free.Dequeue();
            var key = NameMatch.Key(name.Masculine);
            if (keys.Exists(k => Likeness.IsNear(k, key)) && free.Count > names + count)
            {
                passed.Enqueue(name);
                continue;
            }

            keys.Add(key);
            chosen.Add(Make(chosen.Count, count, name, draws));
        }

        while (free.TryDequeue(out var left)) passed.Enqueue(left);
        return (chosen, passed);
    }

    private static InventedMunicipality Make(int number, int count, SettlementName name, Chance draws)
    {
        var urban = number < Math.Max(1, count / 5);
        var centre = urban || draws.Happens(0.35) ? name.AsTown() : name.AsVillage(draws);
        var kind = urban ? "городской округ" : draws.Happens(0.5) ? "район" : "округ";
        return new(number, (number + (count > 90 ? 100 : 10)).ToString(CultureInfo.InvariantCulture), $"{name.Masculine} {kind}", centre, urban, draws.Normal(0, 0.12));
    }
}
