using Stupeni;

// Options without a command are the web's own: the test host starts the program so.
if (args is [] || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not "--help" and not "--version"))
{
    await using var app = await Site.Start(args);
    await app.RunAsync();
    return 0;
}

return await Commands.Run(args);

/// <summary>Named so that tests can start it.</summary>
public partial class Program;
