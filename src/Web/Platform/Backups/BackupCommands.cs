using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Platform.Backups;

/// <summary><c>backup</c> and <c>restore</c>: the database as one file, from either engine and into either. Contract: docs/commands.md.</summary>
public static class BackupCommands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Backup()
    {
        var file = new Argument<string>("file") { Description = "Файл копии" };
        var command = new Command("backup", "Копия всей базы одним файлом; сайт при этом работает. Пример: stupeni backup copy.stupeni --data data") { file };
        AddTo(command, (db, parsed, progress, stop) => Backups.Backup.Write(db, parsed.GetValue(file)!, new Clock(TimeProvider.System).Now, progress, stop), file, "Копия снята: {0}, {1}, {2}.");
        return command;
    }

    public static Command Restore()
    {
        var file = new Argument<string>("file") { Description = "Файл копии" };
        var replace = new Option<bool>("--replace") { Description = "Заменить данные, которые в базе уже есть" };
        var command = new Command("restore", "Вернуть базу из копии; сайт сначала остановите. Пример: stupeni restore copy.stupeni --data data") { file, replace };
        AddTo(command, (db, parsed, progress, stop) => Backups.Restore.Run(db, parsed.GetValue(file)!, parsed.GetValue(replace), progress, stop), file, "База восстановлена: {0}, {1}, {2}.");
        return command;
    }

    private static void AddTo(Command command, Func<Db, ParseResult, IProgress<string>, CancellationToken, Task<About>> work, Argument<string> file, string done)
    {
        var json = new Option<bool>("--json") { Description = "Один документ JSON" };
        command.Options.Add(json);
        var store = Store.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");
            var (output, name) = (parsed.InvocationConfiguration.Output, Path.GetFullPath(parsed.GetValue(file)!));
            try
            {
                var options = new DbContextOptionsBuilder<Db>();
                options.UseEngineOf(store.Connection(parsed));
                await using var db = new Db(options.Options);
                var about = await work(db, parsed, new Tables(parsed.InvocationConfiguration.Error), stop);
                if (parsed.GetValue(json)) Write(output, new { file = name, about.At, about.Program, about.Migration, tables = about.Tables.Select(t => new { t.Name, t.Rows }), about.Rows });
                else output.WriteLine(Texts.Say(done, name, Texts.Count(about.Tables.Count, "таблица|таблицы|таблиц"), Texts.Count(about.Rows, "строка|строки|строк")));
                return 0;
            }
            catch (Exception refusal) when (refusal is RuleBroken or IOException or UnauthorizedAccessException or DbException)
            {
                var message = refusal is RuleBroken broken ? Texts.Say(broken.Key, [.. broken.Args]) : Texts.Say("Не получилось: {0}.", refusal.Message.TrimEnd('.'));
                if (parsed.GetValue(json)) Write(output, new { errors = new[] { new { file = Path.GetFileName(name), sheet = (string?)null, row = (int?)null, column = (string?)null, value = (string?)null, message, mend = (string?)null } } });
                parsed.InvocationConfiguration.Error.WriteLine(message);
                return 1;
            }
        });
    }

    private static void Write<T>(TextWriter to, T document) => to.WriteLine(JsonSerializer.Serialize(document, Json));

    private sealed class Tables(TextWriter to) : IProgress<string>
    {
        public void Report(string value) => to.WriteLine(value);
    }
}
