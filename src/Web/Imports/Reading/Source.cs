namespace Stupeni.Imports.Reading;

/// <summary>The reading of one file: its name for messages, its limits, and what it has used of them.</summary>
internal sealed class Source(string fileName, Limits limits, CancellationToken stop)
{
    private int cells;
    private int steps;

    internal string FileName { get; } = fileName;
    internal Limits Limits { get; } = limits;
    internal StringPool Pool { get; } = new();
    internal CancellationToken Stop { get; } = stop;

    internal Unreadable Damaged() => new(new("Файл «{0}» повреждён: содержимое прочитать не удалось. Откройте его в Excel и сохраните заново.", FileName));

    internal void Use(int moreCells)
    {
        cells += moreCells;
        if (cells > Limits.Cells) throw new Unreadable(new("В файле «{0}» больше {1:N0} ячеек. Разделите его на несколько файлов.", FileName, Limits.Cells));
    }

    /// <summary>Called at every small step of a long loop.</summary>
    internal void Step()
    {
        if ((++steps & 0xFFF) == 0) Stop.ThrowIfCancellationRequested();
    }
}
