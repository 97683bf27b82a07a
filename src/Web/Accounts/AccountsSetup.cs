using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Stupeni.Accounts;

public static class AccountsSetup
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<Recording>();
        services.AddScoped<AddPerson>();
        services.AddScoped<SavedViews>();
        services.AddScoped(s => s.GetRequiredService<Recording>().Viewer);
        services.AddSingleton<Platform.Jobs.ActAs>(Acting.As);
        services.AddSingleton<AccessLog>();
        services.AddHostedService(s => s.GetRequiredService<AccessLog>());

        services.AddIdentityCore<Person>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version2;
            identity.User.AllowedUserNameCharacters = "";
            identity.Password.RequiredLength = 10;
            identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddEntityFrameworkStores<Db>().AddSignInManager().AddDefaultTokenProviders();

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(cookie =>
        {
            cookie.Cookie.Name = "stupeni";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "back";
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
        }));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddScoped<IAuthorizationHandler, NeedsCheck>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, WhatYouMayNotSee>();
    }

    public static void AddAccounts(this PageConventionCollection pages)
    {
        pages.AllowAnonymousToFolder("/Accounts/SignIn");
        pages.Needs("/Accounts/People", Permission.ManagePeople);
        pages.Needs("/Accounts/Record", Permission.SeeHistory);
        pages.SignedIn("/Accounts/Me");
        pages.SignedIn("/Accounts/Rights");
        pages.SignedIn("/Accounts/Views");
    }

    /// <summary>Who is looking, known to everything after it.</summary>
    public static void UseViewer(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.User.Identity?.IsAuthenticated == true)
        {
            var recording = http.RequestServices.GetRequiredService<Recording>();
            recording.Viewer = (await http.RequestServices.GetRequiredService<Db>().ViewerOf(http.User, http.RequestAborted)).In(WorkPlace.Chosen(http.Request));
            if (recording.Viewer.Person is null) await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        }

        await next(http);
        if (http.Response.StatusCode == StatusCodes.Status404NotFound && http.GetEndpoint() is not null && http.RequestServices.GetRequiredService<Viewer>() is { Person: not null } viewer)
            http.RequestServices.GetRequiredService<AccessLog>().Refused(viewer, http.Request.Path);
    });
}

/// <summary>What a viewer may not see does not exist for them: 404, not 403. Strangers are asked to sign in.</summary>
public sealed class WhatYouMayNotSee : IAuthorizationMiddlewareResultHandler
{
    private readonly Microsoft.AspNetCore.Authorization.Policy.AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, Microsoft.AspNetCore.Authorization.Policy.PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Forbidden) return usual.HandleAsync(next, context, policy, authorizeResult);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
