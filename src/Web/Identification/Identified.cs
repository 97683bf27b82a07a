using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Stupeni.Identification.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>The outcome of an order over the results of a moment, in the order of codes; not stored yet.</summary>
public sealed record Identified(RunOrder Order, IReadOnlyList<JudgedSchool> Schools)
{
    public int Count(SchoolState state) => Schools.Count(s => s.Verdict.State == state);

    /// <summary>SHA-256 over lines «code|procedure|year|N|L», and «|flag» where the year does not compare, sorted: anyone who has the inputs can compute it again.</summary>
    public string InputSha256()
    {
        var lines = Schools.SelectMany(s => s.Results.Select(r => string.Create(CultureInfo.InvariantCulture, $"{s.Code}|{r.Line.Order}|{r.Year.Ends}|{r.Participants}|{r.BelowThreshold}{(r.Flag is { } flag ? $"|{flag.Kind}" : "")}"))).Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }
}

public sealed record JudgedSchool(Id<Organisation> Id, string Code, string Name, Verdict Verdict, IReadOnlyList<Result> Results);
