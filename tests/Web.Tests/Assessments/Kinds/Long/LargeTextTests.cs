using System.Globalization;
using System.Text;
using Stupeni.Imports.Reading;
using Stupeni.Imports.Reading.Texts;

namespace Stupeni.Assessments.Kinds.Long;

/// <summary>The file on the disk, read in blocks by several readers, says what the same rows say one by one.</summary>
public sealed class LargeTextTests : IDisposable
{
    private static readonly LongColumns Columns = new(1, 5, 6) { Procedure = 0, School = 2, Class = 3, Variant = 4 };

    private readonly string path = Path.GetTempFileName();

    [Theory]
    [InlineData(1, 60_000, ",", "\n", false)]
    [InlineData(2, 60_000, ";", "\r\n", true)]
    [InlineData(3, 3, "\t", "\n", true)]
    [InlineData(4, 40_000, ",", "\n", true)]
    public void Blocks_and_rows_give_the_same(int seed, int scores, string separator, string end, bool shuffled)
    {
        var rows = Rows(seed, scores, separator, shuffled);
        var header = string.Join(separator, "Работа", "Код участника", "Код ОО", "Класс", "Вариант", "Задание", "Балл");
        File.WriteAllText(path, header + end + string.Join(end, rows.Select(r => string.Join(separator, r.Select((c, at) => Quoted(c, separator, (at + r[1].Length) % 7 == 0))))), seed == 2 ? CodePagesEncodingProvider.Instance.GetEncoding(1251)! : Encoding.UTF8);

        var read = LongScores.Of(LargeText.Open(path), Columns, TestContext.Current.CancellationToken);
        var asked = LongScores.Of(rows.Select((r, at) => new GridRow(at + 2, r)), Columns, TestContext.Current.CancellationToken);
        Assert.Equal(Written(asked), Written(read));
        Assert.Equal((rows.Length, 0), (read.Rows - 1, read.Short));
    }

    [Fact]
    public void A_quote_in_a_cell_is_part_of_it()
    {
        var read = LongScores.Of([new GridRow(2, ["ВПР", "\"17", "450101", "6\"А\"", "1", "1", "2"])], Columns, TestContext.Current.CancellationToken);
        Assert.Equal(("\"17", "6\"А\"", (byte)2), (read.Encoding.GetString(read.Forms[0].Codes[0]), read.Text(read.Forms[0].Classes[0]), read.Forms[0].Score(0, 0)));
    }

    [Fact]
    public void A_line_is_read_whatever_its_numbers_and_what_follows_them()
    {
        File.WriteAllText(path, "Работа,Код,ОО,Класс,Вариант,Задание,Балл,Эксперт\r\nР,1,2,6А,1,1,2,х\r\nР,1,2,6А,1,2,12,\r\nР,1,2,6А,1,03,1\r\nР,1,2,6А,1,0,1\r\nР,1,2,6А,1,112,3\r\nР,1,2,6А,1,5,07\r\nР,1,2,6А,1,6,123\r\nР,1,2,6А,1,7,9");
        var form = LongScores.Of(LargeText.Open(path), Columns, TestContext.Current.CancellationToken).Forms[0];
        Assert.Equal(["1=2", "2=12", "03=1", "0=1", "112=3", "5=7", "6=123", "7=9"], Enumerable.Range(0, form.Tasks.Count).Select(t => $"{Encoding.UTF8.GetString(form.Tasks[t])}={(form.Odd.TryGetValue((0, t), out var odd) ? odd : form.Score(0, t))}"));
    }

    [Fact]
    public void A_link_to_a_file_is_the_file()
    {
        File.WriteAllText(path, "Работа,Код участника,Код ОО,Класс,Вариант,Задание,Балл\nВПР,1,2,6А,1,1,2\n");
        var link = path + "-link";
        File.CreateSymbolicLink(link, path);
        Assert.Equal(1, LongScores.Of(LargeText.Open(link), Columns, TestContext.Current.CancellationToken).Forms[0].Count);
        File.Delete(link);
    }

    [Fact]
    public void A_line_that_lacks_fields_is_counted_and_named()
    {
        File.WriteAllText(path, "Работа,Код участника,Код ОО,Класс,Вариант,Задание,Балл\nВПР,1,2,6А,1,1,2\nВПР,1\n\nВПР,1,2,6А,1,2,2\n");
        var read = LongScores.Of(LargeText.Open(path), Columns, TestContext.Current.CancellationToken);
        Assert.Equal((1, 3), (read.Short, read.FirstShort));
        Assert.Equal((1, 2), (read.Forms[0].Count, read.Forms[0].Tasks.Count));
    }

    [Fact]
    public void A_file_that_is_no_table_is_refused()
    {
        File.WriteAllBytes(path, [.. "Работа,Код участника,Код ОО,Класс,Вариант,Задание,Балл\n"u8, .. new byte[3 << 20].Select(_ => (byte)'x')]);
        Assert.ThrowsAny<Exception>(() => LongScores.Of(LargeText.Open(path), Columns, TestContext.Current.CancellationToken));
        File.WriteAllBytes(path, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Работа;Балл\n1;2\n")]);
        Assert.Throws<Unreadable>(() => LargeText.Open(path));
    }

    public void Dispose() => File.Delete(path);

    private static string[][] Rows(int seed, int scores, string separator, bool shuffled)
    {
        var dice = new Random(seed);
        string[] odd = ["", "0,5", "много", "127", "-1", "10"];
        var rows = Enumerable.Range(0, scores).Select(i =>
        {
            var (person, task) = (i / 15, i % 15);
            var score = dice.Next(50) == 0 ? odd[dice.Next(odd.Length)] : (dice.Next(4)).ToString(CultureInfo.InvariantCulture);
            return new[] { person % 3 == 0 ? "ВПР «Ма»" : "ВПР Ру", $"00{person / 3 + 60000}", $"4501{person % 20:00}", $"{person % 9 + 1}А", $"{person % 2}", task == 14 ? "1К1" : $"{task + 1}", separator == "," ? score.Replace(',', '.') : score };
        }).ToArray();
        if (shuffled) dice.Shuffle(rows);
        return rows;
    }

    private static string Quoted(string cell, string separator, bool always) => always || cell.Contains(separator, StringComparison.Ordinal) ? $"\"{cell}\"" : cell;

    /// <summary>Everything that was read, in an order of its own.</summary>
    private static List<string> Written(LongScores scores) => [.. scores.Forms.SelectMany(form => Enumerable.Range(0, form.Count).Select(line => string.Join('|',
    [
        form.Name, scores.Encoding.GetString(form.Codes[line]), scores.Text(form.Schools[line]), scores.Text(form.Classes[line]), $"{form.Variants[line]}", $"{form.Rows[line]}",
        .. Enumerable.Range(0, form.Tasks.Count).Select(t => scores.Encoding.GetString(form.Tasks[t]) + "=" + (form.Score(line, t) is not LongForm.Missing and var score ? $"{score}" : form.Odd.GetValueOrDefault((line, t), ""))).Order(StringComparer.Ordinal),
    ]))).Order(StringComparer.Ordinal)];
}
