using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>
/// The organisations a file may name: those in the person's reach and those that earlier files of the import bring; with «создать организации»
/// also those nobody knows, made from what the file says. Others do not exist for the file. Loaded once for all files of a check.
/// </summary>
public sealed class OrganisationIndex
{
    public const string UnknownCode = "Неизвестный код ОО.";

    private readonly Dictionary<string, KnownOrganisation> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, KnownOrganisation> byLogin = new(StringComparer.OrdinalIgnoreCase);
    private readonly OrganisationNames names = new();
    private readonly Dictionary<Id<Organisation>, KnownOrganisation> byId = [];
    private readonly Dictionary<Id<Organisation>, KnownOrganisation> successors = [];
    private readonly Dictionary<OrganisationAsked, OrganisationAnswer> answers = [];
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly NewOrganisations planned;
    private readonly DecidedNames decided;
    private readonly bool creates;
    private readonly Viewer viewer;
    private readonly Reach edits;

    private OrganisationIndex(MunicipalityIndex municipalities, NewOrganisations planned, DecidedNames decided, FileToCheck file) =>
        (Municipalities, this.planned, this.decided, creates, viewer, edits) = (municipalities, planned, decided, file.CreatesOrganisations, file.Viewer, file.Viewer.Reach(Permission.EditOrganisations));

    public MunicipalityIndex Municipalities { get; }

    public static async Task<OrganisationIndex> Of(Db db, FileToCheck file, CancellationToken stop)
    {
        var loaded = file.Draft.Part<Loaded>();
        return loaded.Index ??= await Load(db, file, stop);
    }

    /// <summary>Finds by code, then by ФИС ОКО login, then by name and municipality; a merged organisation leads to its successor.</summary>
    public OrganisationAnswer Find(OrganisationAsked asked)
    {
        if (!answers.TryGetValue(asked, out var answer)) answers[asked] = answer = Answer(asked);
        return answer;
    }

    /// <summary>Whether a code or a login belongs to any organisation, also one that the person may not see.</summary>
    public bool IsTaken(string codeOrLogin) => taken.Contains(codeOrLogin);

    /// <summary>The organisation of this code or login, or of this code without its zeros in front; a merged one as itself.</summary>
    public KnownOrganisation? Known(string codeOrLogin) =>
        codeOrLogin.Length == 0 ? null : byCode.GetValueOrDefault(codeOrLogin) ?? byLogin.GetValueOrDefault(codeOrLogin) ?? names.ByBareCode(codeOrLogin);

    /// <summary>The organisation into which this one was merged, if it was.</summary>
    public KnownOrganisation? SuccessorOf(KnownOrganisation organisation) => successors.GetValueOrDefault(organisation.Id);

    public bool MayEdit(KnownOrganisation organisation) => MayEdit(organisation.Municipality) || edits.Organisations.Contains(organisation.Id.Value);

    /// <summary>Whether the person may make or change organisations of the municipality.</summary>
    public bool MayEdit(KnownMunicipality municipality) => Municipalities.MayEdit(municipality);

    /// <summary>Plans an organisation that nobody knows; later files find it.</summary>
    public KnownOrganisation Make(string code, OrganisationType type, KnownMunicipality municipality, OrganisationFacts facts)
    {
        var made = new KnownOrganisation(Id<Organisation>.New(), code, facts.Login, facts.Name, type, municipality, IsNew: true);
        planned.Add(new NewOrganisation(made, facts));
        answers.Clear();
        Know(made);
        return made;
    }

    private OrganisationAnswer Answer(OrganisationAsked asked)
    {
        var (code, login) = (Cells.NormaliseCode(asked.Code), Cells.NormaliseCode(asked.Login));
        if (login.Length == 0 && Identifiers.IsLogin(code)) login = code;
        if (code.Length == 0 && login.Length == 0 && asked.Name.Length == 0) return new(null, null, new("Код ОО не указан."), new("Впишите код организации."));

        var found = Known(code) ?? Known(login);
        if (found is not null) return Current(found);

        var where = Municipalities.Look(Cells.NormaliseCode(asked.MunicipalityCode), asked.Municipality);
        return ByName(asked, code, login, where) is { } named ? named with { Note = named.Note ?? where.Note }
            : where.Doubt is { } doubt ? new(null, Doubt: doubt)
            : where.Skipped ? new(null, Skipped: true)
            : creates && (code.Length > 0 || login.Length > 0) ? Create(asked, code.Length > 0 ? code : login, login)
            : Unknown(asked, code.Length > 0 ? code : login, where.Municipality);
    }

    /// <summary>For sure, or by what was decided of the name; a name alone is not sure where the municipality beside it is not known.</summary>
    private OrganisationAnswer? ByName(OrganisationAsked asked, string code, string login, MunicipalityAnswer where)
    {
        var question = Question(asked, code.Length > 0 ? code : login);
        if (decided.Aside(question) is not null) return new(null, Skipped: true);
        var said = decided.Same(question).Select(d => (Decided: d, Known: d.Organisation is { } id ? byId.GetValueOrDefault(id) : null)).Where(d => d.Known is not null && d.Decided.CountsFor(viewer, MayEdit(d.Known))).ToList();
        if (said.Select(s => s.Known!.Id).Distinct().Count() == 1) return Current(said[^1].Known!) with { Note = said[^1].Decided.Says(asked.Name, said[^1].Known!.Name) };

        if (where.Municipality is null && asked.Municipality.Length > 0) return null;
        var named = names.ByName(asked.Name, where.Municipality);
        if (named is not null && code.Length == 0 && login.Length == 0) return Current(named);
        return named is { Login: null } && login.Length > 0 && (code.Length == 0 || code == login)
            ? Current(named) with { Warning = new("Логин {0} у организации «{1}» не записан: она найдена по названию и муниципалитету.", login, named.Name) } : null;
    }

    private static NameQuestion? Question(OrganisationAsked asked, string code) => NameQuestion.Of(NameSubject.Organisation, asked.Name, code, asked.Municipality.Length > 0 ? asked.Municipality : asked.MunicipalityCode);

    private OrganisationAnswer Current(KnownOrganisation found) => successors.TryGetValue(found.Id, out var successor)
        ? new(successor, new("Организация «{0}» ({1}) присоединена: данные будут отнесены к «{2}» ({3}).", found.Name, found.Code, successor.Name, successor.Code)) : new(found);

    private OrganisationAnswer Create(OrganisationAsked asked, string code, string login)
    {
        if (taken.Contains(code) || code.Length > 20) return Unknown(asked, code, Municipalities.Find(asked.MunicipalityCode, asked.Municipality));

        var municipality = Municipalities.Ask(Cells.NormaliseCode(asked.MunicipalityCode), asked.Municipality, make: true);
        if (municipality.Municipality is not { } where) return new(null, null, municipality.Error, municipality.Mend, municipality.Doubt);
        if (!MayEdit(where)) return Unknown(asked, code, where);

        var name = asked.Name.Length is > 0 and <= 300 ? asked.Name : $"Организация {code}";
        var facts = new OrganisationFacts(name) { Login = Identifiers.IsLogin(login) ? login.ToLowerInvariant() : null };
        return new(Make(code, TypeWords.Guess(name), where, facts), municipality.Warning);
    }

    private OrganisationAnswer Unknown(OrganisationAsked asked, string code, KnownMunicipality? municipality)
    {
        // A code of an organisation that the person may not see says that it is another one, whatever the name.
        if (!taken.Contains(code) && Question(asked, code) is { } question && names.Like(asked.Name, municipality) is { Count: > 0 } like) return new(null, Doubt: new(question, like));

        var near = names.Near(code);
        var mend = near is null ? new Message("Среди ваших организаций такой нет. Проверьте код или сначала загрузите список организаций.") : new Message("Среди ваших организаций такой нет. Похожая: {0}, {1}.", near.Code, near.Name);
        return new(null, null, code.Length == 0 ? new("Неизвестная организация «{0}».", asked.Name) : new(UnknownCode), mend);
    }

    private void Know(KnownOrganisation organisation)
    {
        taken.Add(organisation.Code);
        (byCode[organisation.Code], byId[organisation.Id]) = (organisation, organisation);
        if (organisation.Login is { } login)
        {
            taken.Add(login);
            byLogin[login] = organisation;
        }

        names.Add(organisation);
    }

    private static async Task<OrganisationIndex> Load(Db db, FileToCheck file, CancellationToken stop)
    {
        var planned = file.Draft.Part<NewOrganisations>();
        var decided = await DecidedNames.Load(db, file.Draft.Import, stop);
        var municipalities = await MunicipalityIndex.Load(db, file.Viewer, planned, decided, stop);
        var index = new OrganisationIndex(municipalities, planned, decided, file);
        foreach (var key in await db.Organisations.AsNoTracking().Select(o => new { o.Code, o.Login }).ToListAsync(stop))
        {
            index.taken.Add(key.Code);
            if (key.Login is not null) index.taken.Add(key.Login);
        }

        var rows = await db.Organisations.AsNoTracking().VisibleTo(file.Viewer, Permission.ImportFiles).OrderBy(o => o.Code)
            .Select(o => new { o.Id, o.Code, o.Login, o.Name, o.Type, o.Municipality, o.MergedInto }).ToListAsync(stop);
        var known = rows.ToDictionary(r => r.Id, r => new KnownOrganisation(r.Id, r.Code, r.Login, r.Name, r.Type, municipalities[r.Municipality]));
        var next = rows.Where(r => r.MergedInto is not null).ToDictionary(r => r.Id, r => r.MergedInto!.Value);
        foreach (var row in rows)
        {
            if (!next.ContainsKey(row.Id)) index.Know(known[row.Id]);
            else if (Last(row.Id) is { } last)
            {
                index.Know(known[row.Id]);
                index.successors[row.Id] = last;
            }
        }

        foreach (var made in planned.Organisations) index.Know(made.Known);
        return index;

        KnownOrganisation? Last(Id<Organisation> id)
        {
            for (var steps = 0; next.TryGetValue(id, out var following) && steps < 20; steps++) id = following;
            return known.GetValueOrDefault(id);
        }
    }

    private sealed class Loaded
    {
        public OrganisationIndex? Index { get; set; }
    }
}
