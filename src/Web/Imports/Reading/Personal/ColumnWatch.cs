namespace Stupeni.Imports.Reading.Personal;

/// <summary>What has been seen of one column since the last header row.</summary>
internal sealed class ColumnWatch
{
    private const double NamesAmongValues = 0.6;
    private const int FewestValues = 5;
    private const int FewestSure = 2;
    private const int Counted = 50;

    private readonly HashSet<string> different = [];
    private int values;
    private int sure;
    private int maybe;

    /// <summary>The header whose values are left out; null when the column is read.</summary>
    internal string? Personal { get; set; }

    /// <summary>How many values were left out under it.</summary>
    internal int Dropped { get; set; }

    /// <summary>The last text above the first name.</summary>
    internal string Above { get; private set; } = "";

    /// <summary>The index of the row with the first name; -1 when there is none.</summary>
    internal int FirstName { get; private set; } = -1;

    internal void See(string text, Likeness name, int row)
    {
        if (name == Likeness.No && FirstName < 0)
        {
            Above = text;
            return;
        }
        if (FirstName < 0) FirstName = row;
        values++;
        if (name == Likeness.Sure) sure++;
        else if (name == Likeness.Maybe)
        {
            maybe++;
            if (different.Count < Counted) different.Add(text);
        }
    }

    /// <summary>Whether most values are names. Two words that only may be a name must differ: a municipality repeats itself.</summary>
    internal bool LooksPersonal()
    {
        var names = sure + (different.Count * 2 >= Math.Min(maybe, Counted) ? maybe : 0);
        return names >= values * NamesAmongValues && (values >= FewestValues || (sure >= FewestSure && sure == values));
    }

    /// <summary>Begins again under a new header row.</summary>
    internal void Forget(string header)
    {
        (values, sure, maybe, FirstName, Above) = (0, 0, 0, -1, header);
        different.Clear();
    }
}
