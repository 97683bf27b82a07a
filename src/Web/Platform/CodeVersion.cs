namespace Stupeni.Platform;

/// <summary>What computed a figure: the version of the program and of its very build. The same sources give the same build.</summary>
public static class CodeVersion
{
    public static string Now { get; } = $"{typeof(CodeVersion).Assembly.GetName().Version!.ToString(3)}+{typeof(CodeVersion).Module.ModuleVersionId.ToString("N")[..12]}";
}
