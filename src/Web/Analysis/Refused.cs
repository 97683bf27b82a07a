using Stupeni.Imports;

namespace Stupeni.Analysis;

/// <summary>The input cannot be worked with: every reason at once, each with its place and how to mend it.</summary>
internal sealed class Refused(IReadOnlyList<ErrorLine> errors, int status = 1) : Exception(errors[0].Message)
{
    public Refused(string file, string message, string? mend, int? row = null, string? column = null, string? value = null)
        : this([new(file, null, row, column, value, message, mend)])
    {
    }

    public IReadOnlyList<ErrorLine> Errors { get; } = errors;

    /// <summary>The exit status: 1 refused, 2 asked wrongly.</summary>
    public int Status { get; } = status;
}
