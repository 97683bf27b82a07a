using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>The answers of all participants of a procedure: how many tasks each part has and what the long ones are worth is what most masks say; others are told.</summary>
internal sealed class Masks
{
    private readonly Dictionary<(Block Block, int Row), MaskScore[]> read = [];
    private readonly FindingList findings;
    private readonly ProtocolColumn[] parts;
    private readonly double?[][] maxima;

    public Masks(IReadOnlyList<Block> blocks, FindingList findings)
    {
        this.findings = findings;
        parts = [.. blocks.SelectMany(b => b.Masks.Select(c => b.Header[c])).Distinct().Order()];
        var shapes = parts.Select(_ => new Dictionary<string, (int Count, double?[] Maxima)>()).ToArray();
        var masks = new List<(Block Block, GridRow Row, MaskScore[]?[] Parts)>();
        foreach (var block in blocks)
        {
            foreach (var row in block.Rows.Where(r => !block.IsOut(r))) masks.Add((block, row, [.. parts.Select((part, at) => Part(block, row, part, shapes[at]))]));
        }

        maxima = [.. shapes.Select(s => s.Count == 0 ? [] : s.OrderByDescending(x => x.Value.Count).ThenBy(x => x.Key, StringComparer.Ordinal).First().Value.Maxima)];
        Tasks = [.. maxima.SelectMany(m => m).Select((max, at) => new TaskColumn(at, (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), max))];
        foreach (var (block, row, own) in masks) Keep(block, row, own);
    }

    /// <summary>The tasks of all parts, numbered through; the place of each among all, not a column.</summary>
    public IReadOnlyList<TaskColumn> Tasks { get; }

    /// <summary>The column of the mask in which the task stands.</summary>
    public int ColumnOf(Block block, int task)
    {
        for (var part = 0; part < parts.Length; part++)
        {
            if (task < maxima[part].Length) return block.Header.Find(parts[part]);
            task -= maxima[part].Length;
        }

        return -1;
    }

    /// <summary>The scores of a row, one per task; NaN where there is none.</summary>
    public double Score(Block block, GridRow row, int task) => read.TryGetValue((block, row.Number), out var scores) ? scores[task].Score : double.NaN;

    private MaskScore[]? Part(Block block, GridRow row, ProtocolColumn part, Dictionary<string, (int Count, double?[] Maxima)> shapes)
    {
        var column = block.Header.Find(part);
        var text = block.Cell(row, column);
        if (IsBlank(text, part)) return null;
        if (AnswerMask.Read(text) is not { } mask)
        {
            findings.Error(block.At(row, column), new("Ответы «{0}» прочитать нельзя.", text), new("Маска — это «+», «-» и цифры, по знаку на задание; баллы за развёрнутые ответы пишутся так: 1(1)2(3)."));
            return null;
        }

        double?[] own = [.. mask.Select(m => m.Max)];
        var shape = string.Join(' ', own);
        shapes[shape] = shapes.TryGetValue(shape, out var met) ? (met.Count + 1, met.Maxima) : (1, own);
        return mask;
    }

    /// <summary>Dashes are answers where every task has a sign, and nothing where every task has a group.</summary>
    private static bool IsBlank(string text, ProtocolColumn part) => part == ProtocolColumn.ShortAnswers ? text.Length < 2 && Cells.IsMissing(text) : text.Trim('-').Length == 0 || Cells.IsMissing(text);

    private void Keep(Block block, GridRow row, MaskScore[]?[] own)
    {
        var all = new List<MaskScore>(Tasks.Count);
        for (var part = 0; part < parts.Length; part++)
        {
            if (own[part] is { } mask && !Agrees(block, row, part, mask)) return;
            all.AddRange(own[part] ?? Enumerable.Repeat(new MaskScore(double.NaN, null), maxima[part].Length));
        }

        read[(block, row.Number)] = [.. all];
    }

    private bool Agrees(Block block, GridRow row, int part, MaskScore[] mask)
    {
        var at = block.At(row, block.Header.Find(parts[part]));
        if (mask.Length != maxima[part].Length)
        {
            findings.Error(at, new("В ответах заданий {0}, а в других строках {1}.", mask.Length, maxima[part].Length), new("Сверьте строку с протоколом: лишний или пропущенный знак сдвигает все задания."));
            return false;
        }

        for (var task = 0; task < mask.Length; task++)
        {
            if (mask[task].Max != maxima[part][task])
            {
                findings.Error(at, new("Максимумы заданий не такие, как в других строках: {0} вместо {1}.", Said(mask.Select(m => m.Max)), Said(maxima[part])), new("Сверьте числа в скобках с протоколом."));
                return false;
            }

            if (mask[task].Score > mask[task].Max) findings.Error(at, new("Балл {0} больше максимума {1}.", Numbers.Score(mask[task].Score), Numbers.Score(mask[task].Max!.Value)), new("Сверьте строку с протоколом: перед скобкой стоит балл, в скобках — наибольший возможный."));
        }

        return true;
    }

    private static string Said(IEnumerable<double?> maxima) => string.Join(", ", maxima.Select(m => m is { } max ? Numbers.Score(max) : "—"));
}
