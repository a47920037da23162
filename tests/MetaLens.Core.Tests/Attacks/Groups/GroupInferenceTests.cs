using MetaLens.Attacks.Groups;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.Groups;

/// <summary>Groups of all from the groups of some.</summary>
public class GroupInferenceTests
{
    [Fact]
    public void Contacts_of_unknown_group_tell_when_a_known_member_talks_with_them_too()
    {
        // By hand: a (group 0) and x write to m, b (group 1) and y to n; x and y have no contact of known group.
        var (seen, party) = Ties("a>m", "x>m", "b>n", "y>n");
        var known = new int[seen.PartyCount];
        Array.Fill(known, -1);
        (known[party("a")], known[party("b")]) = (0, 1);
        var found = GroupInference.Infer(seen, GraphBuilder.Directed(seen), known, CancellationToken.None);
        Assert.Equal((0, 1), (found[party("x")], found[party("y")]));
    }

    [Fact]
    public void Who_is_addressed_together_with_a_known_member_is_of_the_same_group()
    {
        // By hand: the boss writes to a and x at once, then to b and y; nobody has another contact.
        var (seen, party) = Ties("boss>a,x", "boss>b,y");
        var known = new int[seen.PartyCount];
        Array.Fill(known, -1);
        (known[party("a")], known[party("b")]) = (0, 1);
        var found = GroupInference.Infer(seen, GraphBuilder.Directed(seen), known, CancellationToken.None);
        Assert.Equal((0, 1), (found[party("x")], found[party("y")]));
    }

    [Fact]
    public void Known_groups_stay_and_nobody_known_means_nobody_placed()
    {
        var (seen, party) = Ties("a>m", "x>m", "b>n");
        var known = Enumerable.Repeat(-1, seen.PartyCount).ToArray();
        Assert.All(GroupInference.Infer(seen, GraphBuilder.Directed(seen), known, CancellationToken.None), g => Assert.Equal(-1, g));
        known[party("a")] = 3;
        Assert.Equal(3, GroupInference.Infer(seen, GraphBuilder.Directed(seen), known, CancellationToken.None)[party("a")]);
        Assert.Throws<ArgumentException>(() => GroupInference.Infer(seen, GraphBuilder.Directed(seen), [0], CancellationToken.None));
    }

    [Fact]
    public void With_shuffled_labels_the_departments_of_email_Eu_are_placed_no_better_than_by_chance()
    {
        var seen = Lens.None.Observe(Logs.EmailEu());
        var party = Enumerable.Range(0, seen.PartyCount).ToDictionary(p => seen.NameOf(new PartyId(p)));
        var rows = File.ReadLines(SharedData.Path("data/email-eu-core/departments.csv")).Skip(1).Select(l => l.Split(',')).Where(f => party.ContainsKey(f[0])).ToArray();
        var names = rows.Select(f => f[1]).Distinct().Order(StringComparer.Ordinal).ToList();
        int[] people = [.. rows.Select(f => party[f[0]])], group = [.. rows.Select(f => names.IndexOf(f[1]))];
        Assert.InRange(Right(group), 0.73, 1);
        var dealt = group.ToArray();
        new Random(1).Shuffle(dealt);
        // Naming the largest group would be right for 9 %.
        Assert.InRange(Right(dealt), 0, 0.15);

        double Right(int[] labels)
        {
            var order = Enumerable.Range(0, people.Length).ToArray();
            new Random(2).Shuffle(order);
            var known = Enumerable.Repeat(-1, seen.PartyCount).ToArray();
            foreach (var i in order.Take(order.Length / 2)) known[people[i]] = labels[i];
            var found = GroupInference.Infer(seen, GraphBuilder.Directed(seen), known, TestContext.Current.CancellationToken);
            return order.Skip(order.Length / 2).Average(i => found[people[i]] == labels[i] ? 1.0 : 0);
        }
    }

    static (Observation Seen, Func<string, int> Party) Ties(params string[] messages)
    {
        var log = new MessageLogBuilder();
        for (var i = 0; i < messages.Length; i++)
        {
            var ends = messages[i].Split('>');
            log.Add(new MessageRecord { SentAt = i, Sender = log.Actor(ends[0]), Recipients = [.. ends[1].Split(',').Select(to => log.Actor(to))], Size = 1 });
        }
        var seen = Lens.None.Observe(log.Build());
        var party = Enumerable.Range(0, seen.PartyCount).ToDictionary(p => seen.NameOf(new PartyId(p)));
        return (seen, name => party[name]);
    }
}
