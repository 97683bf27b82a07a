using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.Inference;

namespace Stupeni.Analysis;

/// <summary>Takes figures for a document and keeps the reason of each that is not there.</summary>
internal sealed class Figures(IEnumerable<string> warnings)
{
    private const int Named = 10;

    private readonly List<string> said = [.. warnings];
    private readonly Dictionary<(string Field, Absence Why), List<string>> missing = [];

    /// <summary>What was said so far, with one line for each kind of missing figure.</summary>
    public List<string> Warnings => [.. said, .. missing.Select(m => Missing(m.Key.Field, m.Key.Why, m.Value))];

    public void Warn(string warning) => said.Add(warning);

    /// <param name="field">Its name in the document.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="whose">The column, group or row it belongs to.</param>
    public double? Of(string field, Estimate figure, string whose = "") => Known(field, figure.IsPresent, figure.Value, figure.Absence, whose);

    /// <summary>Its standard error.</summary>
    public double? ErrorOf(string field, Estimate figure, string whose = "") =>
        Known(field, figure.IsPresent && double.IsFinite(figure.StandardError), figure.StandardError, figure.IsPresent ? Absence.NotComputed : figure.Absence, whose);

    public double? Lower(string field, Interval interval, string whose = "") => Known(field, interval.IsPresent && double.IsFinite(interval.Lower), interval.Lower, interval.IsPresent ? Absence.Unbounded : interval.Absence, whose);

    public double? Upper(string field, Interval interval, string whose = "") => Known(field, interval.IsPresent && double.IsFinite(interval.Upper), interval.Upper, interval.IsPresent ? Absence.Unbounded : interval.Absence, whose);

    public double? Statistic(string field, SignificanceTest test, string whose = "") => Known(field, test.IsPresent, test.Statistic, test.Absence, whose);

    private double? Known(string field, bool present, double value, Absence why, string whose)
    {
        if (present) return value;

        if (!missing.TryGetValue((field, why), out var who)) missing[(field, why)] = who = [];
        if (whose.Length > 0) who.Add(whose);
        return null;
    }

    private static string Missing(string field, Absence why, List<string> whose) => whose.Count == 0
        ? Texts.Say("{0}: значения нет — {1}.", field, AbsenceWords.Of(why))
        : Texts.Say("{0}: значения нет — {1} ({2}).", field, AbsenceWords.Of(why), string.Join(", ", whose.Take(Named)) + (whose.Count > Named ? ", …" : ""));
}
