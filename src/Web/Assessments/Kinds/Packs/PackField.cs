namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>What a column of a file of reference data holds.</summary>
internal enum PackField { Form, Kind, Subject, Grade, Year, Level, Task, Max, Difficulty, Section, Skill, Outcome, From3, From4, From5, Condition, Source, Edition, School, FromYear, ToYear, Count }
