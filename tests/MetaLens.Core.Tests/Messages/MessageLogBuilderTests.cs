using MetaLens.Messages;
using Xunit;

namespace MetaLens.Core.Tests.Messages;

public sealed class MessageLogBuilderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(86_400_000)]
    public void Messages_come_out_by_time_and_those_of_one_instant_in_the_order_they_went_in(long tick)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var builder = new MessageLogBuilder();
            var (anna, bert) = (builder.Actor("anna"), builder.Actor("bert"));
            var count = random.Next(3000);
            var times = new long[count];
            for (var i = 0; i < count; i++)
            {
                times[i] = 1_700_000_000_000 + (tick * random.Next(1 + random.Next(5000)));
                builder.Add(new MessageRecord { SentAt = times[i], Sender = anna, Recipients = [bert], Size = i });
            }
            var log = builder.Build();
            // LINQ's sort is stable: what the size says is where the message stood.
            Assert.Equal(Enumerable.Range(0, count).OrderBy(i => times[i]).ToArray(), log.Size.ToArray());
            Assert.Equal(times.Order().ToArray(), log.SentAt.ToArray());
        }
    }

    [Fact]
    public void Rows_stay_whole_when_they_are_put_in_order()
    {
        var random = new Random(7);
        var builder = new MessageLogBuilder();
        for (var i = 0; i < 2000; i++)
        {
            // Everything follows from the size, so that a mixed-up row shows.
            var recipients = Enumerable.Range(0, i % 4).Select(k => builder.Actor($"r{(i + k) % 50}")).ToArray();
            builder.Add(new MessageRecord
            {
                SentAt = random.Next(1000) * 1000L,
                Sender = builder.Actor($"s{i % 30}"),
                Recipients = recipients,
                Size = i,
                Conversation = i % 3 == 0 ? -1 : builder.Conversation($"c{i % 7}"),
                Kind = i % 5 == 0 ? MessageKind.Call : MessageKind.Text,
                CallSeconds = i % 5 == 0 ? i : -1,
                SourceId = $"m{i}",
            });
        }
        var log = builder.Build();
        for (var m = 0; m < log.Count; m++)
        {
            var i = log.Size[m];
            Assert.Equal($"s{i % 30}", log.Actors.Names[log.Sender[m]]);
            Assert.Equal(Enumerable.Range(0, i % 4).Select(k => $"r{(i + k) % 50}"), log.RecipientsOf(m).ToArray().Select(r => log.Actors.Names[r]));
            Assert.Equal(i % 3 == 0 ? null : $"c{i % 7}", log.Conversation[m] < 0 ? null : log.ConversationNames[log.Conversation[m]]);
            Assert.Equal(i % 5 == 0 ? MessageKind.Call : MessageKind.Text, log.Kind[m]);
            Assert.Equal(i % 5 == 0 ? i : -1, log.CallSeconds[m]);
            Assert.Equal($"m{i}", log.SourceIdOf(m));
        }
    }

    [Fact]
    public void Actors_are_numbered_as_they_appear_in_time_and_who_occurs_in_no_message_is_left_out()
    {
        var builder = new MessageLogBuilder();
        var (nobody, late, early, friend) = (builder.Actor("nobody"), builder.Actor("late"), builder.Actor("early"), builder.Actor("friend"));
        builder.Add(new MessageRecord { SentAt = 2000, Sender = late, Recipients = [early] });
        builder.Add(new MessageRecord { SentAt = 1000, Sender = early, Recipients = [friend] });
        Assert.Equal(0, nobody);
        Assert.Equal(["early", "friend", "late"], builder.Build().Actors.Names.ToArray());
    }

    [Fact]
    public void What_two_sources_both_hold_is_kept_as_often_as_the_source_that_holds_it_most()
    {
        var builder = new MessageLogBuilder();
        var (anna, bert) = (builder.Actor("anna"), builder.Actor("bert"));
        foreach (var copies in (int[])[2, 3])
        {
            builder.BeginSource();
            for (var i = 0; i < copies; i++) builder.Add(new MessageRecord { SentAt = 1000, Sender = anna, Recipients = [bert], Size = 5 });
        }
        Assert.Equal(3, builder.Build(out var removed).Count);
        Assert.Equal(2, removed);
    }

    [Fact]
    public void Messages_outside_the_window_are_counted_and_the_window_ends_before_its_end()
    {
        var builder = new MessageLogBuilder(from: 1000, to: 2000);
        var (anna, bert) = (builder.Actor("anna"), builder.Actor("bert"));
        foreach (var at in (long[])[999, 1000, 1999, 2000]) builder.Add(new MessageRecord { SentAt = at, Sender = anna, Recipients = [bert] });
        Assert.Equal(2, builder.OutsideWindow);
        Assert.Equal([1000, 1999], builder.Build().SentAt.ToArray());
    }

    [Fact]
    public void Handles_of_one_person_are_one_actor()
    {
        var builder = new MessageLogBuilder(sameAs: new Dictionary<string, string> { ["+4930123"] = "Anna" });
        Assert.Equal(builder.Actor("Anna"), builder.Actor("+4930123"));
    }

    [Fact]
    public void Indices_of_another_builder_and_impossible_sizes_are_refused()
    {
        var builder = new MessageLogBuilder();
        var anna = builder.Actor("anna");
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(new MessageRecord { SentAt = 0, Sender = 1, Recipients = [anna] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(new MessageRecord { SentAt = 0, Sender = anna, Recipients = [7] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(new MessageRecord { SentAt = 0, Sender = anna, Recipients = [anna], Size = -2 }));
        Assert.Throws<ArgumentException>(() => builder.Actor(""));
    }
}
