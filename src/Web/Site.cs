using System.Diagnostics;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Assessments.Reports;
using Stupeni.Comparators;
using Stupeni.Context;
using Stupeni.Demo;
using Stupeni.Growth;
using Stupeni.Home;
using Stupeni.Identification;
using Stupeni.Identification.Runs;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Organisations.Register;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;
using Stupeni.Platform.Ui;
using Stupeni.Schools;

namespace Stupeni;

/// <summary>The product put together, for the web and for commands.</summary>
public static class Site
{
    /// <summary>The web, ready to run: database migrated, reference data shipped.</summary>
    public static async Task<WebApplication> Start(string[] args)
    {
        var builder = Builder(args);
        builder.Services.AddJobs(builder.Configuration);
        builder.Services.AddHealthChecks().AddDbContextCheck<Db>();
        builder.Services.AddRazorPages(razor =>
        {
            razor.RootDirectory = "/";
            razor.Conventions.AddPlatform();
            razor.Conventions.AddAccounts();
            razor.Conventions.AddOrganisations();
            razor.Conventions.AddImports();
            razor.Conventions.AddContext();
            razor.Conventions.AddComparators();
            razor.Conventions.AddAssessments();
            razor.Conventions.AddGrowth();
            razor.Conventions.AddIdentification();
            razor.Conventions.AddSchools();
            razor.Conventions.AddHome();
        }).WithRazorPagesAtContentRoot();

        var app = builder.Build();
        await Prepare(app.Services);

        app.UseExceptionHandler("/error");
        app.UseRequestLocalization();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseAssets();
        app.UseStatusCodePagesWithReExecute("/missing");
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseViewer();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapRazorPages();
        app.MapOrganisations();
        app.MapImports();
        app.MapIdentification();
        app.MapReports();
        return app;
    }

    /// <summary>Everything but the web, for a command; the viewer is the program itself.</summary>
    public static async Task<WebApplication> Offline(string connection)
    {
        var builder = Builder(["--ConnectionStrings:Db", connection, "--Logging:LogLevel:Default", "Warning"]);
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        var app = builder.Build();
        await Prepare(app.Services);
        return app;
    }

    private static WebApplicationBuilder Builder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter("Quartz", LogLevel.Warning);
        builder.Logging.AddJsonConsole(json => json.IncludeScopes = true);
        builder.Logging.Configure(log => log.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);

        var services = builder.Services;
        services.AddDbContext<Db>((provider, options) => options
            .UseEngineOf(provider.GetRequiredService<IConfiguration>().GetConnectionString("Db") ?? Database.Default)
            .AddInterceptors(provider.GetRequiredService<Recording>()));
        services.AddDataProtection().SetApplicationName("stupeni");
        services.AddSingleton<Microsoft.Extensions.Options.IConfigureOptions<KeyManagementOptions>, StoreKeys>();
        services.AddPlatform();
        services.AddAccounts();
        services.AddOrganisations();
        services.AddImports();
        services.AddContext();
        services.AddComparators();
        services.AddAssessments();
        services.AddGrowth();
        services.AddIdentification();
        services.AddSchools();
        services.AddHome();
        services.AddDemo();
        return builder;
    }

    private static async Task Prepare(IServiceProvider services)
    {
        Activity.DefaultIdFormat = ActivityIdFormat.W3C;
        using var scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
        await db.Database.MigrateAsync();
        await ShippedRoles.Ship(db);
        await ShippedReference.Ship(db);
        await ShippedIndicators.Ship(db);
        await ShippedRules.Ship(db);
        await ShippedIndices.Ship(db);
        await ShippedComparators.Ship(db);
        await ShippedEstimates.Ship(db);
        if (await db.Regions.AsNoTracking().SingleOrDefaultAsync() is { } region) Clock.LiveIn(region.TimeZone);
    }
}
