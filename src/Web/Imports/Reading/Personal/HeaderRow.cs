namespace Stupeni.Imports.Reading.Personal;

/// <summary>A row that names columns: for each column what it is, and which of them must not be read.</summary>
internal sealed class HeaderRow
{
    // So many known headers, and half of the row, make a row that names columns.
    private const int KnownHeaders = 3;

    private readonly Header[] headers;
    private readonly string[] texts;
    private readonly bool ofOrganisations;

    private HeaderRow(Header[] headers, string[] texts, bool ofOrganisations) => (this.headers, this.texts, this.ofOrganisations) = (headers, texts, ofOrganisations);

    /// <summary>The row as names of columns, or null when it is none.</summary>
    internal static HeaderRow? Of(string[] cells, bool onlyColumn, TextLooks texts)
    {
        int filled = 0, known = 0;
        bool personal = false, pupils = false, organisations = false;
        Header[]? headers = null;
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column].Length == 0) continue;
            filled++;
            var header = texts.Of(cells[column]).Header;
            if (header == Header.Unknown) continue;

            known++;
            headers ??= new Header[cells.Length];
            headers[column] = header;
            personal |= header is Header.Person or Header.Head or Header.Series;
            pupils |= header is Header.Person or Header.Pupil or Header.Series;
            organisations |= header is Header.Organisation or Header.Head;
        }
        // A lone header names the only column of a sheet; above others it is a title or a label with nothing beside it.
        var names = headers is not null && (filled > 1 || onlyColumn) && (personal || (known >= KnownHeaders && known * 2 >= filled));
        return names ? new(headers!, cells, organisations && !pupils) : null;
    }

    internal bool IsPersonal(int column) => column < headers.Length && headers[column] switch
    {
        Header.Person or Header.Head or Header.Series => true,
        Header.Number => FollowsSeries(column),
        Header.Contact => !ofOrganisations,
        _ => false,
    };

    /// <summary>Whether the last header before this one is the series of a document, however many empty columns lie between.</summary>
    private bool FollowsSeries(int column)
    {
        while (--column >= 0)
            if (texts[column].Length > 0) return headers[column] == Header.Series;
        return false;
    }
}
