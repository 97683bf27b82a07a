namespace Stupeni.Demo.Files;

/// <summary>A file of the sample: where it lies under the folder, what it brings, how to write it.</summary>
/// <param name="Batch">Files of one batch are imported together; none are not imported.</param>
internal sealed record SampleFile(string Path, SampleBatch? Batch, Action<Stream> Write);

/// <summary>What belongs together, in the order of bringing it in.</summary>
internal readonly record struct SampleBatch(int Year, SampleKind Kind);

internal enum SampleKind { Organisations, Context, Pupils, Reference, Vpr, Oge, Ege }
