namespace Stupeni.Platform.Jobs;

public static class JobsSetup
{
    public static void AddJobs(this IServiceCollection services) => _ = services;
}
