using System.Text.RegularExpressions;
using Stupeni.Platform;

namespace Stupeni.Organisations;

/// <summary>Names as files spell them, brought to one form: «г. Заречный», «город Заречный» and «ЗАРЕЧНЫЙ» are one.</summary>
public static partial class NameMatch
{
    public static string Key(string name)
    {
        var folded = Mark().Replace(Database.Fold(name), " ");
        return string.Join(' ', Kind().Replace($" {folded} ", " ").Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex("[«»\"'“”„().,№#]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<=\s)(г|город|городской|муниципальный|округ|район|р-н|мр|го|мо)(?=\s)")]
    private static partial Regex Kind();
}
