using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports;

public sealed record MunicipalityAnswer(KnownMunicipality? Municipality, Message? Warning = null, Message? Error = null, Message? Mend = null);

/// <summary>The municipalities a file may name: found by code, then by the normalised name; made where the person may make them.</summary>
public sealed class MunicipalityIndex
{
    /// <summary>Where organisations of no named municipality are put.</summary>
    private const string NoCode = "00", NoName = "Муниципалитет не указан";

    private readonly Dictionary<string, KnownMunicipality> byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, KnownMunicipality> byName = [];
    private readonly Dictionary<Id<Municipality>, KnownMunicipality> byId = [];
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly NewOrganisations planned;
    private readonly bool mayMake;

    private MunicipalityIndex(NewOrganisations planned, bool mayMake) => (this.planned, this.mayMake) = (planned, mayMake);

    public static async Task<MunicipalityIndex> Load(Db db, Viewer viewer, NewOrganisations planned, CancellationToken stop)
    {
        var index = new MunicipalityIndex(planned, viewer.MayEverywhere(Permission.EditOrganisations));
        var seen = await db.Municipalities.AsNoTracking().VisibleTo(viewer, db.Organisations, Permission.ImportFiles).Select(m => m.Id).ToListAsync(stop);
        var mine = seen.ToHashSet();
        foreach (var m in await db.Municipalities.AsNoTracking().OrderBy(m => m.Id).Select(m => new { m.Id, m.Code, m.Name }).ToListAsync(stop))
        {
            index.taken.Add(m.Code);
            if (mine.Contains(m.Id)) index.Know(new(m.Id, m.Code, m.Name));
            else index.byId[m.Id] = new(m.Id, m.Code, m.Name);
        }

        return index;
    }

    public KnownMunicipality this[Id<Municipality> id] => byId[id];

    /// <summary>Whether a municipality of this code or name is known; names are compared only where there is no code.</summary>
    public KnownMunicipality? Find(string code, string name) =>
        code.Length > 0 && byCode.TryGetValue(code, out var coded) ? coded : name.Length > 0 && byName.TryGetValue(NameMatch.Key(name), out var named) ? named : null;

    /// <summary>The municipality meant; one that is not known is made if <paramref name="make"/> and the person may.</summary>
    public MunicipalityAnswer Ask(string code, string name, bool make, bool mayBeUnnamed = true)
    {
        if (Find(code, name) is { } known) return new(known);
        if (code.Length == 0 && name.Length == 0)
        {
            if (byCode.Count == 1) return new(byCode.Values.Single());
            if (make && mayMake && mayBeUnnamed) return new(Find(NoCode, NoName) ?? Make(NoCode, NoName));
            return new(null, null, new("Муниципалитет не указан."), new("Впишите название или код муниципалитета."));
        }

        var near = Near(name);
        if (!make || !mayMake || taken.Contains(code))
            return new(null, null, name.Length > 0 ? new("Муниципалитета «{0}» нет среди ваших.", name) : new("Муниципалитета с кодом {0} нет среди ваших.", code), near is null ? new("Проверьте название. Новый муниципалитет заводит координатор области.") : new("Похожий: «{0}».", near.Name));
        if (name.Length == 0) return new(null, null, new("Муниципалитета с кодом {0} нет.", code), new("Добавьте столбец с названием муниципалитета или сначала загрузите их список."));
        if (name.Length > 200 || code.Length > 20) return new(null, null, new("Название или код муниципалитета слишком длинные."), new("Название не длиннее {0} знаков, код не длиннее {1}.", 200, 20));
        return new(Make(code.Length > 0 ? code : NextCode(), name), near is null ? null : new("Муниципалитета «{0}» нет, он будет создан. Похожий: «{1}».", name, near.Name));
    }

    private KnownMunicipality Make(string code, string name)
    {
        var made = new KnownMunicipality(Id<Municipality>.New(), code, name, IsNew: true);
        planned.Municipalities.Add(made);
        taken.Add(code);
        Know(made);
        return made;
    }

    private void Know(KnownMunicipality municipality)
    {
        (byCode[municipality.Code], byId[municipality.Id]) = (municipality, municipality);
        byName.TryAdd(NameMatch.Key(municipality.Name), municipality);
    }

    private KnownMunicipality? Near(string name)
    {
        var key = NameMatch.Key(name);
        return byName.Where(n => Likeness.IsNear(key, n.Key)).Select(n => n.Value).FirstOrDefault();
    }

    private string NextCode() => Enumerable.Range(1, taken.Count + 1).Select(n => n.ToString("00", CultureInfo.InvariantCulture)).First(c => !taken.Contains(c));
}
