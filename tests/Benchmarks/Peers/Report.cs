using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Stupeni.Benchmarks.Peers;

/// <summary>The outcomes for a terminal and for docs/benchmarks.md.</summary>
internal static class Report
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    public static string Line(Outcome o) =>
        FormattableString.Invariant($"{o.Contest.Name,-12} {o.Ours * 1000,10:0.0} {o.Peers * 1000,10:0.0} {o.Ratio,8:0.000} {o.Contest.Goal,6:0.##} {(o.Good ? "yes" : "NO"),4} {o.OurMemory,7:0} {o.PeersMemory,7:0}  {o.Contest.Peer.Title}");

    public static string Page(IReadOnlyList<Outcome> outcomes)
    {
        var page = new StringBuilder("""
            # Замеры рядом с другими программами

            Пишет `./bench --peers`. Данные порождены из зерна; библиотека и соперник — два процесса, которые прочли одни и те же данные и считают по
            очереди, по пять раз; в таблице медианы. Запуск и чтение не входят, память — наибольшая за жизнь процесса. Ответы сверены. На занятой машине
            смотрите на отношения, а не на времена.

            Книги области: соперник только читает, здесь их ещё проверяют и упаковывают. 42 книги в распакованном виде – 190 МБ разметки, 6,6 млн ячеек;
            одна распаковка берёт 0,5 с процессорного времени, вместе с чтением и вычёркиванием имён – 1,2 с, упаковка клеток – ещё 0,3 с. Быстрее
            распаковки не прочесть: чтение отстоит от предела в два с половиной раза. Дороже всего проверка с упаковкой листов. Файлы читаются по одному на ядро, листы упаковываются на всех ядрах,
            проверка идёт файл за файлом, потому что каждый опирается на прежние.


            """);
        page.AppendLine(CultureInfo.InvariantCulture, $"Машина: {Processor()}, ядер {Environment.ProcessorCount}, средняя загрузка за последние 15 минут {Load()}; .NET {Environment.Version}; {Versions()}.");
        page.AppendLine().AppendLine("| задача | здесь, мс | соперник, мс | отношение | цель | память здесь, МБ | память соперника, МБ | соперник |").AppendLine("|---|---:|---:|---:|---:|---:|---:|---|");
        foreach (var o in outcomes)
            page.AppendLine(Russian, $"| {o.Contest.Title} | {o.Ours * 1000:N1} | {o.Peers * 1000:N1} | {(o.Good ? "" : "**")}{o.Ratio:0.000}{(o.Good ? "" : "**")} | {o.Contest.Goal:0.##} | {o.OurMemory:N0} | {o.PeersMemory:N0} | {o.Contest.Peer.Title} |");
        return page.ToString();
    }

    /// <summary>A busy machine stretches both sides: then ratios are to be read, not times.</summary>
    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[2];

    private static string Processor() => File.ReadLines("/proc/cpuinfo").First(l => l.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();

    private static string Versions()
    {
        using var asked = Process.Start(new ProcessStartInfo("dpkg-query", ["-W", "-f", "${Package} ${Version}, ", "r-base-core", "r-cran-psych", "r-cran-lme4", "r-cran-erm", "r-cran-readxl", "python3-scipy", "python3-pandas", "liblemon-dev"]) { RedirectStandardOutput = true })!;
        return asked.StandardOutput.ReadToEnd().TrimEnd(',', ' ');
    }
}
