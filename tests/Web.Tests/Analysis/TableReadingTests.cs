using System.Text;
using System.Text.Json;
using Stupeni.Statistics;

namespace Stupeni.Analysis;

/// <summary>The same numbers however the file was written; and what is wrong with a file is told at its place.</summary>
public sealed class TableReadingTests : IDisposable
{
    private const string Plain = "балл,часы,класс\n1.5,2,А\n2.5,1,Б\n4,3,А\n3,5,Б\n5.25,4,А\n";

    private static readonly Encoding Windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    private readonly Cli cli = new();

    public static TheoryData<string, byte[]> Ways() => new()
    {
        { "plain", Encoding.UTF8.GetBytes(Plain) },
        { "byte order mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Plain)] },
        { "semicolons and decimal commas", Encoding.UTF8.GetBytes(Plain.Replace(',', ';').Replace('.', ',')) },
        { "Windows-1251 with carriage returns", Windows1251.GetBytes(Plain.Replace(',', ';').Replace('.', ',').Replace("\n", "\r\n")) },
        { "UTF-16 with tabs", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Plain.Replace(',', '\t'))] },
        { "quotes and spaces", Encoding.UTF8.GetBytes("\"балл\", часы ,класс\n\"1,5\",2,А\n 2.5 ,1,Б\n\n\"4\",3,А\n3.0,+5,Б\n5.25,4e0,А\n") },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_table_is_read_whatever_wrote_it(string way, byte[] content)
    {
        var found = await cli.Json("stats", "ols", cli.Write("t.csv", content), "--outcome", "балл", "--predictors", "часы,класс");
        var expected = await cli.Json("stats", "ols", cli.Write("p.csv", Plain), "--outcome", "балл", "--predictors", "часы,класс");
        Assert.True(expected.At("coefficients").Column("estimate").SequenceEqual(found.At("coefficients").Column("estimate")), way);
        Assert.Equal(["(Intercept)", "часы", "классБ"], found.At("coefficients").Words("name"));
    }

    [Fact]
    public async Task Two_columns_of_decimal_commas_are_two_columns()
    {
        var found = await cli.Json("stats", "pca", cli.Write("t.csv", "a;b\n1,5;2,5\n2,25;1,75\n3,5;−4,5\n1 234,5;2\n"));
        Assert.Equal(["a", "b"], found.At("columns").Words());
        Assert.Equal(4, found.Number("n"));
    }

    [Fact]
    public async Task Missing_cells_are_empty_or_NA_and_columns_of_words_are_left_out()
    {
        var file = cli.Write("t.csv", "id,name,x,y,z\n1,a,1,2,\n2,b,NA,1,\n3,c,3,,\n4,d,2,2,\n5,e,5,4,\n6,f,4,6,\n");
        var found = await cli.Json("stats", "pca", file);
        Assert.Equal(["id", "x", "y"], found.At("columns").Words());
        Assert.Equal([1, 4, 5, 6], found.Numbers("rows"));
        Assert.Contains(found.At("warnings").Words(), w => w.Contains("«z»", StringComparison.Ordinal));

        var slip = await cli.Json("stats", "pca", cli.Write("s.csv", "x,y,w\n1,2,1\n2,1,2x\n3,5,3\n4,4,4\n"));
        Assert.Equal(["x", "y"], slip.At("columns").Words());
        Assert.Contains(slip.At("warnings").Words(), w => w.Contains("«w»", StringComparison.Ordinal) && w.Contains("строка 3", StringComparison.Ordinal) && w.Contains("2x", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_that_is_too_short_lacks_its_last_cells_and_row_names_of_R_are_no_column()
    {
        var found = await cli.Json("stats", "pca", cli.Write("t.csv", "x,y\n1,2\n2\n3,1\n4,5\n"));
        Assert.Equal([1, 3, 4], found.Numbers("rows"));
        Assert.NotEmpty(found.At("warnings").Words());
        Assert.Equal(["x", "y"], (await cli.Json("stats", "pca", cli.Write("r.csv", "\"x\",\"y\"\n\"1\",1,2\n\"2\",2,5\n\"3\",4,1\n"))).At("columns").Words());
        Assert.Equal(["x", "y"], (await cli.Json("stats", "pca", cli.Write("n.csv", "\"\",\"x\",\"y\"\n\"1\",1,2\n\"2\",2,5\n\"3\",4,1\n"))).At("columns").Words());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x,y\n")]
    [InlineData("x,y\n1,2\n2,3,9\n")]
    [InlineData("x,x\n1,2\n2,3\n")]
    [InlineData("x,y\nа,б\nв,г\n")]
    [InlineData("x,y\n\"1,2\n2,3\n")]
    public async Task A_file_that_is_no_table_of_numbers_is_refused(string content)
    {
        var errors = await cli.Refused(1, "stats", "pca", cli.Write("t.csv", content));
        Assert.All(errors, e => Assert.Equal("t.csv", e.Text("file")));
        Assert.All(errors, e => Assert.NotEmpty(e.Text("mend")));
    }

    [Fact]
    public async Task Unknown_columns_are_all_named_with_those_there_are()
    {
        var file = cli.Write("t.csv", Plain);
        var errors = await cli.Refused(1, "stats", "alpha", file, "--columns", "балл,час,клас");
        Assert.Equal(["час", "клас"], errors.Select(e => e.Text("column")));
        Assert.All(errors, e => Assert.Contains("балл, часы, класс", e.Text("mend"), StringComparison.Ordinal));
        Assert.Equal("нет", (await cli.Refused(1, "stats", "mixed", file, "--outcome", "балл", "--group", "нет"))[0].Text("column"));
        Assert.Equal("нет", (await cli.Refused(1, "stats", "ols", file, "--outcome", "балл", "--predictors", "нет"))[0].Text("column"));
    }

    [Fact]
    public async Task A_word_among_numbers_is_told_with_its_row_and_value()
    {
        var error = (await cli.Refused(1, "stats", "alpha", cli.Write("t.csv", "x,y\n1,2\n2,много\n3,1\n"), "--columns", "x,y"))[0];
        Assert.Equal((3, "y", "много"), (error.GetProperty("row").GetInt32(), error.Text("column"), error.Text("value")));
    }

    [Fact]
    public async Task An_infinity_is_refused_and_no_answer_holds_what_is_no_number()
    {
        var error = (await cli.Refused(1, "stats", "pca", cli.Write("t.csv", "x,y\n1,2\n2,Inf\n3,1\n")))[0];
        Assert.Equal((3, "y"), (error.GetProperty("row").GetInt32(), error.Text("column")));
        foreach (var command in new[] { "alpha", "factor", "pca" })
        {
            var (_, output, _) = await cli.Run("stats", command, cli.Write("u.csv", "x,y,z\n1,2,5\n2,4,1\n3,6,2\n4,8,2\n5,10,7\n6,12,3\n"), "--json");
            Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", output, StringComparison.Ordinal);
            Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(output).RootElement.ValueKind);
        }
    }

    [Fact]
    public async Task A_matrix_may_be_half_empty_unnamed_or_in_another_order()
    {
        var whole = await Factor("v,a,b,c,d\na,1,0.5,0.4,0.3\nb,0.5,1,0.45,0.35\nc,0.4,0.45,1,0.25\nd,0.3,0.35,0.25,1\n");
        foreach (var same in new[]
        {
            "a,b,c,d\n1,0.5,0.4,0.3\n0.5,1,0.45,0.35\n0.4,0.45,1,0.25\n0.3,0.35,0.25,1\n",
            "v,a,b,c,d\na,1,,,\nb,0.5,1,,\nc,0.4,0.45,1,\nd,0.3,0.35,0.25,1\n",
            "v;a;b;c;d\nb;0,5;1;0,45;0,35\na;1;0,5;0,4;0,3\nc;0,4;0,45;1;0,25\nd;0,3;0,35;0,25;1\n",
        })
            Assert.Equal(whole.Numbers("uniquenesses"), (await Factor(same)).Numbers("uniquenesses"));

        Assert.Equal(["a", "c", "d"], (await Factor("v,a,b,c,d\na,1,0.5,0.4,0.3\nb,0.5,1,0.45,0.35\nc,0.4,0.45,1,0.25\nd,0.3,0.35,0.25,1\n", "--columns", "a,c,d")).At("columns").Words());
        foreach (var wrong in new[] { "a,b\n1,0.5\n", "v,a,b\na,1,0.5\nx,0.5,1\n", "a,b\n1,0.5\n0.4,1\n", "a,b\n1,1.5\n1.5,1\n", "a,b\n0,0\n0,1\n", "a,b\n1,\n,1\n" })
            await cli.Refused(1, "stats", "factor", cli.Write("m.csv", wrong), "--correlations", "--n", "100", "--factors", "1");

        Task<JsonElement> Factor(string content, params string[] more) => cli.Json(["stats", "factor", cli.Write("m.csv", content), "--correlations", "--n", "100", "--factors", "1", .. more]);
    }

    public void Dispose() => cli.Dispose();
}
