using System.Globalization;
using Stupeni.Assessments.Mapping;
using Stupeni.Documents;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Long;

/// <summary>Turns the works of a long table into plans, one after another, so that two at most are spread out in memory: one is packed while the next is read.</summary>
internal sealed class LongPlans(Db db, Clock clock, FileToCheck file, GridSheet sheet, GridRow header, LongColumns columns, LongScores scores, FindingList findings)
{
    private readonly List<string> titles = [];
    private SchoolFinder? schools;
    private Known? known;
    private Work? open;

    public List<ProcedurePlan> Plans { get; } = [];
    public List<PlannedChange> Changes { get; } = [];
    public bool Unchanged { get; private set; } = true;
    public int Participants { get; private set; }

    /// <summary>How the names of schools were understood; none before the first work.</summary>
    public FileNames? Names => schools?.Names;

    public string Title => titles.Count <= 3 ? string.Join("; ", titles) : Texts.Say("Баллы за задания: {0}", Texts.Count(titles.Count, "работа|работы|работ"));

    public async Task Add(LongForm form, CancellationToken stop)
    {
        known ??= await Known.Load(db, stop);
        schools ??= new(await OrganisationIndex.Of(db, file, stop), findings);
        var layout = LongRows.Header(form, scores, columns, sheet.Name);
        var resolved = ResolvedTable.Of(Asked(form, layout, known), layout, known.Subjects, clock.Today);
        if (resolved.Problems.Count > 0)
        {
            var at = new Spot(sheet.Name, form.Rows[0], columns.Procedure, header[Math.Max(columns.Procedure, 0)], form.Name);
            findings.Error(at, new("Не понятно, какая это работа: «{0}».", form.Name), new("Назовите её так: «ВПР 2026 Математика 6 класс» или VPR-MA-06."));
            return;
        }

        if (resolved.YearIsAssumed && titles.Count == 0 && open is null) findings.Warning(new(sheet.Name), new("Год в файле не назван: взят {0} учебный год.", resolved.Key.Year.ToString()), new("Если это не так, впишите год в название файла."));
        if (open?.Table.Key == resolved.Key) await Close(stop);
        var planning = new Planning(db, known, schools, findings, file);
        var name = ProcedureName.InRussian(resolved.Key, resolved.Subject!.Name);
        var table = await planning.Open(resolved.Key, name, resolved.Layout, stop);
        var places = columns.School >= 0 ? null : await PupilPlaces.Load(db, file.Draft, resolved.Key.Year, stop);
        table.Expect(form.Count);
        new LongRows(form, scores, table, resolved.Layout, schools, places, findings).Read(stop);
        form.Release();
        await planning.Pack(resolved.Minimum, stop);
        await Close(stop);
        open = new(planning, table, resolved);
    }

    /// <summary>Ends the work that was read last, whose sheets were packed meanwhile.</summary>
    public async Task Close(CancellationToken stop)
    {
        if (open is not var (planning, table, resolved)) return;
        open = null;
        Participants += table.Rows.Count;
        await planning.Close(resolved.IsNewSubject ? resolved.Subject : null, resolved.Minimum, resolved.MinimumSource, stop);
        if (planning.LacksThreshold && !resolved.WithoutThreshold)
            findings.Error(new(sheet.Name), new("{0}: отметок в файле нет, и порога в справочнике нет.", table.Name), new("Внесите шкалу или порог на странице «Справочники» или файлом, затем проверьте снова."));
        titles.Add(table.Name);
        Plans.AddRange(planning.Plans);
        Changes.AddRange(planning.Changes);
        Unchanged &= planning.Unchanged;
    }

    private sealed record Work(Planning Planning, ProcedureTable Table, ResolvedTable Resolved);

    /// <summary>What the work is, as its name and the file's say, completed by what a person said.</summary>
    private ResultsMapping Asked(LongForm form, Layout layout, Known known)
    {
        var guess = ProcedureGuess.Of([form.Name, Path.GetFileNameWithoutExtension(file.Grid.FileName), sheet.Name], known.Subjects);
        var said = ResultsMapping.Parse(file.Mapping) ?? new();
        return new ResultsMapping
        {
            Year = said.Year, Session = said.Session, Score = said.Score, Minimum = said.Minimum, MinimumSource = said.MinimumSource,
            Kind = guess.Kind?.ToString() ?? said.Kind, Subject = guess.Subject?.Code ?? said.Subject, Grade = guess.Grade?.ToString(CultureInfo.InvariantCulture) ?? said.Grade,
            Level = guess.Level == MathLevel.None ? said.Level : guess.Level.ToString(),
        }.Or(new()
        {
            Participant = Address.Column(layout.Participant), School = Letter(layout.School), Class = Letter(layout.Class), Variant = Letter(layout.Variant), Tasks = "auto",
            Year = guess.Year?.Ends.ToString(CultureInfo.InvariantCulture),
        });

        static string? Letter(int column) => column < 0 ? null : Address.Column(column);
    }
}
