using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace Stupeni.Platform.Jobs;

public static class JobsSetup
{
    /// <summary>The scheduler, in the product's own database. Only the web has it: a command does its work itself.</summary>
    public static void AddJobs(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<Running>();
        services.AddSingleton<Journal>();
        services.AddScoped<Queue>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => (scheduler.InstanceName, scheduler.ShutdownJobInterruption) = ("stupeni", ShutdownJobInterruption.Always));
            quartz.UseDefaultThreadPool(settings.GetValue("Jobs:AtOnce", 2));
            quartz.UsePersistentStore(store => store.KeepIn(settings.GetConnectionString("Db") ?? Database.Default));
        });
        services.AddQuartzHostedService(hosted => (hosted.AutoStart, hosted.WaitForJobsToComplete) = (false, true));
        services.AddHostedService<Resume>();
    }

    /// <summary>Makes a work known by its name; an area does it in its setup.</summary>
    public static void AddWork<T>(this IServiceCollection services) where T : class, IWork
    {
        services.AddScoped<T>();
        services.AddKeyedScoped(typeof(IWork), T.Name, (scope, _) => scope.GetRequiredService<T>());
    }

    private static void KeepIn(this IPersistentStoreBuilder store, string connection)
    {
        store.ProvisionSchema();
        store.ConfigureStore(options => (options.StoreJobDataAsStrings, options.RecoverFiringsCancelledByShutdown) = (true, true));
        if (Database.IsFile(connection))
        {
            store.UseSqlite(SqliteFactory.Instance, connection);
        }
        else
        {
            store.UsePostgres(NpgsqlFactory.Instance, connection);
            store.UseClustering();
        }
    }
}
