using System.IO.Compression;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Localization;
using Stupeni.Platform.Ui;

namespace Stupeni.Platform;

public static class PlatformSetup
{
    private const int LargestUpload = 256 * 1024 * 1024;

    public static void AddPlatform(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Clock>();
        services.AddSingleton<Texts>();
        services.AddSingleton<IStringLocalizer>(s => s.GetRequiredService<Texts>());
        services.AddSingleton<Assets>();
        services.AddHttpContextAccessor();
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add<RuleBrokenFilter>();
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            mvc.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((value, _) => Texts.Say("Значение «{0}» не подходит.", value));
            mvc.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => Texts.Say("Заполните поле."));
            mvc.ModelBindingMessageProvider.SetValueMustBeANumberAccessor(_ => Texts.Say("Нужно число."));
            mvc.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Texts.Say("Значение «{0}» не подходит.", value));
        });
        services.Configure<RouteOptions>(routes => (routes.LowercaseUrls, routes.AppendTrailingSlash) = (true, false));
        services.Configure<RequestLocalizationOptions>(localization =>
        {
            localization.SetDefaultCulture("ru-RU").AddSupportedCultures("ru-RU").AddSupportedUICultures("ru-RU", "en");
            localization.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = ViewSettings.LanguageCookie }];
        });

        // Uploads stay in memory, in bounds: a file with names must not lie in a temporary folder.
        services.Configure<FormOptions>(form => (form.MemoryBufferThreshold, form.MultipartBodyLengthLimit, form.ValueCountLimit) = (LargestUpload, LargestUpload, 20_000));
        services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(kestrel => (kestrel.Limits.MaxRequestBodySize, kestrel.AddServerHeader) = (LargestUpload, false));
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.AddAntiforgery(antiforgery => (antiforgery.Cookie.Name, antiforgery.FormFieldName) = ("stupeni-form", "_form"));
        services.AddProblemDetails();
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(SignInLimit, http => RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = HttpMethods.IsPost(http.Request.Method) ? 30 : 600, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    /// <summary>How often one address may try to sign in.</summary>
    public const string SignInLimit = "sign-in";

    public static void AddPlatform(this PageConventionCollection pages) => pages.AllowAnonymousToFolder("/Platform/Ui");
}
