using MetaLens.Testing;
using Xunit;

namespace MetaLens.Cli.Tests;

public class EvaluateTests
{
    static string Sample(string name) => Path.Combine(SharedData.Root, "data", "samples", name);

    [Theory]
    [InlineData("contacts", "village/messages.csv", "village/ties.csv", 0.6)]
    [InlineData("closeness", "village/messages.csv", "village/ties.csv", 0.6)]
    [InlineData("groups", "village/messages.csv", "village/groups.csv", 0.7)]
    [InlineData("zones", "village/messages.csv", "village/zones.csv", 0.5)]
    [InlineData("rhythm", "village/messages.csv", "village/zones.csv", 0.5)]
    [InlineData("events", "village/messages.csv", "village/events.csv", 0.0)]
    [InlineData("attribute", "company/messages.csv", "company/groups.csv", 0.6)]
    [InlineData("roles", "company/messages.csv", "company/managers.csv", 0.8)]
    public async Task An_answer_is_scored_against_labels_well_above_chance(string question, string messages, string labels, double least)
    {
        var run = await Cli.Run("evaluate", question, Sample(messages), "--labels", Sample(labels), "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(("metalens/evaluate/1", question), (run.Json.GetProperty("schema").GetString(), run.Json.GetProperty("question").GetString()));
        double Number(string field) => run.Json.GetProperty(field).GetDouble();
        Assert.InRange(Number("value"), Math.Max(least, Number("chance")), 1);
        Assert.InRange(Number("value"), Number("low"), Number("high"));
        Assert.True(Number("subjects") > 0);
        Assert.Equal(System.Text.Json.JsonValueKind.Object, run.Json.GetProperty("also").ValueKind);
    }

    [Theory]
    [InlineData("actor,group\nP1,x\n", ":1: found no column 'label'")]
    [InlineData("actor,label\nP1\n", ":2: found 1 value(s)")]
    [InlineData("actor,label\nP1,\n", ":2: found an empty value")]
    [InlineData("actor,label\n", ":2: found no row")]
    public async Task A_label_file_that_is_wrong_is_named_with_its_line(string text, string expected)
    {
        using var folder = new TemporaryFolder();
        var run = await Cli.Run("evaluate", "groups", Sample("village/messages.csv"), "--labels", folder.File("labels.csv", text));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("labels.csv" + expected, run.Error);
    }

    [Fact]
    public async Task A_benchmark_without_data_says_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        var run = await Cli.Run("evaluate", "--benchmark", folder.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("manufacturing: not below", run.Error);
        Assert.Contains("| sealed sender, messages until named, published count | simulated |", run.Output);
    }

    [Fact]
    public async Task A_benchmark_with_one_data_set_is_done_although_another_is_missing_and_names_that()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "collegemsg"));
        var random = new Random(1);
        var lines = Enumerable.Range(0, 3000).Select(i => (From: random.Next(24), Step: 1 + random.Next(5), Time: 1082040961 + (i * 600))).Select(m => $"{m.From} {(m.From + m.Step) % 24} {m.Time}\n");
        folder.File("collegemsg/CollegeMsg.txt", string.Concat(lines));
        var run = await Cli.Run("evaluate", "--benchmark", folder.Path, "--data", "collegemsg", "--data", "manufacturing");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("manufacturing: not below", run.Error);
        Assert.Contains("| who talks to whom at a relay, first guess | collegemsg | 24 |", run.Output);
        Assert.Contains("## What beats each attack: CollegeMsg", run.Output);
        Assert.DoesNotContain("simulated", run.Output);
    }
}
