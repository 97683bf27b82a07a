using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <param name="Skipped">It was decided that rows of this name stay out.</param>
public sealed record MunicipalityAnswer(KnownMunicipality? Municipality, Message? Warning = null, Message? Error = null, Message? Mend = null, DoubtfulName? Doubt = null, Message? Note = null, bool Skipped = false);

/// <summary>The municipalities a file may name: found by code, then by the normalised name, then by what was decided of the name; made where the person may make them.</summary>
public sealed class MunicipalityIndex
{
    /// <summary>Where organisations of no named municipality are put.</summary>
    private const string NoCode = "00", NoName = "Муниципалитет не указан";

    private readonly Dictionary<string, KnownMunicipality> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<KnownMunicipality>> byName = [];
    private readonly Dictionary<Id<Municipality>, KnownMunicipality> byId = [];
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Viewer viewer;
    private readonly NewOrganisations planned;
    private readonly DecidedNames decided;
    private readonly Reach edits;

    private MunicipalityIndex(Viewer viewer, NewOrganisations planned, DecidedNames decided) => (this.viewer, this.planned, this.decided, edits) = (viewer, planned, decided, viewer.Reach(Permission.EditOrganisations));

    internal static async Task<MunicipalityIndex> Load(Db db, Viewer viewer, NewOrganisations planned, DecidedNames decided, CancellationToken stop)
    {
        var index = new MunicipalityIndex(viewer, planned, decided);
        var seen = await db.Municipalities.AsNoTracking().VisibleTo(viewer, db.Organisations, Permission.ImportFiles).Select(m => m.Id).ToListAsync(stop);
        var mine = seen.ToHashSet();
        foreach (var m in await db.Municipalities.AsNoTracking().OrderBy(m => m.Id).Select(m => new { m.Id, m.Code, m.Name }).ToListAsync(stop))
        {
            index.taken.Add(m.Code);
            if (mine.Contains(m.Id)) index.Know(new(m.Id, m.Code, m.Name));
            else index.byId[m.Id] = new(m.Id, m.Code, m.Name);
        }

        foreach (var made in planned.Municipalities)
        {
            index.taken.Add(made.Code);
            index.Know(made);
        }

        return index;
    }

    public KnownMunicipality this[Id<Municipality> id] => byId[id];

    /// <summary>Whether the person may make or change organisations of the municipality.</summary>
    public bool MayEdit(KnownMunicipality municipality) => edits.Everywhere || edits.Municipalities.Contains(municipality.Id.Value);

    /// <summary>Whether a municipality of this code or name is known for sure; names are compared only where there is no code.</summary>
    public KnownMunicipality? Find(string code, string name) => Look(code, name).Municipality;

    /// <summary>The municipality that is meant as far as it is known or decided, or what it may be; nothing if it is like none.</summary>
    internal MunicipalityAnswer Look(string code, string name)
    {
        if (code.Length > 0 && byCode.TryGetValue(code, out var coded)) return new(coded);
        if (Named(name) is { } named) return new(named);
        if (name.Length == 0 || NameQuestion.Of(NameSubject.Municipality, name, code, "") is not { } question) return new(null);
        if (decided.Aside(question) is { Answer: NameAnswer.Skip }) return new(null, Skipped: true);

        var said = decided.Same(question).Select(d => (Decided: d, Known: d.Municipality is { } id && byId.GetValueOrDefault(id) is { } to && byCode.ContainsKey(to.Code) ? to : null)).Where(d => d.Known is not null && d.Decided.CountsFor(viewer, MayEdit(d.Known))).ToList();
        if (said.Select(s => s.Known!.Id).Distinct().Count() == 1) return new(said[^1].Known, Note: said[^1].Decided.Says(name, said[^1].Known!.Name));
        return Candidates(name) is { Count: > 0 } like ? new(null, Doubt: new(question, like)) : new(null);
    }

    /// <summary>The municipality meant; one that is not known is made if <paramref name="make"/> and the person may.</summary>
    public MunicipalityAnswer Ask(string code, string name, bool make, bool mayBeUnnamed = true)
    {
        var looked = Look(code, name);
        if (looked.Municipality is not null || looked.Skipped) return looked;
        if (code.Length == 0 && name.Length == 0)
        {
            if (byCode.Count == 1) return new(byCode.Values.Single());
            if (make && edits.Everywhere && mayBeUnnamed) return new(Find(NoCode, NoName) ?? Make(NoCode, NoName));
            return new(null, null, new("Муниципалитет не указан."), new("Впишите название или код муниципалитета."));
        }

        var near = looked.Doubt?.Candidates is [{ Percent: >= 85 } likest, ..] ? likest : null;
        if (!make || !edits.Everywhere || taken.Contains(code))
            return looked.Doubt is { } doubt && code.Length == 0 ? new(null, Doubt: doubt)
                : new(null, null, name.Length > 0 ? new("Муниципалитета «{0}» нет среди ваших.", name) : new("Муниципалитета с кодом {0} нет среди ваших.", code), near is null ? new("Проверьте название. Новый муниципалитет заводит координатор области.") : new("Похожий: «{0}».", near.Label));
        if (name.Length == 0) return new(null, null, new("Муниципалитета с кодом {0} нет.", code), new("Добавьте столбец с названием муниципалитета или сначала загрузите их список."));
        if (name.Length > 200 || code.Length > 20) return new(null, null, new("Название или код муниципалитета слишком длинные."), new("Название не длиннее {0} знаков, код не длиннее {1}.", 200, 20));
        // A code of its own says that it is another one; without it a person is asked. A command has nobody to ask, and warns.
        if (near is not null && code.Length == 0 && viewer.Person is not null && decided.Aside(looked.Doubt!.Question) is null) return new(null, Doubt: looked.Doubt with { MayBeNew = true });
        return new(Make(code.Length > 0 ? code : NextCode(), name), near is null ? null : new("Муниципалитета «{0}» нет, он будет создан. Похожий: «{1}».", name, near.Label));
    }

    private KnownMunicipality Make(string code, string name)
    {
        var made = new KnownMunicipality(Id<Municipality>.New(), code, name, IsNew: true);
        planned.Add(made);
        taken.Add(code);
        Know(made);
        return made;
    }

    private void Know(KnownMunicipality municipality)
    {
        (byCode[municipality.Code], byId[municipality.Id]) = (municipality, municipality);
        var key = NameMatch.Key(municipality.Name);
        if (byName.TryGetValue(key, out var same)) same.Add(municipality);
        else byName[key] = [municipality];
    }

    /// <summary>The only one of the name; a town and the district around it may share all but the word for what they are.</summary>
    private KnownMunicipality? Named(string name)
    {
        if (name.Length == 0 || !byName.TryGetValue(NameMatch.Key(name), out var same)) return null;
        return same.Count == 1 ? same[0] : same.Where(m => Database.Fold(m.Name) == Database.Fold(name)).ToList() is [var only] ? only : null;
    }

    private List<NameCandidate> Candidates(string name)
    {
        var key = NameMatch.Key(name);
        return [.. byName.SelectMany(n => NameLikeness.Of(key, n.Key) is var (percent, why) ? n.Value.Select(m => new NameCandidate(m.Id.Value, m.Name, percent, why)) : [])
            .OrderByDescending(c => c.Percent).ThenBy(c => c.Label, StringComparer.Ordinal).Take(DoubtfulName.Most)];
    }

    private string NextCode() => Enumerable.Range(1, taken.Count + 1).Select(n => n.ToString("00", CultureInfo.InvariantCulture)).First(c => !taken.Contains(c));
}
