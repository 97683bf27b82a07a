using System.CommandLine;
using Stupeni.Analysis.Stats;

namespace Stupeni.Analysis;

/// <summary><c>stats</c>: the statistics library as commands over files. Contract: docs/commands.md.</summary>
public static class StatsCommands
{
    public static Command Stats() => new("stats", "Статистика по файлам, без базы. Пример: stupeni stats alpha answers.csv --json")
    {
        FactorCommand.Command(),
        ParallelCommand.Command(),
        ScaleCommands.Alpha(),
        ScaleCommands.Items(),
        IrtCommand.Command(),
        OlsCommand.Command(),
        MixedCommand.Command(),
        PcaCommand.Command(),
        ClusterCommand.Command(),
        ProportionCommand.Command(),
        CompareCommand.Command(),
        AdjustCommand.Command(),
    };
}
