namespace Stupeni.Assessments;

/// <summary>How one task went in a sheet. Full, partial and zero add up to the participants who have a score for it.</summary>
public readonly record struct TaskSum(int Participants, int Full, int Zero, double Sum)
{
    public int Partial => Participants - Full - Zero;

    public static TaskSum operator +(TaskSum a, TaskSum b) => new(a.Participants + b.Participants, a.Full + b.Full, a.Zero + b.Zero, a.Sum + b.Sum);

    public static TaskSum Add(TaskSum left, TaskSum right) => left + right;
}

/// <summary>The sums of a sheet's tasks in their order, packed into a column that pages add up without unpacking scores.</summary>
public static class TaskSums
{
    private const int Size = 3 * sizeof(int) + sizeof(double);

    public static TaskSum[] Of(SheetScores scores, IReadOnlyList<double> maxima)
    {
        var sums = new TaskSum[maxima.Count];
        var (tasks, all) = (scores.Tasks, scores.Scores);
        for (var row = 0; row < scores.Participants; row++)
        {
            for (var task = 0; task < sums.Length; task++)
            {
                var score = all[row * tasks + task];
                if (!double.IsNaN(score)) sums[task] += new TaskSum(1, score >= maxima[task] ? 1 : 0, score <= 0 ? 1 : 0, score);
            }
        }

        return sums;
    }

    public static byte[] Pack(TaskSum[] sums)
    {
        var bytes = new byte[sums.Length * Size];
        for (var i = 0; i < sums.Length; i++)
        {
            var at = bytes.AsSpan(i * Size);
            BitConverter.TryWriteBytes(at, sums[i].Participants);
            BitConverter.TryWriteBytes(at[4..], sums[i].Full);
            BitConverter.TryWriteBytes(at[8..], sums[i].Zero);
            BitConverter.TryWriteBytes(at[12..], sums[i].Sum);
        }

        return bytes;
    }

    public static TaskSum[] Unpack(byte[] bytes)
    {
        var sums = new TaskSum[bytes.Length / Size];
        for (var i = 0; i < sums.Length; i++)
        {
            var at = bytes.AsSpan(i * Size);
            sums[i] = new(BitConverter.ToInt32(at), BitConverter.ToInt32(at[4..]), BitConverter.ToInt32(at[8..]), BitConverter.ToDouble(at[12..]));
        }

        return sums;
    }
}
