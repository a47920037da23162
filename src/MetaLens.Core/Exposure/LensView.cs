using MetaLens.Attacks.StatisticalDisclosure;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using NodaTime;

namespace MetaLens.Exposure;

/// <summary>An observation with what several questions infer from it, inferred once. Holds nothing of the truth.</summary>
public sealed class LensView
{
    const int CoarseNeighbours = 10;
    static readonly Duration LongestReply = Duration.FromHours(4);

    readonly Lazy<PairScores> _contacts;
    readonly Lazy<CommunicationGraph> _ties;
    readonly Lazy<bool[]> _occurs;

    /// <summary>Makes the view; nothing is inferred before it is asked for.</summary>
    /// <param name="seen">What the observer has.</param>
    /// <param name="halfTime">The instant that parts the log in two halves, Unix milliseconds; public knowledge.</param>
    /// <param name="seed">Seed of everything random in the inferences.</param>
    /// <param name="stop">Stops them.</param>
    public LensView(Observation seen, long halfTime, int seed, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        Seen = seen;
        Talk = seen.Restrict(ObservationWindow.Communication);
        HalfTime = halfTime;
        Seed = seed;
        _contacts = new(() => ContactDisclosure.Scores(AllVisible ? Talk : seen, Options(seen), stop));
        _ties = new(() => AllVisible ? GraphBuilder.Undirected(Talk) : Recovered(seen.PartyCount, _contacts.Value));
        _occurs = new(Occurring);
        for (var i = 0; i < Talk.Count; i++)
        {
            var (from, to) = (Talk.Sender[i] >= 0, Talk.RecipientOffset[i + 1] > Talk.RecipientOffset[i]);
            if (from) SenderRows++;
            if (to) RecipientRows++;
            if (from && to) FullRows++;
        }
    }

    /// <summary>The observation, all its rows.</summary>
    public Observation Seen { get; }

    /// <summary>Its rows that communicate, as far as the observer can tell: without reactions, receipts and membership where kinds are visible.</summary>
    public Observation Talk { get; }

    /// <summary>The instant that parts the log in two halves, Unix milliseconds.</summary>
    public long HalfTime { get; }

    /// <summary>Seed of everything random in the inferences.</summary>
    public int Seed { get; }

    /// <summary>Rows whose sender is visible.</summary>
    public int SenderRows { get; }

    /// <summary>Rows with a visible recipient.</summary>
    public int RecipientRows { get; }

    /// <summary>Rows with both ends visible.</summary>
    public int FullRows { get; }

    /// <summary>Whether every row that names anybody names both ends.</summary>
    public bool AllVisible => FullRows > 0 && FullRows == Math.Max(SenderRows, RecipientRows);

    /// <summary>Whether nobody is named in any row.</summary>
    public bool NobodyVisible => SenderRows == 0 && RecipientRows == 0;

    /// <summary>Whether identifiers are changed from time to time.</summary>
    public bool Rotates => Seen.Lens.Protections.OfType<RotateIdentifiers>().Any();

    /// <summary>Who seems to talk with whom: counted where both ends are visible, disclosed where they are not.</summary>
    public PairScores Contacts => _contacts.Value;

    /// <summary>The undirected tie graph as far as it is visible or could be recovered.</summary>
    public CommunicationGraph Ties => _ties.Value;

    /// <summary>Whether each party occurs in any row.</summary>
    public ReadOnlySpan<bool> Occurs => _occurs.Value;

    /// <summary>
    /// Whether another view shows the same rows of communication behind the same protections. Encryption of what was said is no difference where no record tells kinds: nothing is inferred from words. O(rows).
    /// </summary>
    public bool ShowsTheSameAs(LensView other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (HalfTime, Seed, Talk.TimeBasis, Talk.PartyCount) == (other.HalfTime, other.Seed, other.Talk.TimeBasis, other.Talk.PartyCount)
            && InForce(Seen.Lens).SequenceEqual(InForce(other.Seen.Lens))
            && Talk.SeenAt.SequenceEqual(other.Talk.SeenAt) && Talk.Sender.SequenceEqual(other.Talk.Sender)
            && Talk.RecipientOffset.SequenceEqual(other.Talk.RecipientOffset) && Talk.Recipient.SequenceEqual(other.Talk.Recipient)
            && Talk.Size.SequenceEqual(other.Talk.Size) && Talk.Conversation.SequenceEqual(other.Talk.Conversation)
            && Talk.Kind.SequenceEqual(other.Talk.Kind) && Talk.CallSeconds.SequenceEqual(other.Talk.CallSeconds);

        static IEnumerable<Protection> InForce(Lens lens) => lens.Protections.Where(p => p is not EncryptContent);
    }

    // Where times are so coarse that a step holds every reply, order inside a step is lost, and looking at more of it finds no more.
    static ContactDisclosureOptions Options(Observation seen)
    {
        var options = new ContactDisclosureOptions();
        return seen.Lens.Protections.OfType<RoundTime>().Any(r => r.Step >= LongestReply) ? options with { NeighbourRows = CoarseNeighbours } : options;
    }

    // A pair counts as a tie where the attack expects at least half a message, and weighs as many messages as it expects.
    static CommunicationGraph Recovered(int parties, PairScores contacts) =>
        TieList.ToGraph(parties, contacts.Ranked.Where(p => p.Score >= 0.5).Select(p => new Tie(p.A.Index, p.B.Index, Math.Max(1, (int)Math.Round(p.Score)), 0, 0, 0)));

    bool[] Occurring()
    {
        var occurs = new bool[Seen.PartyCount];
        foreach (var s in Talk.Sender) if (s >= 0) occurs[s] = true;
        foreach (var r in Talk.Recipient) occurs[r] = true;
        return occurs;
    }
}
