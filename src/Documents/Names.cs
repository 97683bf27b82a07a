namespace Stupeni.Documents;

/// <summary>The names of the formats.</summary>
internal static class Names
{
    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    internal const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    internal const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    internal const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    internal const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    internal const string Words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    internal const string WordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    internal const string Drawing = "application/vnd.openxmlformats-officedocument.vmlDrawing";
}
