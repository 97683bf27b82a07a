namespace Stupeni.Assessments.Mapping;

/// <summary>What was chosen in the wizard: the same answers as <see cref="ResultsMapping"/>, with boxes for tasks.</summary>
public sealed class MappingForm
{
    public string? School { get; set; }
    public string? Participant { get; set; }
    public string? Class { get; set; }
    public string? Variant { get; set; }
    public string? Total { get; set; }
    public string? Score { get; set; }
    public string? Mark { get; set; }
    public string? Journal { get; set; }
    public List<TaskChoice> Tasks { get; set; } = [];
    public string? Kind { get; set; }
    public string? Subject { get; set; }
    public string? OwnSubject { get; set; }
    public string? Grade { get; set; }
    public string? Year { get; set; }
    public string? Session { get; set; }
    public string? Level { get; set; }
    public string? Minimum { get; set; }
    public string? MinimumSource { get; set; }
    public bool NoMinimum { get; set; }

    /// <summary>The name under which the answers are remembered; none to forget them.</summary>
    public string? Name { get; set; }
    public int Token { get; set; }

    public ResultsMapping Mapping() => new()
    {
        School = Column(School), Participant = Column(Participant), Class = Column(Class), Variant = Column(Variant), Total = Column(Total), Score = Score, Mark = Column(Mark), Journal = Column(Journal),
        Tasks = Tasks.Exists(t => t.Chosen) ? string.Join(", ", Tasks.Where(t => t.Chosen).Select(t => string.IsNullOrWhiteSpace(t.Max) ? t.Column : $"{t.Column}:{t.Max.Trim().Replace(',', '.')}")) : "-",
        Kind = Kind, Subject = string.IsNullOrWhiteSpace(OwnSubject) ? Subject : OwnSubject, Grade = Grade, Year = Year, Session = Session, Level = Level,
        Minimum = NoMinimum ? "-" : Minimum, MinimumSource = NoMinimum ? null : MinimumSource, Whole = true,
    };

    /// <summary>An answer of the form is an answer: an empty choice means that there is no such column, not that it may be guessed.</summary>
    private static string Column(string? chosen) => string.IsNullOrWhiteSpace(chosen) ? "-" : chosen;
}

/// <summary>One column that may be a task.</summary>
public sealed class TaskChoice
{
    public string Column { get; set; } = "";
    public bool Chosen { get; set; }
    public string? Max { get; set; }
}
