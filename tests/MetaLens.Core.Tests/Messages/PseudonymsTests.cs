using MetaLens.Messages;
using Xunit;

namespace MetaLens.Core.Tests.Messages;

public sealed class PseudonymsTests
{
    static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void Five_thousand_people_get_five_thousand_names_none_of_them_their_own()
    {
        var actors = ActorsOf(Enumerable.Range(0, 5000).Select(i => $"person {i}"));
        var names = Pseudonyms.For(actors, Key);
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(names.Intersect(actors.Names.ToArray()));
    }

    [Fact]
    public void The_same_name_and_key_give_the_same_pseudonym_in_any_log_and_another_key_another()
    {
        var alone = Pseudonyms.For(ActorsOf(["anna"]), Key)[0];
        var inCompany = Pseudonyms.For(ActorsOf(["bert", "carl", "anna"]), Key)[2];
        Assert.Equal(alone, inCompany);
        Assert.NotEqual(alone, Pseudonyms.For(ActorsOf(["anna"]), Pseudonyms.NewKey())[0]);
    }

    [Fact]
    public void A_short_key_is_refused() => Assert.Throws<ArgumentException>(() => Pseudonyms.For(ActorsOf(["anna"]), new byte[15]));

    // Everybody writes to himself, in turn.
    static Actors ActorsOf(IEnumerable<string> names)
    {
        var builder = new MessageLogBuilder();
        foreach (var (second, name) in names.Index())
        {
            var actor = builder.Actor(name);
            builder.Add(new MessageRecord { SentAt = second * 1000L, Sender = actor, Recipients = [actor] });
        }
        return builder.Build().Actors;
    }
}
