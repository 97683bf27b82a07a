using System.Globalization;
using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>A hash of a participant with the day of the exam: one attempt. «~3f…@20260530».</summary>
internal readonly record struct LinkedCode(string Participant, DateOnly Day)
{
    private const char At = '@';
    private const string Form = "yyyyMMdd";

    /// <summary>The code in a sheet; a code that is not linked stays as it is.</summary>
    public static string On(string code, DateOnly? day) => code is [Linking.Mark, ..] && day is { } on ? $"{code}{At}{on.ToString(Form, CultureInfo.InvariantCulture)}" : code;

    public static LinkedCode? Of(string code) => code is [Linking.Mark, ..] && code.IndexOf(At) is > 0 and var at && DateOnly.TryParseExact(code.AsSpan(at + 1), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new(code[..at], day) : null;
}
