using System.Text.Json;
using MetaLens.Analyzers.EgoNetworks;
using MetaLens.Core.Tests.Analyzers.Indicators;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.EgoNetworks;

public class ContactMatrixTests
{
    static ContactMatrix Matrix(string path, ContactUnit unit = ContactUnit.HalfHours)
    {
        var (ego, contacts) = BandicootFiles.Network(SharedData.Path(path));
        return ContactMatrix.Of(ego.Person, ContactCounts.Of(ego, unit), contacts.ToDictionary(c => c.Key, c => ContactCounts.Of(c.Value, unit)));
    }

    // bandicoot's own tests @86e5f192: 1/3 and 0.2645668, equal to networkx.
    [Fact]
    public void The_clustering_of_the_ego_of_the_network_is_bandicoots()
    {
        var matrix = Matrix("data/bandicoot/network/ego.csv");
        Assert.Equal(1 / 3.0, matrix.Clustering(), 1e-7);
        Assert.Equal(0.2645668, matrix.WeightedClustering(), 1e-7);
    }

    [Fact]
    public void The_matrix_and_the_clustering_of_the_sample_user_are_bandicoots()
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(SharedData.Path("truth/bandicoot/expected/extra.json")));
        var expected = truth.RootElement.GetProperty("sample_user");
        var matrix = Matrix("truth/bandicoot/sample_user/sample_user.csv");
        Assert.Equal(expected.GetProperty("matrix_index").EnumerateArray().Select(n => n.GetString()), matrix.Names);
        var rows = expected.GetProperty("matrix_directed_weighted").EnumerateArray().Select(r => r.EnumerateArray().Select(x => x.ValueKind == JsonValueKind.Null ? (long?)null : x.GetInt64()).ToList()).ToList();
        for (var i = 0; i < rows.Count; i++)
            for (var j = 0; j < rows.Count; j++) Assert.Equal(rows[i][j], matrix[i, j]);
        Assert.Equal(expected.GetProperty("clustering_unweighted").GetDouble(), matrix.Clustering(), 1e-9);
        Assert.Equal(expected.GetProperty("clustering_weighted").GetDouble(), matrix.WeightedClustering(), 1e-9);
        Assert.Equal(expected.GetProperty("clustering_weighted_call").GetDouble(), Matrix("truth/bandicoot/sample_user/sample_user.csv", ContactUnit.Calls).WeightedClustering(), 1e-9);
    }

    // bandicoot's own test: of the ego's contacts with a file of attributes none shares the gender or the id, all the rest.
    [Fact]
    public void The_assortativity_of_attributes_is_bandicoots()
    {
        var contacts = Matrix("data/bandicoot/network/ego.csv").Reciprocated.Select(c => $"data/bandicoot/attributes/{c}.csv").Where(f => File.Exists(Path.Combine(SharedData.Path("data/bandicoot/attributes"), Path.GetFileName(f)))).Select(Attributes).ToList();
        var found = Assortativity.OfAttributes(Attributes("data/bandicoot/attributes/ego.csv"), contacts);
        Assert.Equal(new Dictionary<string, double?> { ["individual_id"] = 0, ["gender"] = 0, ["is_subscriber"] = 1, ["age"] = 1 }, found);
        Assert.All(Assortativity.OfAttributes(Attributes("data/bandicoot/attributes/ego.csv"), []).Values, v => Assert.Null(v));

        static IReadOnlyDictionary<string, string> Attributes(string path) =>
            File.ReadAllLines(SharedData.Path(path)).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')).ToDictionary(f => f[0], f => f[1]);
    }

    // By hand: (1 − 3)² and (1 − 1)², mean 2; what is not defined does not count.
    [Fact]
    public void Assortativity_is_the_mean_squared_difference()
    {
        Assert.Equal(2, Assortativity.OfIndicator(1, [3, 1, double.NaN]));
        Assert.Equal(double.NaN, Assortativity.OfIndicator(1, []));
    }

    [Fact]
    public void Records_that_the_other_file_does_not_hold_are_left_out()
    {
        var ego = new PersonalRecords("ego", [new("a", 0, true, false, -1), new("a", 100_000, true, false, -1), new("b", 200_000, true, true, 5)]);
        var a = new PersonalRecords("a", [new("ego", 29_999, false, false, -1), new("ego", 130_000, false, false, -1)]);
        var (left, others) = PersonalRecords.Reciprocated(ego, new Dictionary<string, PersonalRecords> { ["a"] = a });
        Assert.Equal([0L, 200_000L], left.Records.Select(r => r.At));
        Assert.Equal([29_999L], others["a"].Records.Select(r => r.At));
    }

    // By hand: three people who all write to each other in one half hour; every pair is tied with weight 2, the largest.
    [Fact]
    public void Three_who_all_write_to_each_other_are_fully_clustered()
    {
        string[] names = ["a", "b", "c"];
        var counts = names.ToDictionary(n => n, n => ContactCounts.Of(new PersonalRecords(n, [.. names.Where(m => m != n).SelectMany(m => new[] { new PersonalRecord(m, 0, true, false, -1), new PersonalRecord(m, 1000, false, false, -1), new PersonalRecord(m, 2000, true, false, -1) })]), ContactUnit.HalfHours));
        var matrix = ContactMatrix.Of("a", counts["a"], counts);
        Assert.Equal((1.0, 1.0, 2L), (matrix.Clustering(), matrix.WeightedClustering(), matrix.Tie(1, 2)!.Value));
        Assert.Null(ContactMatrix.Of("a", counts["a"], new Dictionary<string, ContactCounts>())[1, 2]);
    }
}
