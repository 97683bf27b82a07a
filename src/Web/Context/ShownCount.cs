using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Context;

/// <summary>
/// Counts of few families are for those who know the families anyway: people of the school and of its municipality. Others see no count below ten, nor one
/// whose rest is below ten: it would tell the same.
/// </summary>
public static class ShownCount
{
    public const int Fewest = 10;

    public static bool SeesAll(Viewer viewer, Organisation organisation, Permission permission = Permission.SeeResults)
    {
        var reach = viewer.Reach(permission);
        return reach.Organisations.Contains(organisation.Id.Value) || reach.Municipalities.Contains(organisation.Municipality.Value);
    }

    public static bool IsHidden(int? count, int? of) => count is > 0 and < Fewest || (of - count) is > 0 and < Fewest || of is > 0 and < Fewest;

    /// <summary>The share, or the number where nothing says what it is a share of.</summary>
    public static Figure Of(ContextIndicator indicator, ContextRow row, bool seesAll)
    {
        var (figure, share) = (row.Figure, !indicator.IsBase && row.Figure.Base is > 0);
        var hidden = !seesAll && IsHidden(figure.Count, indicator.IsBase ? null : figure.Base);
        return new()
        {
            Title = indicator.Said, Value = hidden ? null : share ? Figure.Share(figure.Count ?? 0, figure.Base!.Value) is { } value && figure.Count is not null ? value : null : figure.Count,
            Unit = share ? FigureUnit.Percent : FigureUnit.Count, Numerator = hidden || !share ? null : figure.Count, Denominator = hidden || !share ? null : figure.Base, N = hidden ? null : figure.Base ?? figure.Count,
            Method = "context", Formula = share ? "число ÷ всего × 100" : "число из социального паспорта", Source = row.Origin, SourceHref = $"/organisations/{figure.Organisation}/context/{figure.Year.Ends}",
            Hidden = hidden ? "скрыто: меньше 10" : "нет данных",
        };
    }

    /// <summary>«12 из 340», as far as it may be told.</summary>
    public static string Words(ContextIndicator indicator, ContextFigure figure, bool seesAll) =>
        figure.Count is not { } count ? Texts.Say("нет данных")
        : !seesAll && IsHidden(count, indicator.IsBase ? null : figure.Base) ? Texts.Say("скрыто: меньше 10")
        : indicator.IsBase || figure.Base is not { } of ? Numbers.Whole(count) : Texts.Say("{0} из {1}", Numbers.Whole(count), Numbers.Whole(of));
}
