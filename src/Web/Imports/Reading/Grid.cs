namespace Stupeni.Imports.Reading;

/// <summary>What a file holds, without names of people: sheets of texts. It is kept in place of the file.</summary>
/// <param name="FileName">The name it was sent under.</param>
/// <param name="Container">What it turned out to be.</param>
/// <param name="Sheets">Its sheets in their order; hidden ones too.</param>
/// <param name="DroppedColumns">The columns whose values were not read because they hold personal data.</param>
public sealed record Grid(string FileName, Container Container, IReadOnlyList<GridSheet> Sheets, IReadOnlyList<DroppedColumn> DroppedColumns)
{
    /// <summary>What a person should know of how the file was read.</summary>
    public IEnumerable<Message> Remarks()
    {
        if (!Named()) yield return new("Расширение файла «{0}» не соответствует содержимому: он прочитан как {1}.", FileName, new Message(Container switch
        {
            Container.Xlsx => "книга Excel (xlsx)",
            Container.Xls => "книга Excel 97–2003 (xls)",
            Container.Text => "текстовая таблица (csv)",
            _ => throw new InvalidOperationException($"No name for {Container}."),
        }));
        foreach (var sheet in Sheets.Where(s => s.HasFormulas))
            yield return new("На листе «{0}» есть формулы: взяты значения, сохранённые в файле при последнем пересчёте.", sheet.Name);
        foreach (var sheet in Sheets.Where(s => s is { Hidden: true, Rows.Count: > 0 }))
            yield return new("Лист «{0}» скрыт, но прочитан.", sheet.Name);
        foreach (var column in DroppedColumns)
            yield return new("Лист «{0}», столбец {1} «{2}»: персональные данные не прочитаны и не сохранены (значений: {3}).", column.Sheet, column.Column, column.Header, column.Values);
    }

    /// <summary>The grid in few bytes, to be read by <see cref="FromBytes"/>.</summary>
    public byte[] ToBytes() => GridBytes.Write(this);

    /// <exception cref="InvalidDataException">The bytes are not those of a grid, or of a later edition of the product.</exception>
    public static Grid FromBytes(ReadOnlySpan<byte> bytes) => GridBytes.Read(bytes);

    private bool Named() => Path.GetExtension(FileName).ToLowerInvariant() switch
    {
        ".xlsx" or ".xlsm" or ".xltx" or ".xltm" => Container == Container.Xlsx,
        ".xls" or ".xlt" => Container == Container.Xls,
        ".csv" or ".tsv" or ".txt" or ".tab" => Container == Container.Text,
        _ => true,
    };
}
