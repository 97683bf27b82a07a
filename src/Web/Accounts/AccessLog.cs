using System.Threading.Channels;
using Stupeni.Platform;

namespace Stupeni.Accounts;

/// <summary>Who looked at what is confidential, and who asked for what is not theirs. Written beside the request: a GET itself never writes.</summary>
public sealed class AccessLog(IServiceScopeFactory scopes, Clock clock, ILogger<AccessLog> log) : BackgroundService
{
    private readonly Channel<Change> lines = Channel.CreateBounded<Change>(new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.Wait });

    public void Seen(Viewer viewer, string subject, Guid? id, string label, Guid? organisation = null) => Add(viewer, ChangeKind.Seen, subject, id, label, organisation);

    public void Exported(Viewer viewer, string subject, Guid? id, string label, Guid? organisation = null) => Add(viewer, ChangeKind.Exported, subject, id, label, organisation);

    public void Refused(Viewer viewer, string path) => Add(viewer, ChangeKind.Refused, "Address", null, path, null);

    private void Add(Viewer viewer, ChangeKind kind, string subject, Guid? id, string label, Guid? organisation)
    {
        var line = new Change { At = clock.Now, Person = viewer.Person, PersonName = viewer.Name, Kind = kind, Subject = subject, SubjectId = id, Label = label.Length > 1000 ? label[..1000] : label, Organisation = organisation };
        if (!lines.Writer.TryWrite(line)) AccessLogFull(log, null);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await lines.Reader.WaitToReadAsync(stoppingToken)) await Write();
        }
        catch (OperationCanceledException)
        {
            await Write();
        }
    }

    private async Task Write()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        while (lines.Reader.TryRead(out var line)) db.Add(line);
        try
        {
            await db.SaveChangesAsync();
        }
        catch (Exception failure) when (failure is Microsoft.EntityFrameworkCore.DbUpdateException or System.Data.Common.DbException)
        {
            AccessLogLost(log, failure);
        }
    }

    private static readonly Action<ILogger, Exception?> AccessLogFull = LoggerMessage.Define(LogLevel.Error, new(1, "AccessLogFull"), "The access log is full: a line was lost.");
    private static readonly Action<ILogger, Exception?> AccessLogLost = LoggerMessage.Define(LogLevel.Error, new(2, "AccessLogLost"), "Lines of the access log could not be written.");
}
