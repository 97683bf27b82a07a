using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Accounts;

/// <summary>Lets a person in: an account with a password, and a role in a scope. Used by the page and by the command line.</summary>
public sealed class AddPerson(Db db, UserManager<Person> people, Clock clock)
{
    public async Task<Person> Run(string? login, string? name, string? position, string? password, string? role, Guid? scope)
    {
        if (string.IsNullOrWhiteSpace(login)) throw new RuleBroken("Введите логин.", nameof(login));
        if (string.IsNullOrWhiteSpace(name)) throw new RuleBroken("Введите фамилию и инициалы или должность.", nameof(name));
        var known = await db.Roles.AsNoTracking().SingleOrDefaultAsync(r => r.Code == role) ?? throw new RuleBroken("Выберите роль.", nameof(role));
        if (known.Scope != ScopeKind.Region && scope is null) throw new RuleBroken("Для роли «{0}» укажите, где она действует.", nameof(scope), known.Name);

        var person = new Person { UserName = login.Trim(), Name = name.Trim(), Position = position?.Trim() ?? "", CreatedAt = clock.Now };
        await using var all = await db.Database.BeginTransactionAsync();
        Refuse(await people.CreateAsync(person, password ?? ""));
        db.Add(new Grant { Person = person.Id, Role = known.Code, ScopeKind = known.Scope, Scope = known.Scope == ScopeKind.Region ? null : scope, GivenAt = clock.Now });
        await db.SaveChangesAsync();
        await all.CommitAsync();
        return person;
    }

    public static void Refuse(IdentityResult result)
    {
        if (result.Succeeded) return;
        throw result.Errors.First().Code switch
        {
            "DuplicateUserName" => new RuleBroken("Такой логин уже есть.", "login"),
            "PasswordTooShort" => new RuleBroken("Пароль должен быть не короче 10 знаков.", "password"),
            "PasswordMismatch" => new RuleBroken("Нынешний пароль не подходит.", "current"),
            var other => new RuleBroken("Не получилось: {0}.", "", other),
        };
    }
}
