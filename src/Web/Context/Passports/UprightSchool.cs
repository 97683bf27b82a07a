using System.Text.RegularExpressions;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Context.Passports;

/// <summary>Whose upright passport it is: a line says it, or the title, the sheet's name, the file's name.</summary>
internal static partial class UprightSchool
{
    public static OrganisationAsked Of(PassportSheet passport, string around)
    {
        var (code, login, name) = (PassportRows.Named(passport, PassportLabel.Code), PassportRows.Named(passport, PassportLabel.Login), PassportRows.Named(passport, PassportLabel.Name));
        if (code.Length + login.Length > 0) return new(Cells.NormaliseCode(code), Cells.NormaliseCode(login), name, PassportRows.Named(passport, PassportLabel.Municipality));
        if (Login().Match(around) is { Success: true } edu) return new(Login: edu.Value.ToLowerInvariant());
        if (CodeOf().Match(around) is { Success: true } number) return new(number.Groups["code"].Value, Name: name);
        return new(Name: name.Length > 0 ? name : Titled(around));
    }

    /// <summary>The name in a title: «Социальный паспорт МБОУ СОШ № 1 на 2025/26 учебный год».</summary>
    private static string Titled(string around) => Title().Match(around) is { Success: true } title ? title.Groups["name"].Value.Trim(' ', ',', '«', '»', '"') : "";

    [GeneratedRegex(@"(?<!\p{L})edu\d{3,}", RegexOptions.IgnoreCase)]
    private static partial Regex Login();

    [GeneratedRegex(@"(?<!\d)(?<code>\d{5,8})(?!\d)")]
    private static partial Regex CodeOf();

    [GeneratedRegex(@"паспорт(а)?( школы| оо| организации)?\s+(?<name>[^\n]+?)(\s+(на|за)\s|\s+20\d\d|\n|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Title();
}
