namespace Stupeni.Demo;

public static class DemoSetup
{
    public static void AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<LoadDemo>();
        services.AddScoped<DemoPeople>();
    }
}
