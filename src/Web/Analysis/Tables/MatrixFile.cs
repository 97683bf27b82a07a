using Stupeni.Platform;

namespace Stupeni.Analysis.Tables;

/// <summary>A table that is a correlation or covariance matrix; its first column may hold the variables' names, and half of it may be left out.</summary>
internal static class MatrixFile
{
    public static (IReadOnlyList<string> Names, double[,] Values) Of(Table table, IReadOnlyList<string> chosen)
    {
        var first = table.Columns[0];
        var named = !first.IsNumeric && !first.IsEmpty;
        var columns = table.Columns.Where(c => c != first || !named).Where(c => !c.IsEmpty || table.Lines.Count == table.Columns.Count - (named ? 1 : 0)).ToList();
        if (columns.Count != table.Lines.Count)
            throw new Refused(table.File, Texts.Say("Матрица не квадратная: строк {0}, столбцов {1}.", table.Lines.Count, columns.Count), Texts.Say("Строк и столбцов должно быть поровну; первый столбец может содержать имена."));

        foreach (var wrong in columns.Where(c => c.Wrong >= 0))
            throw new Refused(table.File, Texts.Say("Здесь нужно число."), Texts.Say("Исправьте ячейку."), table.Lines[wrong.Wrong], wrong.Name, wrong.Texts[wrong.Wrong]);
        string[] names = [.. columns.Select(c => c.Name)];
        int[] rows = named ? [.. names.Select(n => Array.IndexOf(first.Texts, n))] : [.. Enumerable.Range(0, names.Length)];
        if (rows.Contains(-1))
            throw new Refused(table.File, Texts.Say("Имена строк и столбцов не совпадают: строки «{0}» нет.", names[Array.IndexOf(rows, -1)]), Texts.Say("Назовите строки матрицы как столбцы."), column: names[Array.IndexOf(rows, -1)]);

        var unknown = chosen.Where(n => !names.Contains(n)).Select(table.Unknown).ToList();
        if (unknown.Count > 0) throw new Refused(unknown);
        int[] kept = chosen.Count == 0 ? [.. Enumerable.Range(0, names.Length)] : [.. chosen.Select(n => Array.IndexOf(names, n))];
        var values = new double[kept.Length, kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            for (var j = 0; j < kept.Length; j++)
            {
                var here = columns[kept[j]].Values[rows[kept[i]]];
                values[i, j] = double.IsNaN(here) ? columns[kept[i]].Values[rows[kept[j]]] : here;
                if (double.IsNaN(values[i, j])) throw new Refused(table.File, Texts.Say("В матрице нет числа для «{0}» и «{1}».", names[kept[i]], names[kept[j]]), Texts.Say("Заполните хотя бы половину матрицы с одной стороны от диагонали."), table.Lines[rows[kept[i]]], names[kept[j]]);
            }
        }

        return ([.. kept.Select(k => names[k])], values);
    }
}
