using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds;

/// <summary>The classes of a table, each spelling read once; one that is too long is told once.</summary>
internal sealed class ClassNames(Layout layout, ProcedureTable table, FindingList findings)
{
    private readonly Dictionary<string, (string Name, int Grade)> known = [];

    /// <param name="otherwise">The class where the table has no column for it.</param>
    public (string Name, int Grade) Of(GridRow row, string otherwise = "")
    {
        var text = layout.Class < 0 ? otherwise : row[layout.Class];
        if (known.TryGetValue(text, out var read)) return read;

        var name = ClassName.Of(text, table.Key.Grade);
        if (name.Length > ClassName.Longest)
        {
            findings.Error(layout.At(row, layout.Class), new("Класс «{0}» записан слишком длинно.", text), new("Напишите коротко: 6А."));
            name = name[..ClassName.Longest];
        }

        return known[text] = (name, ClassName.GradeOf(name));
    }
}
