using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Accounts;

/// <summary><c>stupeni user add</c>: the first administrator of an empty installation, and anyone after.</summary>
public static class AccountCommands
{
    public static Command User(Func<string, Task<WebApplication>> offline)
    {
        var login = new Argument<string>("login") { Description = "Логин" };
        var name = new Option<string?>("--name") { Description = "Фамилия и инициалы; без неё — логин" };
        var role = new Option<string>("--role") { Description = "Роль", DefaultValueFactory = _ => "Administrator" };
        var scope = new Option<string?>("--scope") { Description = "Код муниципалитета или организации, если роль не на всю область" };
        var password = new Option<string?>("--password") { Description = "Пароль; без него спросим" };
        var add = new Command("add", "Завести человека. Пример: stupeni user add admin --name \"Иванова А. П.\"") { login, name, role, scope, password };
        var store = Store.AddTo(add);
        add.SetAction(async (parsed, stop) =>
        {
            await using var site = await offline(store.Connection(parsed));
            using var services = site.Services.CreateScope();
            services.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
            var db = services.ServiceProvider.GetRequiredService<Db>();
            try
            {
                var person = await services.ServiceProvider.GetRequiredService<AddPerson>().Run(parsed.GetValue(login), parsed.GetValue(name) ?? parsed.GetValue(login), null,
                    parsed.GetValue(password) ?? Ask(), parsed.GetValue(role), await Place(db, parsed.GetValue(scope)));
                Console.WriteLine($"{person.UserName}: {parsed.GetValue(role)}");
                return 0;
            }
            catch (RuleBroken broken)
            {
                await Console.Error.WriteLineAsync(broken.Message);
                return 1;
            }
        });
        return new("user", "Люди") { add };
    }

    private static async Task<Guid?> Place(Db db, string? code)
    {
        if (code is null) return null;
        var organisation = await db.Organisations.Where(o => o.Code == code).Select(o => (Guid?)(Guid)(object)o.Id).SingleOrDefaultAsync();
        return organisation ?? await db.Municipalities.Where(m => m.Code == code).Select(m => (Guid?)(Guid)(object)m.Id).SingleOrDefaultAsync()
            ?? throw new RuleBroken("Нет ни муниципалитета, ни организации с кодом {0}.", nameof(code), code);
    }

    private static string Ask()
    {
        Console.Error.Write("Пароль (не короче 10 знаков): ");
        return Console.ReadLine() ?? "";
    }
}
