using System.Security.Cryptography;
using Stupeni.Assessments.Rules;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>A score sheet as a file brings it, packed; nothing of it is in the database yet.</summary>
internal sealed record SheetDraft(KnownOrganisation School, string Class, string Sha256, SheetSums Sums, byte[] Tasks, byte[] Tallies, byte[] Scores)
{
    public static SheetDraft Of(KnownOrganisation school, string className, SheetScores scores, IReadOnlyList<double> maxima, PassRule rule) =>
        Of(school, className, scores, maxima, SheetSums.Of(scores, rule));

    private static SheetDraft Of(KnownOrganisation school, string className, SheetScores scores, IReadOnlyList<double> maxima, SheetSums sums)
    {
        var (tasks, tallies) = (TaskSums.Pack(TaskSums.Of(scores, maxima)), Assessments.Tallies.Of(scores).Pack());
        var bytes = PackedBytes.Begin();
        scores.WriteTo(bytes);
        var packed = SheetScores.Pack(bytes.Written);
        return new(school, className, Hash(bytes, maxima, sums.Judged, sums.Below), sums, tasks, tallies, packed);
    }

    public ScoreSheet Sheet(Id<AssessmentProcedure> procedure, Id<TestForm> form, Id<Import> import, string file, Id<ScoreSheet>? replaces, SheetState state) => new()
    {
        Procedure = procedure, Organisation = School.Id, Class = Class, Form = form, Import = import, Sha256 = Sha256, FileSha256 = file, Replaces = replaces, State = state,
        Participants = Sums.Participants, Judged = Sums.Judged, BelowThreshold = Sums.Below, Marks2 = Sums.Marks2, Marks3 = Sums.Marks3, Marks4 = Sums.Marks4, Marks5 = Sums.Marks5,
        Scored = Sums.Scored, ScoreSum = Sums.ScoreSum, Tasks = Tasks, Tallies = Tallies, Scores = Scores,
    };

    /// <summary>The same scores, maxima and judgement give the same hash, whatever packed them.</summary>
    public static string Hash(SheetScores scores, IReadOnlyList<double> maxima, int judged, int below)
    {
        var bytes = PackedBytes.Begin();
        scores.WriteTo(bytes);
        return Hash(bytes, maxima, judged, below);
    }

    private static string Hash(PackedBytes scores, IReadOnlyList<double> maxima, int judged, int below)
    {
        foreach (var max in maxima) scores.Number(max);
        scores.Whole(judged);
        scores.Whole(below);
        return Convert.ToHexStringLower(SHA256.HashData(scores.Written));
    }
}

/// <summary>What pages query of a sheet.</summary>
internal readonly record struct SheetSums(int Participants, int Judged, int Below, int Marks2, int Marks3, int Marks4, int Marks5, int Scored, double ScoreSum)
{
    public static SheetSums Of(SheetScores scores, PassRule rule)
    {
        int judged = 0, below = 0, scored = 0;
        var sum = 0.0;
        var marks = new int[6];
        for (var row = 0; row < scores.Participants; row++)
        {
            var verdict = rule.Judge(scores.Marks[row], scores.Totals[row], scores.Scores.AsSpan(row * scores.Tasks, scores.Tasks));
            if (verdict != PassVerdict.Unknown) judged++;
            if (verdict == PassVerdict.Below) below++;
            if (scores.Marks[row] is >= 2 and <= 5 and var mark) marks[mark]++;
            if (double.IsNaN(scores.Totals[row])) continue;
            scored++;
            sum += scores.Totals[row];
        }

        return new(scores.Participants, judged, below, marks[2], marks[3], marks[4], marks[5], scored, sum);
    }
}
