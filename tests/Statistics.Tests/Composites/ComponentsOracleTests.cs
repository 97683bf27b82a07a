namespace Stupeni.Statistics.Composites;

public class ComponentsOracleTests
{
    [Fact]
    public void Components_and_the_index_of_California_agree_with_R()
    {
        var oracle = Oracle.Json("pca-caschools.json");
        string[] names = [.. oracle.GetProperty("vars").EnumerateArray().Select(v => v.GetString()!)];
        var table = new double[420, names.Length];
        for (var j = 0; j < names.Length; j++)
        {
            var column = Oracle.Column(Oracle.Csv("caschools.csv", c => c == names[j]), 0);
            for (var i = 0; i < column.Length; i++)
            {
                table[i, j] = column[i];
            }
        }

        var fit = PrincipalComponents.Of(table);
        Oracle.Near(oracle.Numbers("eigenvalues"), fit.Eigenvalues, 1e-10);
        Oracle.Near(oracle.Numbers("explained"), fit.Explained, 1e-10);
        Oracle.Near(oracle.Matrix("rotation"), fit.Loadings, 1e-8);
        var scores = oracle.Matrix("scores20");
        for (var i = 0; i < 20; i++)
        {
            for (var j = 0; j < names.Length; j++)
            {
                Oracle.Near(scores[i, j], fit.Scores[i, j], 1e-8);
            }
        }

        var index = StandardizedIndex.Of(table, [.. names.Select(_ => Direction.HigherIsBetter)], Weighting.FirstComponent);
        Oracle.Near(oracle.Numbers("index_z_pc1_20"), [.. index.Values.Take(20).Select(v => v.Value)], 1e-8);
    }
}
