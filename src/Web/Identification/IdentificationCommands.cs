using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary><c>identify</c>: who needs support by a rule over the results of now, with every reason. Contract: docs/commands.md.</summary>
public static class IdentificationCommands
{
    public static Command Identify(Func<string, Task<WebApplication>> offline)
    {
        var rule = new Option<string>("--rule") { Description = "FIOKO-2020 или RON-2025", Required = true };
        var edition = new Option<string?>("--edition") { Description = "Редакция, если их несколько; без неё — поставляемая" };
        var reading = new Option<string?>("--reading") { Description = "strict или soft для FIOKO, any или both для RON; без неё — strict, any" };
        reading.AcceptOnlyFromAmong([.. Enum.GetNames<Reading>().Select(r => r.ToLowerInvariant())]);
        var year = new Option<int>("--year") { Description = "Год списка: 2026 — это 2025/26 учебный год", Required = true };
        var participants = new Option<int?>("--min-participants") { Description = "С какого числа участников процедура входит в расчёт" };
        var save = new Option<bool>("--save") { Description = "Сохранить как запуск, который увидят на страницах" };
        var json = new Option<bool>("--json") { Description = "Один документ JSON" };
        var command = new Command("identify", "Список школ, которым нужна поддержка, с причинами. Пример: stupeni identify --rule RON-2025 --year 2026 --json") { rule, edition, reading, year, participants, save, json };
        var store = Store.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var output = new IdentifyOutput(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(json));
            try
            {
                await using var site = await offline(store.Connection(parsed));
                using var scope = site.Services.CreateScope();
                scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
                var (db, identification) = (scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<RunIdentification>());

                var how = Enum.TryParse<Reading>(parsed.GetValue(reading), ignoreCase: true, out var named) ? named : (Reading?)null;
                var order = RunOrder.Of(await Find(db, parsed.GetValue(rule)!, parsed.GetValue(edition), stop), how, parsed.GetValue(year), parsed.GetValue(participants));
                var found = await identification.Judge(order, stop);
                output.Write(found, await ProcedureNames.Load(db, stop));
                if (parsed.GetValue(save)) output.Saved(await identification.Run(order, stop));
                return 0;
            }
            catch (RuleBroken broken)
            {
                output.Refused(broken);
                return 1;
            }
        });
        return command;
    }

    private static async Task<IdentificationRule> Find(Db db, string code, string? edition, CancellationToken stop)
    {
        var editions = (await db.IdentificationRules.AsNoTracking().Where(r => r.Code == code).ToListAsync(stop)).OrderBy(r => r.Origin == RuleOrigin.Own).ThenBy(r => r.Id.Value).ToList();
        if (editions.Count == 0) throw new RuleBroken("Правила {0} нет. Есть: {1}.", "rule", code, string.Join(", ", await db.IdentificationRules.Select(r => r.Code).Distinct().OrderBy(c => c).ToListAsync(stop)));
        return edition is null ? editions[0] : editions.Find(r => r.Edition == edition) ?? throw new RuleBroken("Редакции «{0}» нет. Есть: {1}.", "edition", edition, string.Join(", ", editions.Select(r => r.Edition)));
    }
}
