using MetaLens.Attacks;
using MetaLens.Exposure;
using MetaLens.Exposure.Evaluations;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Synthesis;
using Xunit;

namespace MetaLens.Core.Tests.Exposure;

public class AttackDefencesTests
{
    static readonly Lazy<IReadOnlyDictionary<string, DefendedAttack>> Measured = new(() =>
    {
        var village = PopulationGenerator.Generate(new PopulationOptions { Actors = 60, Days = 25, Seed = 5 }).Log;
        var (group, links) = Group();
        return AttackDefences.Measure(village, stop: TestContext.Current.CancellationToken).Where(a => a.Attack != "replies")
            .Concat(AttackDefences.Measure(group, replies: links, only: new HashSet<string> { "replies" }, stop: TestContext.Current.CancellationToken)).ToDictionary(a => a.Attack);
    });

    public static TheoryData<string> Ids => [.. AttackCatalog.All.Select(a => a.Card.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_attack_of_the_catalogue_works_undefended_and_has_a_measured_defence_that_beats_it(string id)
    {
        var attack = Measured.Value[id];
        Assert.Null(attack.Reason);
        Assert.True(attack.Undefended.Low > attack.Undefended.Chance, $"{attack.Undefended}");
        var best = attack.BeatenBy;
        Assert.True(best is not null, $"{attack.Undefended}, at best {attack.Defences[0].Text} {attack.Defences[0].Score}");
        Assert.InRange(best.AboveChance, 0, attack.Defences[^1].AboveChance);
    }

    [Fact]
    public void A_defence_is_named_only_where_it_leaves_less_than_there_was() =>
        Assert.All(Measured.Value.Values.SelectMany(a => a.Defences, (a, d) => (Attack: a, Defence: d)).Where(x => x.Defence.Outcome == DefenceOutcome.Weaker),
            x => Assert.True(x.Defence.Score.High < x.Attack.Undefended.Low || x.Defence.Score.Chance != x.Attack.Undefended.Chance));

    // By hand: of two that weaken it and one that beats it, the last is named, and of the two alone none.
    [Fact]
    public void What_only_weakens_an_attack_does_not_beat_it()
    {
        var score = new MetricEstimate("hits", 0.5, 0.4, 0.6, 0.01, 30);
        Defence Tried(string text, DefenceOutcome outcome) => new(text, score, outcome, ProtectionCost.None, 0);
        Defence weak = Tried("round=1h", DefenceOutcome.Weaker), holds = Tried("pad=160", DefenceOutcome.Holds), beats = Tried("hide=sender", DefenceOutcome.Beaten);
        Assert.Null(new DefendedAttack("disclosure", "none", score, [weak, holds], null).BeatenBy);
        Assert.Equal("hide=sender", new DefendedAttack("disclosure", "none", score, [beats, weak, holds], null).BeatenBy!.Text);
    }

    [Fact]
    public void Replies_without_links_and_a_log_of_two_people_say_why_there_is_no_number()
    {
        var log = new MessageLogBuilder();
        log.Add(new MessageRecord { SentAt = 0, Sender = log.Actor("a"), Recipients = [log.Actor("b")], Size = 1 });
        var attacks = AttackDefences.Measure(log.Build(), stop: TestContext.Current.CancellationToken);
        Assert.Equal(AttackCatalog.All.Select(a => a.Card.Id), attacks.Select(a => a.Attack));
        Assert.All(attacks, a => Assert.NotNull(a.Reason));
        Assert.Contains("does not say", attacks.Single(a => a.Attack == "replies").Reason!, StringComparison.Ordinal);
    }

    // Two hundred exchanges of a group, ten minutes apart: a question, and twenty seconds later its answer.
    static (MessageLog Log, ReplyLinks Links) Group()
    {
        var log = new MessageLogBuilder();
        var labels = new List<LabelRow>();
        for (var i = 0; i < 200; i++)
        {
            Add($"q{i}", i % 7, i * 600);
            Add($"a{i}", (i + 1) % 7, (i * 600) + 20);
            labels.Add(new LabelRow(i + 2, ["club", $"q{i}", $"a{i}"]));
        }
        var built = log.Build();
        return (built, new ReplyLinks(built, new LabelTable("club", labels)));

        void Add(string id, int person, long second) =>
            log.Add(new MessageRecord { SentAt = second * 1000, Sender = log.Actor($"p{person}"), Recipients = [], Size = 1, Conversation = log.Conversation("club"), SourceId = id });
    }
}
