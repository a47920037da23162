using System.Collections;
using System.Globalization;
using MetaLens.Analyzers;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers;

/// <summary>What every analysis answers where there is next to nothing to analyse, as its card says.</summary>
public class OddLogTests
{
    static readonly string[] LogNames = ["empty", "one actor", "one message", "a message to oneself", "all at one instant"];

    // Rows and the first row's first twelve cells, each checked by hand against the card: empty log and an actor without a message | a wrote to b | a wrote to a | a>b, b>a, a>c, a>b at one instant.
    // A sum of ranks, a shared half-hour, a degree: all follow from four messages. PageRank of a>b: a = 0.075 + 0.425 b, a + b = 1, so b = 0.6491. Quiet window: opposite 01:45, the middle of the only half-hour.
    const string Answers = """
        ties | 0 | 1: a,b,1,1,0,0,2001-09-09T01:46:40Z,2001-09-09T01:46:40Z,1,1,1,1 | 0 | 2: a,b,3,2,1,0.5,2001-09-09T01:46:40Z,2001-09-09T01:46:40Z,1,0.75,1,1
        tie-strength | 0 | 1: a,b,1,1,1,1,100,–,1,1 | 0 | 2: a,b,3,1,1,1,300,–,0.866,3
        tie-habits | 0 | 0 | 0 | 0
        frequency | 0 | 2: a,1,0,1,1,7,–,–,–,–,– | 1: a,1,0,1,1,7,–,–,–,–,– | 3: a,3,1,1,3,21,0,0,–,–,–
        daily | 0 | 1: 2001-09-09,1,1,1 | 1: 2001-09-09,1,1,1 | 1: 2001-09-09,4,2,2
        rhythm | 0 | 168: Monday,0,0,0 | 168: Monday,0,0,0 | 168: Monday,0,0,0
        waking | 0 | 1: ,1,1,10.75,16.75,0,0,0,–,–,–,– | 1: ,1,1,10.75,16.75,0,0,0,–,–,–,– | 1: ,4,1,10.75,16.75,0,0,0,–,–,–,–
        periods | 0 | 1: ,1,8.7401,1.0414,0.9977,0.0906,–,– | 1: ,1,8.7401,1.0414,0.9977,0.0906,–,– | 1: ,4,8.7401,1.0414,0.9977,0.0906,–,–
        calendar | 0 | 0 | 0 | 0
        indicators | 0 | 2: a,1,–,1,–,–,–,1,1,–,–,– | 1: a,–,–,–,–,–,–,–,–,–,–,– | 3: a,1,–,2,–,–,–,1,1,–,–,–
        days | 0 | 2: a,2001-09-09,0,0,1,0,1,1,1,–,–, | 0 | 3: a,2001-09-09,0,0,3,1,2,1,0.75,–,–,
        weekmatrix | 0 | 4: a,2001-36,contacts-out,6,1,1 | 2: a,2001-36,contacts-out,6,1,1 | 10: a,2001-36,contacts-in,6,1,1
        ego-networks | 0 | 2: a,1,0,0,0,–,–,–,– | 0 | 3: a,2,1,0,0,0,0,1,1
        degree | 0 | 2: a,1,1,0,1,0,1 | 0 | 3: a,2,2,1,3,1,1
        pagerank | 0 | 2: b,0.6491,0.3509 | 0 | 3: a,0.4149,0.4865
        betweenness | 0 | 2: a,0 | 0 | 3: a,0.5
        closeness | 0 | 2: b,1,1,1 | 0 | 3: c,0.6667,0.6667,0.75
        eigenvector | 0 | 2: a,0.7071 | 0 | 3: a,0.7071
        structure | 15: actors_with_a_tie,0 | 15: actors_with_a_tie,2 | 15: actors_with_a_tie,0 | 15: actors_with_a_tie,3
        clustering | 0 | 2: a,0,0,0,0 | 0 | 3: a,0,0,0,0
        communities | 0 | 2: a,0,0,2,1 | 0 | 3: a,0,0,3,1
        community-changes | 0 | 0 | 0 | 1: 2001-09-09T01:46:40Z,2001-09-09T01:46:40Z,2001-09-09T01:46:40Z,2,1,1,1,1,1,1,1,1
        co-membership | 0 | 0 | 0 | 0
        roles | 0 | 2: a,member,1,0,1,1,0,0,1,1,0 | 1: a,member,1,0,0,–,–,0,–,0,– | 3: a,member,3,1,2,1,0.5,0.5,0.625,2,0
        leadership | 0 | 2: b,1,0.6491,0.3509,1,0,1,0,1,0,1,– | 0 | 3: a,1,0.4149,0.4865,1,3,1,2,2,0.5,1,–
        dispersion | 0 | 2: a,b,1,0,0,1,0,0,0 | 0 | 4: a,b,3,0,0,1,0,0,0
        backbone | 0 | 0 | 0 | 0
        reach | 0 | 6: 1,True,1,1,1,1 | 0 | 6: 1,True,0.5,0.9,0.6667,1
        motifs | 36: 1,1,01 21 01,star,0,– | 36: 1,1,01 21 01,star,0,– | 36: 1,1,01 21 01,star,0,– | 36: 1,1,01 21 01,star,0,–
        motif-roles | 0 | 0 | 0 | 0
        conversations | 0 | 1: 2001-09-09T01:46:40Z,0,1,0,a,b | 0 | 2: 2001-09-09T01:46:40Z,0,3,2,a,b
        threads | 0 | 0 | 0 | 0
        responses | 0 | 1: a,0,–,0,–,–,1,1 | 0 | 2: a,1,0,1,0,–,2,1
        events | 0 | 0 | 0 | 0
        journeys | 0 | 0 | 0 | 0
        holidays | 0 | 0 | 0 | 0
        forwards | 0 | 0 | 0 | 0
        signatures | 0 | 0 | 0 | 0
        unicity | 4: 1,1,–,–,–,0 | 4: 1,1,0,0,0,2 | 4: 1,1,1,1,1,1 | 4: 1,1,0,0,0,3
        anonymity | 6: 1s,–,–,–,–,–,–,0 | 6: 1s,1,1,–,0,1,1,1 | 6: 1s,1,1,–,0,1,1,1 | 6: 1s,2,1.7548,0.8113,0.415,1.25,0,4
        mix | 8: batch,10,–,–,–,0 | 8: batch,10,0,1,1,1 | 8: batch,10,0,1,1,1 | 8: batch,10,1.5,2.8284,0,4
        introductions | 0 | 0 | 0 | 0
        sizes | 0 | 1: a,1,100,100,100,1 | 1: a,1,100,100,100,1 | 2: a,3,300,100,100,0.3333
        kinds | 0 | 1: short text,100,100,1,1,1,0,0,–,unspecified,1 | 1: short text,100,100,1,1,1,0,0,–,unspecified,1 | 1: short text,100,100,4,1,2,0.5,0.5,–,unspecified,1
        directory | 0 | 0 | 0 | 0
        """;

    public static TheoryData<string, string> IdsAndLogs => [.. AnalysisCatalog.All.SelectMany(a => LogNames.Select(log => new TheoryDataRow<string, string>(a.Card.Id, log)))];

    [Theory, MemberData(nameof(IdsAndLogs))]
    public void An_analysis_gives_the_documented_answer(string id, string log)
    {
        var analysis = AnalysisCatalog.Find(id)!;
        var answers = Answers.Split('\n').Select(line => line.Split(" | ")).Single(cells => cells[0] == id);
        var table = analysis.Run(Seen(log), new AnalysisArguments(analysis), TestContext.Current.CancellationToken);
        Assert.Equal(answers[Math.Max(1, Array.IndexOf(LogNames, log))], table.Rows.Count == 0 ? "0" : $"{table.Rows.Count}: {string.Join(',', table.Rows[0].Take(12).Select(Text))}");
    }

    [Fact]
    public void Every_card_says_what_an_empty_log_and_messages_to_oneself_give() =>
        Assert.All(AnalysisCatalog.All, analysis =>
        {
            Assert.Contains("mpty log", analysis.Card.EdgeCases, StringComparison.Ordinal);
            Assert.Contains("oneself", analysis.Card.EdgeCases, StringComparison.Ordinal);
        });

    static Observation Seen(string log)
    {
        const long At = 1_000_000_000;
        if (log != "one actor")
            return log switch
            {
                "empty" => Logs.Seen(),
                "one message" => Logs.Seen(("a", "b", At)),
                "a message to oneself" => Logs.Seen(("a", "a", At)),
                _ => Logs.Seen(("a", "b", At), ("b", "a", At), ("a", "c", At), ("a", "b", At)),
            };
        var alone = new MessageLogBuilder();
        alone.Actor("a");
        return Lens.None.Observe(alone.Build());
    }

    static string Text(object? cell) => cell switch
    {
        null => "–",
        string text => text,
        double number => Math.Round(number, 4).ToString(CultureInfo.InvariantCulture),
        IEnumerable many => $"({string.Join(' ', many.Cast<object?>().Select(Text))})",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };
}
