using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Accounts;

/// <summary>Long work is done in the name of the person who started it, with what they may do on the day it is done.</summary>
public static class Acting
{
    public static Task<Id<JobRun>> Start<TWork>(this Queue queue, string input, string title, string titleArg, Viewer by) where TWork : class, IWork =>
        queue.Start<TWork>(input, title, titleArg, by.Person?.Value, by.Name);

    public static async Task As(IServiceProvider scope, Guid? person, CancellationToken stop)
    {
        var viewer = person is { } id ? await scope.GetRequiredService<Db>().ViewerOf(new Id<Person>(id), stop) : Viewer.Program;
        if (viewer == Viewer.Nobody) throw new RuleBroken("Тому, кто начал эту работу, вход закрыт, поэтому она не выполнена.");
        scope.GetRequiredService<Recording>().Viewer = viewer;
    }
}
