using System.Diagnostics;

namespace Stupeni.Imports.Reading;

/// <summary>The reading of one file: its name for messages, its limits, and what it has used of them.</summary>
internal sealed class Source(string fileName, Limits limits, CancellationToken stop)
{
    private readonly long began = Stopwatch.GetTimestamp();
    private int steps;

    internal string FileName { get; } = fileName;
    internal Limits Limits { get; } = limits;
    internal StringPool Pool { get; } = new();

    /// <summary>Cells so far.</summary>
    internal int Used { get; set; }

    internal Unreadable Damaged() => new(new("Файл «{0}» повреждён: содержимое прочитать не удалось. Откройте его в Excel и сохраните заново.", FileName));

    internal void Use(int moreCells)
    {
        Used += moreCells;
        if (Used > Limits.Cells) throw new Unreadable(new("В файле «{0}» больше {1:N0} ячеек. Разделите его на несколько файлов.", FileName, Limits.Cells));
    }

    /// <summary>Called at every small step of a long loop.</summary>
    internal void Step()
    {
        if ((++steps & 0xFFF) == 0) Check();
    }

    /// <summary>Whether to go on: nobody has stopped it, and its time is not up.</summary>
    internal void Check()
    {
        stop.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(began) > Limits.Time) throw new Unreadable(new("Файл «{0}» читается дольше {1} с. Разделите его на части.", FileName, (int)Limits.Time.TotalSeconds));
    }
}
