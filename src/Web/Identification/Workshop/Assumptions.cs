using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>Where an assumption comes from.</summary>
public enum AssumedFrom { Region, Typed, Setting }

/// <summary>One assumption in whole per cent, and where it comes from.</summary>
public sealed record Assumed(int Percent, AssumedFrom From);

/// <summary>What the model takes for granted. Between: the share of pupils' spread that lies between schools; of it what lasts, what a year has in common, the rest is of one procedure. Pupil: how alike one pupil's results are in different procedures.</summary>
public sealed record Assumptions(Assumed Between, Assumed Lasting, Assumed Yearly, Assumed Pupil, int Repetitions, int Seed)
{
    public double LastingVariance => Share(Lasting);

    public double YearlyVariance => Share(Yearly);

    public double ProcedureVariance => Between.Percent / 100.0 * (100 - Lasting.Percent - Yearly.Percent) / 100.0;

    public double PupilVariance => 1 - Between.Percent / 100.0;

    public static Assumptions Of(WorkshopForm form, RegionSpread region, WorkshopSettings settings)
    {
        Check(form.Between, settings.MostBetween, "between");
        Check(form.Lasting, 100, "lasting");
        Check(form.Yearly, 100, "yearly");
        Check(form.Pupil, settings.MostPupil, "pupil");
        if (form.Repetitions is { } asked && (asked < settings.LeastRepetitions || asked > settings.MostRepetitions)) throw new RuleBroken("Повторений — от {0} до {1}.", "repetitions", settings.LeastRepetitions, settings.MostRepetitions);
        if (form.Seed < 0) throw new RuleBroken("Зерно — целое число от 0.", "seed");

        var between = Or(form.Between, region.Between, settings.Between);
        var lasting = Or(form.Lasting, Part(region.OtherYears, region.Between), settings.Lasting);
        var yearly = Or(form.Yearly, Part(region.SameYear - region.OtherYears, region.Between), settings.Yearly);
        if (lasting.Percent + yearly.Percent > 100)
        {
            if (form is { Lasting: not null, Yearly: not null }) throw new RuleBroken("Устойчивая часть и шум года вместе — не больше 100 процентов.", "yearly");
            if (form.Yearly is null) yearly = yearly with { Percent = 100 - lasting.Percent };
            else lasting = lasting with { Percent = 100 - yearly.Percent };
        }

        return new(between, lasting, yearly, form.Pupil is { } pupil ? new(pupil, AssumedFrom.Typed) : new(settings.Pupil, AssumedFrom.Setting), form.Repetitions ?? settings.Repetitions, form.Seed ?? settings.Seed);
    }

    private double Share(Assumed part) => Between.Percent / 100.0 * part.Percent / 100.0;

    private static double? Part(double? part, double? whole) => whole > 0 ? part / whole : null;

    private static Assumed Or(int? typed, double? region, int setting) =>
        typed is { } own ? new(own, AssumedFrom.Typed) : region is { } read ? new((int)Math.Round(100 * Math.Clamp(read, 0, 1)), AssumedFrom.Region) : new(setting, AssumedFrom.Setting);

    private static void Check(int? value, int most, string field)
    {
        if (value is < 0 || value > most) throw new RuleBroken("Целое число от 0 до {0} процентов.", field, most);
    }
}
