using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// Sums over patterns: expected counts at the nodes and, when asked for, Σ n (E[s s'] − E[s] E[s]') of the scores. Cross products
/// need only the sums of one set of answered items at a time, so they are made when such a set is closed.
/// </summary>
internal sealed class Tally
{
    private readonly Shape shape;
    private readonly Curves curves;
    private readonly bool withCurvature;
    private readonly double[] answered;
    private readonly double[] seen;
    private readonly double[] here;
    private readonly double[] inMask;
    private readonly List<Shape.Part> open = [];
    private readonly List<int> parameters = [];
    private readonly bool[] isSlope;
    private readonly double[] score;
    private readonly double[] indicators;
    private readonly double[] firstMoments;
    private readonly double[] secondMoments;

    public Tally(Shape shape, Curves curves, bool withCurvature)
    {
        this.shape = shape;
        this.curves = curves;
        this.withCurvature = withCurvature;
        answered = new double[shape.Categories * Grid.Length];
        inMask = new double[withCurvature ? answered.Length : 0];
        seen = new double[shape.Parts.Length * Grid.Length];
        here = new double[Grid.Length];
        Everybody = new double[Grid.Length];
        score = new double[shape.Size];
        isSlope = new bool[shape.Size];
        foreach (var part in shape.Parts.Where(part => part.SlopeAt >= 0))
        {
            isSlope[part.SlopeAt] = true;
        }

        indicators = new double[shape.Size];
        firstMoments = new double[shape.Size];
        secondMoments = new double[shape.Size];
        Curvature = new double[withCurvature ? shape.Size * shape.Size : 0];
    }

    /// <summary>Expected persons at the nodes.</summary>
    public double[] Everybody { get; }

    /// <summary>Σ n Var[s | pattern], lower triangle.</summary>
    public double[] Curvature { get; }

    /// <summary>Expected persons at the nodes who gave this answer (not kept for the lowest category).</summary>
    public Span<double> Answered(int category) => answered.AsSpan(category * Grid.Length, Grid.Length);

    /// <summary>Expected persons at the nodes who answered the item.</summary>
    public Span<double> Seen(Shape.Part part) => seen.AsSpan(Array.IndexOf(shape.Parts, part) * Grid.Length, Grid.Length);

    public void Open(ReadOnlySpan<byte> cells)
    {
        open.Clear();
        parameters.Clear();
        for (var j = 0; j < cells.Length; j++)
        {
            if (cells[j] == Patterns.Missing)
            {
                continue;
            }

            var part = shape.Parts[j];
            open.Add(part);
            if (part.SlopeAt >= 0)
            {
                parameters.Add(part.SlopeAt);
            }

            parameters.AddRange(Enumerable.Range(part.InterceptAt, part.Categories - 1));
        }

        if (shape.SpreadAt >= 0)
        {
            parameters.Add(shape.SpreadAt);
        }
    }

    public void Add(ReadOnlySpan<byte> cells, double count, ReadOnlySpan<double> posterior)
    {
        Lanes.Add(here, count, posterior);
        var target = withCurvature ? inMask : answered;
        for (var j = 0; j < cells.Length; j++)
        {
            if (cells[j] is not (0 or Patterns.Missing))
            {
                var category = shape.Parts[j].FirstCategory + cells[j];
                Lanes.Add(target.AsSpan(category * Grid.Length, Grid.Length), count, posterior);
            }
        }

        if (withCurvature)
        {
            AddCurvature(cells, count, posterior);
        }
    }

    /// <summary>Puts what was added since <see cref="Open"/> to the totals.</summary>
    public void Close()
    {
        foreach (var part in open)
        {
            Lanes.Add(Seen(part), 1, here);
        }

        if (withCurvature && open.Count > 0)
        {
            CrossProducts();
            Lanes.Add(answered, 1, inMask);
            Array.Clear(inMask);
        }

        Lanes.Add(Everybody, 1, here);
        Array.Clear(here);
    }

    public void Add(Tally other)
    {
        Lanes.Add(answered, 1, other.answered);
        Lanes.Add(seen, 1, other.seen);
        Lanes.Add(Everybody, 1, other.Everybody);
        Lanes.Add(Curvature, 1, other.Curvature);
    }

    /// <summary>n (t t' ∘ E[τ τ'] − g g') of one pattern, g = t ∘ E[τ] − E[f].</summary>
    private void AddCurvature(ReadOnlySpan<byte> cells, double count, ReadOnlySpan<double> posterior)
    {
        var mean = Lanes.Dot(posterior, Grid.Points);
        var square = Lanes.Dot(posterior, Grid.Squares);
        Array.Clear(score);
        Array.Clear(indicators);
        Array.Clear(firstMoments);
        Array.Clear(secondMoments);
        foreach (var p in parameters)
        {
            score[p] = -Lanes.Dot(posterior, curves.Slope(p));
        }

        for (var j = 0; j < cells.Length; j++)
        {
            if (cells[j] is 0 or Patterns.Missing)
            {
                continue;
            }

            var part = shape.Parts[j];
            var at = part.InterceptAt + cells[j] - 1;
            (indicators[at], firstMoments[at], secondMoments[at]) = (1, 1, mean);
            score[at] += 1;
            if (part.SlopeAt >= 0)
            {
                var t = part.Scores[cells[j]];
                (indicators[part.SlopeAt], firstMoments[part.SlopeAt], secondMoments[part.SlopeAt]) = (t, t * mean, t * square);
                score[part.SlopeAt] += t * mean;
            }
        }

        // Row p of t t' ∘ E[τ τ'] is t_p times the moments of the other parameters: one power of θ higher when p is a slope.
        foreach (var p in parameters)
        {
            var row = Curvature.AsSpan(p * shape.Size, p + 1);
            if (indicators[p] == 0)
            {
                Lanes.Add(row, -count * score[p], score);
            }
            else
            {
                Lanes.Add(row, count * indicators[p], isSlope[p] ? secondMoments : firstMoments, -count * score[p], score);
            }
        }
    }

    /// <summary>Σ over nodes of N f f' − (τ N_t) f' − f (τ N_t)' for the open set of items.</summary>
    private void CrossProducts()
    {
        var answers = new double[parameters.Count * Grid.Length];
        var rest = new double[parameters.Count * Grid.Length];
        var k = 0;
        foreach (var part in open)
        {
            var slope = part.SlopeAt >= 0 ? answers.AsSpan(k++ * Grid.Length, Grid.Length) : [];
            for (var c = 1; c < part.Categories; c++)
            {
                var counts = inMask.AsSpan((part.FirstCategory + c) * Grid.Length, Grid.Length);
                counts.CopyTo(answers.AsSpan(k++ * Grid.Length, Grid.Length));
                for (var q = 0; q < slope.Length; q++)
                {
                    slope[q] += part.Scores[c] * Grid.Points[q] * counts[q];
                }
            }
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            var f = curves.Slope(parameters[i]);
            for (var q = 0; q < Grid.Length; q++)
            {
                rest[i * Grid.Length + q] = here[q] * f[q] - answers[i * Grid.Length + q];
            }

            for (var j = 0; j <= i; j++)
            {
                Curvature[parameters[i] * shape.Size + parameters[j]] +=
                    Lanes.Dot(rest.AsSpan(i * Grid.Length, Grid.Length), curves.Slope(parameters[j]))
                    - Lanes.Dot(f, answers.AsSpan(j * Grid.Length, Grid.Length));
            }
        }
    }
}
