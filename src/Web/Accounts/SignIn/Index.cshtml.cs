using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Accounts.SignIn;

[AllowAnonymous, EnableRateLimiting(PlatformSetup.SignInLimit)]
public sealed class SignInModel(Db db, SignInManager<Person> identity, Recording recording, Clock clock) : PageModel
{
    private const string Wrong = "Логин или пароль не подходит. После пяти неверных попыток вход закрывается на 15 минут.";

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty]
    public SignInForm Form { get; set; } = new();

    public List<DemoPerson> Demo { get; private set; } = [];

    public async Task OnGetAsync() => Demo = await DemoPeople();

    public async Task<IActionResult> OnPostAsync()
    {
        Demo = await DemoPeople();
        if (string.IsNullOrWhiteSpace(Form.Login)) ModelState.AddModelError("Form.Login", "Введите логин.");
        if (string.IsNullOrEmpty(Form.Password)) ModelState.AddModelError("Form.Password", "Введите пароль.");
        if (!ModelState.IsValid) return Page();

        var person = await identity.UserManager.FindByNameAsync(Form.Login!.Trim());

        // A stranger's login takes as long to refuse as a known one.
        if (person is null) identity.UserManager.PasswordHasher.VerifyHashedPassword(new Person { Name = "" }, NoOne, Form.Password!);
        if (person is not { BlockedAt: null, IsDemo: false } || !(await identity.CheckPasswordSignInAsync(person, Form.Password!, lockoutOnFailure: true)).Succeeded)
        {
            ModelState.AddModelError("", Wrong);
            return Page();
        }

        return await Enter(person);
    }

    public async Task<IActionResult> OnPostDemoAsync(Id<Person> person) =>
        await db.Users.SingleOrDefaultAsync(p => p.Id == person && p.IsDemo && p.BlockedAt == null) is { } demo ? await Enter(demo) : NotFound();

    private async Task<IActionResult> Enter(Person person)
    {
        recording.Viewer = await db.ViewerOf(person.Id);
        db.Add(new Change { At = clock.Now, Person = person.Id, PersonName = person.Name, Kind = ChangeKind.SignedIn, Subject = nameof(Person), SubjectId = person.Id.Value, Label = person.Name });
        await db.SaveChangesAsync();
        WorkPlace.Forget(Response);
        await identity.SignInAsync(person, isPersistent: false);
        return Url.IsLocalUrl(Back) ? LocalRedirect(Back) : Redirect("/");
    }

    private Task<List<DemoPerson>> DemoPeople() =>
        db.Users.AsNoTracking().Where(p => p.IsDemo && p.BlockedAt == null).OrderBy(p => p.Id).Select(p => new DemoPerson(p.Id, p.Position, p.Name)).ToListAsync();

    /// <summary>The hash of a password that nobody has.</summary>
    private const string NoOne = "AQAAAAIAAYagAAAAEGhJ0Wm1CkqVqgBfWJ0qXoZ3pQ9sV3nR8k2uT6b4yX1cD5eF7gH9iJ0kL2mN4oP6qA==";
}

public sealed class SignInForm
{
    public string? Login { get; init; }
    public string? Password { get; init; }
}

/// <param name="Id">Who.</param>
/// <param name="Position">The role in words.</param>
/// <param name="Place">Where: the region, a municipality or an organisation.</param>
public sealed record DemoPerson(Id<Person> Id, string Position, string Place);
