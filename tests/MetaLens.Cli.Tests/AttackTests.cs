using MetaLens.Attacks;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Cli.Tests;

public class AttackTests
{
    public static TheoryData<string> Ids => [.. AttackCatalog.All.Select(a => a.Card.Id)];

    static readonly string Village = Path.Combine(SharedData.Root, "data", "samples", "village", "messages.csv");

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Every_attack_gives_guesses_and_a_score_as_json(string id)
    {
        var run = await Cli.Run("attack", id, Village, "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal((id, "none"), (run.Json.GetProperty("attack").GetString(), run.Json.GetProperty("lens").GetString()));
        var first = run.Json.GetProperty("guesses")[0];
        Assert.Equal(["subject", "rank", "guess", "score"], first.EnumerateObject().Select(p => p.Name));
        foreach (var field in (string[])["metric", "value", "chance", "subjects"]) Assert.True(run.Json.TryGetProperty(field, out _), field);
    }

    [Fact]
    public async Task Disclosure_through_sealed_sender_beats_guessing()
    {
        var json = (await Cli.Run("attack", "disclosure", Village, "--lens", "signal-sealed", "--json")).Json;
        Assert.True(json.GetProperty("value").GetDouble() > 0.5 && json.GetProperty("chance").GetDouble() < 0.05);
    }

    [Fact]
    public async Task Attacks_are_listed_with_their_sources()
    {
        var json = (await Cli.Run("attack", "list", "--json")).Json;
        Assert.Equal(AttackCatalog.All.Select(a => a.Card.Id), json.GetProperty("attacks").EnumerateArray().Select(a => a.GetProperty("attack").GetString()));
    }
}
