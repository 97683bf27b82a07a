using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>Whose line it is: the country's sample, the region, a municipality, a school. What the person may not bring is left out and counted.</summary>
internal sealed class UnitFinder(OrganisationIndex index, Region? region, Viewer viewer, AggregateAnswers answers, FindingList findings)
{
    private readonly Reach reach = viewer.Reach(Permission.ImportFiles);
    private readonly SchoolFinder schools = new(index, findings);
    private readonly HashSet<string> told = [];

    /// <summary>Lines of units that only somebody of a wider reach brings.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The unit of a flat row, or of a group named in one cell; null if it is left out or not known.</summary>
    public (DeclaredUnit Unit, string Who)? Find(AggregateSheet table, GridRow row)
    {
        var (login, municipality) = (Cell(row, table.Login), Cell(row, table.Municipality));
        var school = Cell(row, table.School) is { Length: > 0 } named ? named : Cell(row, table.Unit);
        var column = table.Unit >= 0 ? table.Unit : table.Login >= 0 ? table.Login : table.School >= 0 ? table.School : table.Municipality;
        if (table.Unit >= 0) return Find(Cell(row, table.Unit), table, table.At(row, table.Unit), login, municipality);
        if (login.Length > 0) return School(new(login, Name: school, Municipality: municipality), table.At(row, column));
        return Find(school.Length > 0 ? school : municipality, table, table.At(row, column), "", school.Length > 0 ? municipality : "");
    }

    public (DeclaredUnit Unit, string Who)? Find(string text, AggregateSheet table, Spot at, string login = "", string municipality = "")
    {
        if (login.Length == 0 && AggregateTerms.LoginIn(text) is { } inside) login = inside;
        if (login.Length > 0) return School(new(login, Name: Bare(text), Municipality: municipality), at);
        if (AggregateTerms.IsSample(text)) return Wide(new(DeclaredLevel.Sample), "Вся выборка");
        if (AggregateTerms.IsAnyRegion(text) || (region is not null && AggregateTerms.RegionName(text) == AggregateTerms.RegionName(region.Name))) return Wide(new(DeclaredLevel.Region), "Область");
        if (AggregateTerms.IsAnySchool(text)) return OfTable(table, at);
        if (AggregateTerms.IsAnyMunicipality(text)) return MunicipalityOf(table, at);
        if (index.Municipalities.Find("", text) is { } known) return Municipality(known);
        if (AggregateTerms.LooksLikeRegion(text)) return region is null ? Wide(new(DeclaredLevel.Region), "Область") : Unknown(at, new("«{0}» — не ваша область.", text), new("Удалите строки других областей или исправьте название: {0}.", region.Name));
        if (Organisation(text, municipality) is { } school) return OfSchool(school);
        return Unknown(at, new("Непонятно, чья это строка: «{0}».", text), new("Назовите муниципалитет как в списке организаций, школу — вместе с логином (edu…), или напишите «Вся выборка»."));
    }

    private KnownOrganisation? Organisation(string name, string municipality) => index.Find(new(Name: name, Municipality: municipality)).Organisation;

    private (DeclaredUnit, string)? School(OrganisationAsked asked, Spot at)
    {
        var school = schools.Find(asked, at);
        return school == SchoolFinder.None ? null : OfSchool(schools[school]);
    }

    private static (DeclaredUnit, string)? OfSchool(KnownOrganisation school) => (new(DeclaredLevel.School, null, school.Id), school.Name);

    private (DeclaredUnit, string)? Municipality(KnownMunicipality municipality)
    {
        if (reach.Everywhere || reach.Municipalities.Contains(municipality.Id.Value)) return (new(DeclaredLevel.Municipality, municipality.Id), municipality.Name);
        LeftOut++;
        return null;
    }

    private (DeclaredUnit, string)? Wide(DeclaredUnit unit, string who)
    {
        if (reach.Everywhere) return (unit, who);
        LeftOut++;
        return null;
    }

    /// <summary>«ОО» without a name: the school that the lines above name, or that the person did.</summary>
    private (DeclaredUnit, string)? OfTable(AggregateSheet table, Spot at)
    {
        if ((answers.School ?? table.Above.Select(AggregateTerms.LoginIn).FirstOrDefault(l => l is not null)) is { } login) return School(new(login), at);
        return Unknown(at, new("Не сказано, какая это школа."), new("Впишите над таблицей логин школы (edu…) или ответьте на сайте или ключом --set school=…"));
    }

    private (DeclaredUnit, string)? MunicipalityOf(AggregateSheet table, Spot at)
    {
        foreach (var line in table.Sheet.Rows.Take(table.HeaderIndex).SelectMany(r => r.Cells.ToArray()))
            if (index.Municipalities.Find("", line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()) is { } named) return Municipality(named);
        if ((answers.School ?? table.Above.Select(AggregateTerms.LoginIn).FirstOrDefault(l => l is not null)) is { } login && index.Known(login) is { } school) return Municipality(school.Municipality);
        return Unknown(at, new("Не сказано, какой это муниципалитет."), new("Впишите его название над таблицей: «Муниципалитет: …»."));
    }

    private (DeclaredUnit, string)? Unknown(Spot at, Message what, Message mend)
    {
        if (told.Add(at.Value)) findings.Error(at, what, mend);
        return null;
    }

    private static string Bare(string text) => AggregateTerms.LoginIn(text) is { } login ? text.Replace(login, "", StringComparison.OrdinalIgnoreCase).Trim(' ', '-', '–', '—', '(', ')', ',', ';') : text;

    private static string Cell(GridRow row, int column) => column < 0 || Cells.IsMissing(row[column]) ? "" : row[column];
}
