using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>Protocols come day by day: one of a reserve day or of appeals must not quietly put a whole class out.</summary>
internal static class Shrinking
{
    public static async Task Tell(Known known, IReadOnlyList<ProcedurePlan> plans, FindingList findings, CancellationToken stop)
    {
        foreach (var plan in plans)
        {
            var current = await known.Sheets(await known.Procedure(plan.Key, stop), stop);
            foreach (var sheet in plan.Sheets)
            {
                if (current.GetValueOrDefault((sheet.School.Id, sheet.Class)) is { } before && sheet.Sums.Participants < before.Participants)
                    findings.Warning(new(""), new("{0}, {1}, класс «{2}»: было участников {3}, в файле {4}. Прежний лист будет заменён.", plan.Name, sheet.School.Name, sheet.Class, before.Participants, sheet.Sums.Participants),
                        new("Если это протокол резервного дня или апелляций, загрузите файл, в котором есть весь класс, или оба файла со связыванием попыток."));
            }
        }
    }
}
