using System.Globalization;
using Stupeni.Demo.Sample;

namespace Stupeni.Demo.Files;

/// <summary>Marks of the school's journal beside those of the work: near them, in some schools kinder, in a few not filled in.</summary>
internal sealed class Journal
{
    private readonly bool isKept;
    private readonly double kindness;

    public Journal(Sitting sitting, InventedSchool school)
    {
        Chance = sitting.Region.Chance.Branch($"journal {sitting.Paper.Stream} {sitting.Year}", school.Number);
        isKept = !Chance.Happens(0.04);
        kindness = Chance.Happens(0.12) ? 0.9 : 0.25;
    }

    public Chance Chance { get; }

    public string Of(Work work)
    {
        if (!isKept || Chance.Happens(0.01)) return Chance.Happens(0.5) ? "нет отметки" : "";
        var mark = (int)Math.Round(work.Mark + kindness + Chance.Normal(0, 0.45));
        return Math.Clamp(mark, Chance.Happens(0.05) ? 2 : 3, 5).ToString(CultureInfo.InvariantCulture);
    }
}
