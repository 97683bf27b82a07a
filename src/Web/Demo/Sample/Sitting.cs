namespace Stupeni.Demo.Sample;

/// <summary>A paper as it was written in a year: how hard its tasks turned out. Graded responses: P(score ≥ k) = 1 / (1 + e^(−a (θ − b_k))).</summary>
internal sealed class Sitting
{
    private const int Reference = 1500, Halvings = 14;

    private readonly double[] slopes;
    private readonly double[][] steps;
    private readonly double shift;

    public Sitting(InventedRegion region, InventedPaper paper, int year)
    {
        (Region, Paper, Year) = (region, paper, year);

        // Task by task the fifth grade writes what it will write as the sixth, or its skills would leap with the papers.
        var chance = region.Chance.Branch($"paper {paper.Exam} {paper.Code}", paper.Grade == 5 ? year + 1 : year);
        slopes = [.. paper.Tasks.Select(_ => Chance.Exp(chance.Normal(0.25, 0.25)))];
        steps = [.. paper.Tasks.Select(t => Steps(t, chance))];
        shift = Calibrate(chance.Branch("reference"));
    }

    public InventedRegion Region { get; }
    public InventedPaper Paper { get; }
    public int Year { get; }

    /// <summary>What each of the school's pupils who came scored.</summary>
    public IEnumerable<Work> Works(InventedSchool school)
    {
        var chance = Region.Chance.Branch($"works {Paper.Exam} {Paper.Stream} {Year}", school.Number);
        var ownSubject = Region.Chance.Branch($"subject {Paper.Code}", school.Number).Normal(0, 0.12);
        foreach (var pupil in Region.Cohort(school, Year, Paper.Grade).Pupils)
        {
            var ability = pupil.Ability + ownSubject + chance.Normal(0, InventedPupil.BySubject);
            var chooses = Paper.TakenBy < 0.9 ? 0.2 * pupil.Ability : 0;
            if (!chance.Happens(Paper.TakenBy + chooses)) continue;
            var scores = new int[steps.Length];
            Write(ability + (Paper.TakenBy < 0.9 ? 0.2 : 0), scores, chance);
            yield return new(pupil, 1 + chance.Below(4), scores, Paper);
        }
    }

    private static double[] Steps(InventedTask task, Chance chance)
    {
        var (at, steps) = (chance.Normal(task.Level == 'П' ? 0.9 : -0.5, 0.6), new double[task.Max]);
        for (var step = 0; step < steps.Length; step++) steps[step] = step == 0 ? at : steps[step - 1] + 0.25 + 0.5 * chance.Unit();
        return steps;
    }

    private void Write(double ability, int[] scores, Chance chance, double easier = 0)
    {
        for (var task = 0; task < scores.Length; task++)
        {
            var (luck, score) = (chance.Unit(), 0);
            foreach (var step in steps[task])
                if (luck * (1 + Chance.Exp(-slopes[task] * (ability + shift + easier - step))) < 1) score++;
            scores[task] = score;
        }
    }

    /// <summary>How much easier all tasks have to be for the paper to stop as many as it should.</summary>
    private double Calibrate(Chance chance)
    {
        var abilities = Enumerable.Range(0, Reference).Select(_ => chance.Normal(-0.1, 0.95)).ToArray();
        var (low, high, scores) = (-4.0, 4.0, new int[steps.Length]);
        for (var halving = 0; halving < Halvings; halving++)
        {
            var (middle, below, luck) = ((low + high) / 2, 0, chance.Branch("luck"));
            foreach (var ability in abilities)
            {
                Write(ability, scores, luck, middle);
                if (scores.Sum() < Paper.From3) below++;
            }

            if (below > Paper.Below * Reference) low = middle;
            else high = middle;
        }

        return high;
    }
}

/// <summary>One pupil's paper.</summary>
internal sealed record Work(InventedPupil Pupil, int Variant, int[] Scores, InventedPaper Paper)
{
    private const int LeastGeometry = 2, LiteracyFor4 = 6, LiteracyFor5 = 9;

    public int Total { get; } = Scores.Sum();

    /// <summary>By the total, and for ОГЭ by its second conditions: geometry in mathematics, literacy in Russian.</summary>
    public int Mark => (Paper.Kind, Paper.Code) switch
    {
        (ExamKind.Oge, "MA") when Geometry < LeastGeometry => 2,
        (ExamKind.Oge, "RU") => Math.Min(Paper.MarkOf(Total), Literacy >= LiteracyFor5 ? 5 : Literacy >= LiteracyFor4 ? 4 : 3),
        _ => Paper.MarkOf(Total),
    };

    private int Geometry => Scores[14..19].Sum() + Scores[22..25].Sum();

    private int Literacy => Paper.Tasks.Index().Where(t => t.Item.Code.StartsWith("ГК", StringComparison.Ordinal)).Sum(t => Scores[t.Index]);
}
