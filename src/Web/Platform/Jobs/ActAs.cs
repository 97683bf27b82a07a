namespace Stupeni.Platform.Jobs;

/// <summary>Puts the person who started the work into its scope, with what they may do today; nobody is the program itself.</summary>
public delegate Task ActAs(IServiceProvider scope, Guid? person, CancellationToken stop);
