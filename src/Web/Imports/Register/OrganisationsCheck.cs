using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Imports.Register;

/// <summary>Reads a list of organisations row by row: what is wrong, what is new, what changes, what stays.</summary>
internal sealed class OrganisationsCheck(FileToCheck file, OrganisationIndex index, IReadOnlyDictionary<Id<Organisation>, OrganisationSnapshot> known)
{
    private const int Shown = 30;
    private static readonly string[] Headers = ["Что будет", "Код ОО", "Название", "Тип", "Муниципалитет", "Населённый пункт", "Местность", "Обучающихся", "Логин ФИС ОКО"];

    private readonly List<Finding> findings = [];
    private readonly List<OrganisationUpdate> updates = [];
    private readonly List<PlannedChange> changes = [];
    private readonly List<IReadOnlyList<string>> preview = [];
    private readonly SeenRows seen = file.Draft.Part<SeenRows>();
    private readonly FileNames names = new();
    private int rows, made, stays;

    internal static async Task<Dictionary<Id<Organisation>, OrganisationSnapshot>> Known(Db db, Viewer viewer, CancellationToken stop) =>
        await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.ImportFiles).ToDictionaryAsync(o => o.Id, OrganisationSnapshot.Of, stop);

    internal void PassOver(IEnumerable<GridSheet> sheets) =>
        findings.AddRange(sheets.Select(s => new Finding(FindingKind.Warning, s.Name, null, "", "", "", new("Лист не учтён: в нём нет столбцов с кодом и названием организации."), new("Если организации есть и на нём, назовите столбцы."))));

    internal FileCheck Run(IReadOnlyList<Layout> sheets, CancellationToken stop)
    {
        foreach (var (layout, row) in sheets.SelectMany(l => l.Rows.Select(r => (l, r))))
        {
            stop.ThrowIfCancellationRequested();
            rows++;
            Check(new(file.Grid, layout, row, findings));
        }

        if (rows == 0 && !names.LeavesOut) findings.Add(new(FindingKind.Error, "", null, "", "", "", new("В файле нет ни одной организации."), new("Под строкой с названиями столбцов нужна хотя бы одна организация.")));
        var unchanged = findings.Count == 0 && made == 0 && updates.Count == 0;
        var plan = findings.Any(f => f.Kind == FindingKind.Error) || unchanged ? null : new OrganisationsPlan(updates);
        return new(Title(), sheets.Count, rows, findings, new(Headers, preview), plan, Unchanged: unchanged, Changes: changes, Names: names);
    }

    private string Title()
    {
        var parts = new[] { (made, "новых"), (updates.Count, "изменятся"), (stays, "без изменений") }.Where(p => p.Item1 > 0).Select(p => $"{p.Item2} {Numbers.Whole(p.Item1)}");
        return string.Join(", ", parts);
    }

    private void Check(RegisterRow row)
    {
        var before = findings.Count;
        var about = row.Has(Field.Code) ? Field.Code : Field.Login;
        var code = row.Code(about);
        var again = false;
        if (code.Length == 0) row.Wrong(about, new("Код обязателен."), new("Впишите код организации."));
        else if (code.Length > 20) row.Wrong(about, new("Не длиннее {0} знаков.", 20), new("Проверьте код."));
        else if (again = !seen.TryCode(code, row.Place)) row.Wrong(about, new("Код {0} уже есть: {1}.", code, seen.Codes[code]), new("Оставьте одну из строк."));

        var organisation = code.Length == 0 ? null : index.Known(code);
        if (organisation is not null && index.SuccessorOf(organisation) is { } successor)
        {
            row.Doubt(about, new("«{0}» присоединена к «{1}» ({2}).", organisation.Name, successor.Name, successor.Code), new("Строка не учтена: сведения о присоединённой организации не меняются."));
            return;
        }

        if (organisation is null && index.IsTaken(code)) row.Wrong(about, new(OrganisationIndex.UnknownCode), new("Среди ваших организаций такой нет. Проверьте код или обратитесь к координатору области."));
        var was = organisation is null ? null : known.GetValueOrDefault(organisation.Id);
        var facts = new FactsReader(row, index, seen).Read(organisation, was?.Facts, again);
        var municipality = Municipality(row, organisation);
        var type = Type(row, was, facts.Name);
        if (municipality is null || findings.Skip(before).Any(f => f.Kind == FindingKind.Error)) return;
        Plan(row, code, organisation, was, new(type, municipality.Id, facts), municipality);
    }

    private void Plan(RegisterRow row, string code, KnownOrganisation? organisation, OrganisationSnapshot? was, OrganisationSnapshot now, KnownMunicipality municipality)
    {
        var what = was is null ? "новая" : was == now ? "без изменений" : "изменится";
        if (was == now) stays++;
        else if (!index.MayEdit(municipality) && !(organisation is not null && organisation.Municipality.Id == municipality.Id && index.MayEdit(organisation)))
            row.Wrong(Field.Name, new("У вас нет права менять сведения об этой организации."), new("Передайте файл координатору муниципалитета или области."));
        else if (was is null)
        {
            made++;
            index.Make(code, now.Type, municipality, now.Facts);
            changes.Add(new($"{code} {now.Facts.Name}", new("Новая организация: {0}, {1}", now.Type.Word(), municipality.Name)));
        }
        else
        {
            updates.Add(new(organisation!.Id, was, now));
            changes.AddRange(FactChanges.Between(was, now, id => index.Municipalities[id].Name).Select(c => new PlannedChange($"{organisation.Code} {was.Facts.Name}", c)));
        }

        if (preview.Count < Shown)
            preview.Add([Texts.Say(what), code, now.Facts.Name, now.Type.Word(), municipality.Name, now.Facts.Settlement ?? "", now.Facts.Locality.Word(), now.Facts.Pupils is { } pupils ? Numbers.Whole(pupils) : "", now.Facts.Login ?? ""]);
    }

    private KnownMunicipality? Municipality(RegisterRow row, KnownOrganisation? organisation)
    {
        var (code, name) = (row.Code(Field.MunicipalityCode), row[Field.Municipality]);
        if (code.Length == 0 && name.Length == 0 && organisation is not null) return organisation.Municipality;

        var about = name.Length > 0 || !row.Has(Field.MunicipalityCode) ? Field.Municipality : Field.MunicipalityCode;
        var answer = index.Municipalities.Ask(code, name, make: true, mayBeUnnamed: false);
        if (answer.Municipality is not { } found)
        {
            if (answer.Doubt is { } doubt) names.Doubt(doubt, row.Sheet, row.Number);
            else if (answer.Skipped) names.Skip(name);
            else row.Wrong(about, answer.Error!, answer.Mend!);
            return null;
        }

        names.Note(answer.Note);

        if (answer.Warning is not null) row.Doubt(about, answer.Warning, new("Если это другой муниципалитет, так и должно быть; если опечатка, исправьте её."));
        else if (code.Length > 0 && name.Length > 0 && seen.TryMunicipality(code) && NameMatch.Key(name) != NameMatch.Key(found.Name))
            row.Doubt(about, new("Код {0} – это «{1}», а в файле «{2}».", code, found.Name, name), new("Взят муниципалитет по коду. Проверьте название."));
        return found;
    }

    private static OrganisationType Type(RegisterRow row, OrganisationSnapshot? was, string name)
    {
        var text = row[Field.Type];
        if (text.Length == 0) return was?.Type ?? TypeWords.Guess(name);
        if (TypeWords.Parse(text) is { } type) return type;
        row.Wrong(Field.Type, new("Неизвестный тип организации."), new("Напишите «Школа», «Детский сад», «Дополнительное образование» или «Служба сопровождения»."));
        return default;
    }
}
