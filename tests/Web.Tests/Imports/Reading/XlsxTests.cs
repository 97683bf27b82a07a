namespace Stupeni.Imports.Reading;

public sealed class XlsxTests
{
    [Fact]
    public void Every_kind_of_cell_is_read_as_a_person_sees_it() => Assert.Equal(
        ["1: общий|Иванов И.|строка|ИСТИНА|ЛОЖЬ|#N/A|5", "3: 0.3|12|0.00001|1234567890123450000|-1.5||a_b\nc"],
        Parts.Read(Parts.Xlsx(
            """
            <sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><r><t>Иванов</t></r><rPh><t>яяя</t></rPh><r><t xml:space='preserve"> И.</t></r></is></c>
            <c r='C1' t='str'><f>A1</f><v>строка</v></c><c r='D1' t='b'><v>1</v></c><c r='E1' t='b'><v>0</v></c><c r='F1' t='e'><v>#N/A</v></c><c r='G1'><f>2+3</f><v>5</v></c></row>
            <row r='3'><c r='A3'><v>0.30000000000000004</v></c><c r='B3'><v>12.0</v></c><c r='C3'><v>1E-5</v></c><c r='D3'><v>1.23456789012345E+18</v></c><c r='E3'><v>-1.5</v></c><c r='F3' s='1'/><c r='G3' t='s'><v>1</v></c></row></sheetData>
            """.Replace("'preserve\"", "'preserve'"), shared: "<si><t> общий\u00A0</t></si><si><r><t>a_x005F_b_x000D_</t></r><r><t>&#10;c</t></r></si>")).Rows());

    [Theory]
    [InlineData("14", "", "45931", "2025-10-01")]
    [InlineData("22", "", "45931.5", "2025-10-01T12:00:00")]
    [InlineData("20", "", "0.4375", "10:30:00")]
    [InlineData("46", "", "1.5", "36:00:00")]
    [InlineData("164", "dd\\.mm\\.yyyy\\ \"г.\"", "45931", "2025-10-01")]
    [InlineData("164", "[$-419]d mmmm yyyy;@", "45931", "2025-10-01")]
    [InlineData("164", "[h]:mm", "1.25", "30:00:00")]
    [InlineData("164", "0.00\" mm\"", "45931", "45931")]
    [InlineData("164", "[Red]General", "45931", "45931")]
    [InlineData("164", "#,##0\\ \\d", "45931", "45931")]
    [InlineData("14", "", "1", "1900-01-01")]
    [InlineData("14", "", "59", "1900-02-28")]
    [InlineData("14", "", "60", "60")]
    [InlineData("14", "", "61", "1900-03-01")]
    [InlineData("14", "", "-1", "-1")]
    [InlineData("14", "", "2958466", "2958466")]
    public void Dates_are_known_by_their_format(string id, string code, string value, string read) =>
        Assert.Equal([$"1: {read}"], Parts.Read(Dated(id, code, value, "")).Rows());

    [Fact]
    public void Dates_of_old_macs_begin_in_1904() =>
        Assert.Equal(["1: 2025-10-01"], Parts.Read(Dated("14", "", "44469", "<workbookPr date1904='1'/>")).Rows());

    [Fact]
    public void Rows_and_cells_without_names_follow_one_another() => Assert.Equal(["1: a|b", "5: c", "6: d||e"], Parts.Read(Parts.Xlsx(
        "<sheetData><row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row><row r='5'><c t='str'><v>c</v></c></row><row><c t='str'><v>d</v></c><c r='C6' t='str'><v>e</v></c></row></sheetData>")).Rows());

    [Fact]
    public void Strict_files_prefixes_and_odd_paths_are_all_the_same()
    {
        const string strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        var book = Parts.Zip(
            ("_rels/.rels", "<p:Relationships xmlns:p='x'><p:Relationship Id='1' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' Target='/Book/Main.xml'/></p:Relationships>"),
            ("Book\\Main.xml", $"<x:workbook xmlns:x='{strict}' xmlns:q='http://purl.oclc.org/ooxml/officeDocument/relationships'><x:sheets><x:sheet name='Второй' sheetId='9' q:id='b'/><x:sheet name='Первый' state='hidden' sheetId='1' q:id='a'/><x:sheet name='График' sheetId='2' q:id='c'/></x:sheets></x:workbook>"),
            ("Book/_rels/main.xml.rels", "<Relationships><Relationship Id='a' Type='t/worksheet' Target='../sheets/%D0%B0.xml'/><Relationship Id='b' Type='t/worksheet' Target='/sheets/b.xml'/><Relationship Id='c' Type='t/chartsheet' Target='c.xml'/></Relationships>"),
            ("sheets/а.xml", "<x:worksheet xmlns:x='s'><x:sheetData><x:row r='2' hidden='1'><x:c r='B2'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"),
            ("sheets/b.xml", "<worksheet/>"));

        var grid = Parts.Read(book);

        Assert.Equal(["Второй", "Первый"], grid.Sheets.Select(s => s.Name));
        Assert.Empty(grid.Sheets[0].Rows);
        Assert.True(grid.Sheets[1].Hidden);
        Assert.True(Assert.Single(grid.Sheets[1].Rows).Hidden);
        Assert.Contains(grid.Remarks(), r => r.Text.Contains("скрыт"));
    }

    [Fact]
    public void Merged_cells_and_formulas_are_told()
    {
        var sheet = Assert.Single(Parts.Read(Parts.Xlsx("<sheetData><row r='1'><c r='A1'><f>1+1</f></c><c r='B1'><f>1</f><v>1</v></c></row></sheetData><mergeCells><mergeCell ref='B1:D2'/><mergeCell ref='junk'/></mergeCells>")).Sheets);

        Assert.True(sheet.HasFormulas);
        Assert.Equal(new MergedCells(1, 1, 2, 3), sheet.MergedAt(2, 3));
        Assert.Null(sheet.MergedAt(3, 3));
        Assert.Equal("", sheet.Rows[0][0]);
        Assert.Equal(2, sheet.Columns);
    }

    [Fact]
    public void Formatted_emptiness_costs_nothing()
    {
        var rows = string.Concat(Enumerable.Range(2, 300_000).Select(row => $"<row r='{row}'><c r='A{row}' s='3'/></row>"));

        Assert.Equal(["1: 7"], Parts.Read(Parts.Xlsx($"<sheetData><row r='1'><c r='A1'><v>7</v></c><c r='XFD1' s='3'/></row>{rows}</sheetData>")).Rows());
    }

    [Fact]
    public void Characters_no_database_takes_are_left_out() =>
        Assert.Equal(["1: ab c"], Parts.Read(Parts.Xlsx("<sheetData><row><c t='str'><v>a_x0000_b\u200B_xD800_ c&#xFEFF;</v></c></row></sheetData>")).Rows().Select(r => r.Replace("\uFFFD", "")));

    private static byte[] Dated(string id, string code, string value, string workbook) => Parts.Xlsx(
        $"<sheetData><row r='1'><c r='A1' s='1'><v>{value}</v></c></row></sheetData>",
        styles: $"<numFmts><numFmt numFmtId='164' formatCode='{System.Security.SecurityElement.Escape(code)}'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='{id}'><alignment/></xf></cellXfs>",
        workbook: workbook);
}
