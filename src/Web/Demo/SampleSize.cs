using Stupeni.Platform;

namespace Stupeni.Demo;

/// <summary>How large an invented region is to be, and which of all possible ones.</summary>
public sealed record SampleSize(int Schools = 330, int Municipalities = 26, int Pupils = 50_000, ulong Seed = 1, int Years = 3)
{
    /// <summary>The last school year with results.</summary>
    public const int LastYear = 2026;

    /// <summary>The fewest pupils of a school.</summary>
    public const int LeastPupils = 6;

    public IEnumerable<int> SchoolYears => Enumerable.Range(LastYear - Years + 1, Years);

    public SampleSize Checked()
    {
        if (Schools is < 1 or > 100_000) throw new RuleBroken("Школ может быть от {0} до {1}.", "schools", 1, 100_000);
        if (Municipalities < 1 || Municipalities > Math.Min(Schools, 500)) throw new RuleBroken("Муниципалитетов может быть от {0} до {1}: не больше, чем школ.", "municipalities", 1, Math.Min(Schools, 500));
        if (Pupils < Schools * LeastPupils || Pupils > Schools * 3000L) throw new RuleBroken("На одну школу приходится от {0} до {1} обучающихся.", "pupils", LeastPupils, 3000);
        if (Years is < 1 or > 10) throw new RuleBroken("Лет может быть от {0} до {1}.", "years", 1, 10);
        return this;
    }
}
