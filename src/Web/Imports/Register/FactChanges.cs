using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports.Register;

/// <summary>What a description changes, fact by fact: old → new.</summary>
internal static class FactChanges
{
    internal static IEnumerable<Message> Between(OrganisationSnapshot was, OrganisationSnapshot now, Func<Id<Municipality>, string> municipality)
    {
        var facts = new (string Name, string? Old, string? New)[]
        {
            ("Название", was.Facts.Name, now.Facts.Name), ("Тип", was.Type.Word(), now.Type.Word()), ("Муниципалитет", municipality(was.Municipality), municipality(now.Municipality)),
            ("Населённый пункт", was.Facts.Settlement, now.Facts.Settlement), ("Местность", was.Facts.Locality.Word(), now.Facts.Locality.Word()), ("Обучающихся", Whole(was.Facts.Pupils), Whole(now.Facts.Pupils)),
            ("Логин ФИС ОКО", was.Facts.Login, now.Facts.Login), ("ИНН", was.Facts.Inn, now.Facts.Inn), ("КПП", was.Facts.Kpp, now.Facts.Kpp), ("ОГРН", was.Facts.Ogrn, now.Facts.Ogrn), ("ОКПО", was.Facts.Okpo, now.Facts.Okpo), ("ОКТМО", was.Facts.Oktmo, now.Facts.Oktmo),
        };
        return facts.Where(f => f.Old != f.New).Select(f => new Message("{0}: {1} → {2}", new Message(f.Name), Shown(f.Old), Shown(f.New)));
    }

    private static string? Whole(int? number) => number is { } value ? Numbers.Whole(value) : null;

    private static string Shown(string? text) => string.IsNullOrEmpty(text) ? "—" : text;
}
