using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>One unit's figures as they were read.</summary>
/// <param name="Who">The unit in words, for people.</param>
internal sealed record AggregateLine(ProcedureKey Key, DeclaredReport Report, DeclaredUnit Unit, string Who, int? Participants, int? Schools, int Decimals, IReadOnlyList<DeclaredValue> Values);

/// <summary>Lines to be written, with the procedures they are of.</summary>
internal sealed record AggregatePlan(string File, IReadOnlyList<AggregateLine> Lines, IReadOnlyList<Subject> NewSubjects) : IFilePlan;
