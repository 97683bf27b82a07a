using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports.Register;

/// <summary>Reads what a row says of an organisation. An empty cell says nothing: what is known stays.</summary>
internal sealed class FactsReader(RegisterRow row, OrganisationIndex index, SeenRows seen)
{
    private const int MostPupils = 20_000;

    /// <param name="again">The organisation has stood in another row: its login has, too.</param>
    internal OrganisationFacts Read(KnownOrganisation? organisation, OrganisationFacts? was, bool again)
    {
        var facts = new OrganisationFacts(Name(was))
        {
            Locality = Locality(was), Settlement = Settlement(was), Pupils = Pupils(was), Login = Login(organisation, again) ?? was?.Login,
            Inn = Digits(Field.Inn, v => new("") { Inn = v }) ?? was?.Inn,
            Kpp = Digits(Field.Kpp, v => new("") { Kpp = v }) ?? was?.Kpp,
            Ogrn = Digits(Field.Ogrn, v => new("") { Ogrn = v }) ?? was?.Ogrn,
            Okpo = Digits(Field.Okpo, v => new("") { Okpo = v }) ?? was?.Okpo,
            Oktmo = Digits(Field.Oktmo, v => new("") { Oktmo = v }) ?? was?.Oktmo,
        };
        return facts;
    }

    private string Name(OrganisationFacts? was)
    {
        var name = row[Field.Name];
        if (name.Length > 300) row.Wrong(Field.Name, new("Не длиннее {0} знаков.", 300), new("Сократите название."));
        if (name.Length == 0 && was is null) row.Wrong(Field.Name, new("Название обязательно."), new("Впишите название организации."));
        return name.Length == 0 && was is not null ? was.Name : name;
    }

    private string Settlement(OrganisationFacts? was)
    {
        var text = row[Field.Settlement];
        if (text.Length > 200) row.Wrong(Field.Settlement, new("Не длиннее {0} знаков.", 200), new("Сократите название."));
        return text.Length == 0 ? was?.Settlement ?? "" : text;
    }

    private Locality Locality(OrganisationFacts? was)
    {
        var words = Cells.FoldHeader(row[Field.Locality]);
        if (words.Length == 0) return was?.Locality ?? Organisations.Locality.Unknown;
        if (words.StartsWith("гор", StringComparison.Ordinal) || words is "г" or "пгт" or "urban" or "поселок городского типа") return Organisations.Locality.Urban;
        if (words.StartsWith("сел", StringComparison.Ordinal) || words is "с" or "д" or "деревня" or "поселок" or "rural") return Organisations.Locality.Rural;
        row.Wrong(Field.Locality, new("Местность бывает «город» или «село»."), new("Напишите «город» или «село», а название впишите в столбец «Населённый пункт»."));
        return default;
    }

    private int? Pupils(OrganisationFacts? was)
    {
        var text = row[Field.Pupils];
        if (text.Length == 0) return was?.Pupils;
        if (Cells.ParseWhole(text) is { } pupils and >= 0 and <= MostPupils) return pupils;
        row.Wrong(Field.Pupils, new("Нужно целое число от {0} до {1}.", 0, MostPupils), new("Впишите число обучающихся цифрами."));
        return null;
    }

    private string? Login(KnownOrganisation? organisation, bool again)
    {
        if (Digits(Field.Login, v => new("") { Login = v })?.ToLowerInvariant() is not { } login) return null;
        if (again) return login;
        if (!seen.TryLogin(login, row.Place)) row.Wrong(Field.Login, new("Логин {0} уже есть: {1}.", login, seen.Logins[login]), new("У каждой организации свой логин."));
        else if (index.Known(login) is { } owner && owner.Id != organisation?.Id) row.Wrong(Field.Login, new("Логин {0} уже у организации «{1}» ({2}).", login, owner.Name, owner.Code), new("Проверьте логин. Если он перешёл, сначала уберите его у той организации."));
        else if (organisation?.Login != login && index.IsTaken(login) && index.Known(login) is null) row.Wrong(Field.Login, new("Логин {0} занят другой организацией.", login), new("Проверьте логин или обратитесь к координатору области."));
        return login;
    }

    /// <summary>A value that the organisation's own rule checks; null if there is none or it is wrong.</summary>
    private string? Digits(Field field, Func<string, OrganisationFacts> alone)
    {
        var value = row.Code(field);
        if (value.Length == 0) return null;
        try
        {
            Identifiers.Check(alone(value));
            return value;
        }
        catch (RuleBroken refusal)
        {
            row.Wrong(field, Messages.Of(refusal), new("Сверьте с выпиской. Excel мог потерять ноль впереди или последние цифры: сделайте столбец текстовым."));
            return null;
        }
    }
}
