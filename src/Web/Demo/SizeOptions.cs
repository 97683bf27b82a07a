using System.CommandLine;

namespace Stupeni.Demo;

/// <summary>How large an invented region is to be, as options of a command.</summary>
internal sealed class SizeOptions
{
    private static readonly SampleSize Usual = new();

    private readonly Option<int> schools = new("--schools") { Description = "Школ", DefaultValueFactory = _ => Usual.Schools };
    private readonly Option<int> municipalities = new("--municipalities") { Description = "Муниципалитетов", DefaultValueFactory = _ => Usual.Municipalities };
    private readonly Option<int> pupils = new("--pupils") { Description = "Обучающихся с 1 по 11 класс", DefaultValueFactory = _ => Usual.Pupils };
    private readonly Option<ulong> seed = new("--seed") { Description = "Зерно случайности: одно зерно даёт одни и те же файлы", DefaultValueFactory = _ => Usual.Seed };
    private readonly Option<int> years = new("--years") { Description = $"Учебных лет по {SampleSize.LastYear}", DefaultValueFactory = _ => Usual.Years };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { schools, municipalities, pupils, seed, years }) command.Options.Add(option);
    }

    public SampleSize Of(ParseResult parsed) =>
        new SampleSize(parsed.GetValue(schools), parsed.GetValue(municipalities), parsed.GetValue(pupils), parsed.GetValue(seed), parsed.GetValue(years)).Checked();
}
