using Stupeni.Documents;
using Stupeni.Imports.Reading;

namespace Stupeni.Imports;

/// <summary>Where something was found: a cell, or a sheet as a whole.</summary>
internal readonly record struct Spot(string Sheet, int? Row = null, int Column = -1, string Header = "", string Value = "");

/// <summary>Everything wrong at once; after so many it only counts, and says that it did.</summary>
internal sealed class FindingList
{
    public const int Most = 2000;

    private readonly List<Finding> errors = [];
    private readonly List<Finding> warnings = [];
    private int moreErrors;
    private int moreWarnings;

    public bool HasErrors => errors.Count > 0;

    public int ErrorCount => errors.Count + moreErrors;

    public IReadOnlyList<Finding> All => [.. errors, .. Rest(FindingKind.Error, moreErrors), .. warnings, .. Rest(FindingKind.Warning, moreWarnings)];

    public void Error(Spot at, Message what, Message? mend = null)
    {
        if (errors.Count >= Most) moreErrors++;
        else errors.Add(Found(FindingKind.Error, at, what, mend));
    }

    public void Warning(Spot at, Message what, Message? mend = null)
    {
        if (warnings.Count >= Most) moreWarnings++;
        else warnings.Add(Found(FindingKind.Warning, at, what, mend));
    }

    private static IEnumerable<Finding> Rest(FindingKind kind, int more) => more == 0 ? [] :
        [new(kind, "", null, "", "", "", new("И ещё замечаний: {0}. Показаны первые {1}.", more, Most), new("Исправьте показанные и загрузите файл заново: остальные появятся здесь."))];

    private static Finding Found(FindingKind kind, Spot at, Message what, Message? mend) =>
        new(kind, Short(at.Sheet, 100), at.Row, Short(at.Header, 300), at.Column < 0 ? "" : Address.Column(at.Column), Short(at.Value, 300), what, mend);

    private static string Short(string text, int most) => text.Length <= most ? text : text[..most];
}
