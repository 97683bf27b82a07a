using Stupeni;

// Options without a command are the web's own: the test host starts the program so.
if (args is [] || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not "--help" and not "--version"))
{
    await using var app = await Site.Start(args);
    await app.RunAsync();
    return 0;
}

var asked = Commands.All().Parse(args);
var status = await asked.InvokeAsync();
return asked.Errors.Count > 0 ? WrongUsage : status;

/// <summary>Named so that tests can start it.</summary>
public partial class Program
{
    /// <summary>The exit status where the command line itself was wrong: docs/commands.md.</summary>
    private const int WrongUsage = 2;
}
