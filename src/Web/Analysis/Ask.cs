using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Stupeni.Analysis;

/// <summary>Options that several commands have, read alike on any machine.</summary>
internal static class Ask
{
    public static Option<string[]> Names(string name, string description) =>
        new(name) { Description = description, DefaultValueFactory = _ => [], CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))] };

    public static Option<double> Number(string name, string description, double usual) =>
        new(name) { Description = description, DefaultValueFactory = _ => usual, CustomParser = result => Parsed(result, result.Tokens[0].Value) };

    /// <summary>Numbers with points, between commas; NA is NaN.</summary>
    public static Option<double[]?> Numbers(string name, string description) =>
        new(name) { Description = description, CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries)).Select(t => t is "NA" or "" ? double.NaN : Parsed(result, t))] };

    public static Option<int> Seed() => new("--seed") { Description = "Начало случайных чисел", DefaultValueFactory = _ => 1 };

    public static Option<string> OneOf(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = $"{description}: {string.Join(", ", words)}", DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    /// <summary>Refuses a value that makes no sense as wrong usage.</summary>
    public static void Check<T>(Option<T> option, Func<T, bool> holds, string otherwise) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && !result.Errors.Any() && result.GetValueOrDefault<T>() is { } value && !holds(value)) result.AddError($"{option.Name}: {otherwise}.");
    });

    private static double Parsed(ArgumentResult result, string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        result.AddError($"«{text}» — не число. Нужно, например, 0.95.");
        return double.NaN;
    }
}
