using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Schools.Sentences;

/// <summary>Type, place, contingent, state.</summary>
internal static class WhoItIs
{
    public static IEnumerable<Sentence> Of(SchoolFacts facts)
    {
        var o = facts.Organisation;
        List<string> place = [o.Type.Word().ToLower(System.Globalization.CultureInfo.CurrentUICulture), .. o.Settlement is "" ? [] : new[] { o.Settlement }, facts.Municipality];
        yield return new(Texts.Say("{0}: {1}; код ОО {2}.", o.Name, string.Join(", ", place), o.Code), $"/organisations/{o.Id}/facts", Texts.Say("Сведения"));
        if (o.State != OrganisationState.Active) yield return new(o.EndedOn is { } day ? Texts.Say("{0} {1}.", o.State.Word(), Numbers.Day(day)) : $"{o.State.Word()}.");
        if (o.Pupils is { } pupils) yield return new(o.Locality == Locality.Unknown ? Texts.Say("Обучающихся {0}.", Numbers.Whole(pupils)) : Texts.Say("Обучающихся {0}; местность — {1}.", Numbers.Whole(pupils), o.Locality.Word()));
        else yield return new(Texts.Say("Сколько в школе обучающихся, в реестре не сказано."));
    }
}
