using MetaLens.Attacks.IdentifierLinking;
using MetaLens.Exposure;
using MetaLens.Exposure.Evaluations;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Cli.Benchmarks;

/// <summary>The same person under another identifier: halves of a log with everybody's drawn anew or only the one's in question, and one graph numbered twice.</summary>
static class IdentityRows
{
    const int LeastRows = 20;
    const string Redrawn = "same person, every pseudonym redrawn", Linking = "tuned on CollegeMsg and Manufacturing; people with 20 deliveries in both halves";
    const string KnownLinking = "tuned on CollegeMsg, Manufacturing and the Copenhagen texts; people with 20 deliveries in both halves";
    const string EmailEu = "email-eu-core", EmailEuFile = "email-eu-core/email-Eu-core-temporal.txt.gz";
    const string Renumbered = "who wrote to whom, renumbered at random and without times; the static release itself is not among the files";

    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new(Redrawn, EmailEu, "22.8 %", "52 % on closed data", 0.60, Linking, (d, s) => Everybody(d, EmailEu, EmailEuFile, s)),
        new(Redrawn, "manufacturing", "31.2 %", "–", 0.60, Linking, (d, s) => Everybody(d, "manufacturing", "manufacturing/communication.csv", s)),
        new(Redrawn, "copenhagen", "10.6 %", "–", 0.30, Linking, (d, s) => Everybody(d, "copenhagen", "copenhagen/sms.csv", s)),
        new(Redrawn, "collegemsg", "1.7 %", "–", 0.08, Linking, (d, s) => Everybody(d, "collegemsg", "collegemsg/CollegeMsg.txt", s)),
        new("same person, contacts known", EmailEu, "79.3 %", "–", 0.95, "only the identifier of the one asked about changed; all are asked about, and nobody is named twice; " + KnownLinking, (d, s) => OnlyOne(d.Log(EmailEuFile), d.Seed, s)),
        new("two releases numbered differently, up to symmetry", EmailEu, "954 of 986", "–", 1, Renumbered + "; 1 only if all ties agree; goal also: under 1 s", (d, s) => TwoReleases(d.Log(EmailEuFile), d.Seed, (_, exact) => exact ? 1 : 0, s)),
        new("two releases, fixed by colour refinement alone", EmailEu, "954 of 986", "–", double.NaN, Renumbered, (d, s) => TwoReleases(d.Log(EmailEuFile), d.Seed, (alone, _) => alone, s)),
    ];

    static MetricEstimate Everybody(BenchmarkData data, string name, string file, CancellationToken stop)
    {
        var (log, labels) = RedrawnHalves(data.Log(file), name);
        return data.Evaluate("identity", log, labels, stop).Main;
    }

    static MetricEstimate OnlyOne(MessageLog log, int seed, CancellationToken stop)
    {
        var seen = Lens.None.Observe(log);
        var cut = log.SentAt[log.Count / 2];
        Observation earlier = seen.Restrict(new ObservationWindow(To: cut)), later = seen.Restrict(new ObservationWindow(From: cut));
        int[] before = Rows(earlier), after = Rows(later);
        var options = new PartyLinkingOptions { Level = LinkingLevel.ContactsKnown };
        double[] hits = [.. PartyLinking.Rank(earlier, later, options, stop).Where(r => before[r.Later.Index] >= LeastRows && after[r.Later.Index] >= LeastRows)
            .Select(r => r.Candidates.Length > 0 && r.Candidates[0].Earlier == r.Later ? 1.0 : 0)];
        var chance = 1.0 / Math.Max(1, before.Count(rows => rows > 0));
        return MetricEstimate.Of("hit_at_1", new MeanMeasurement(hits, [.. hits.Select(_ => chance)]), seed);
    }

    static MetricEstimate TwoReleases(MessageLog log, int seed, Func<double, bool, double> share, CancellationToken stop)
    {
        var first = GraphBuilder.Directed(Lens.None.Observe(log));
        var number = Enumerable.Range(0, first.NodeCount).ToArray();
        new Random(seed).Shuffle(number);
        var release = new MessageLogBuilder();
        for (var p = 0; p < number.Length; p++) release.Actor(Name(p));
        foreach (var tie in first.Ties())
            release.Add(new MessageRecord { SentAt = 0, Sender = release.Actor(Name(number[tie.A])), Recipients = [release.Actor(Name(number[tie.B]))], Size = 1 });
        var (_, alone, exact) = StructuralLinking.Match(first, GraphBuilder.Directed(Lens.None.Observe(release.Build())), stop);
        return new MetricEstimate("share_matched", share((double)alone / first.NodeCount, exact), null, null, 1.0 / first.NodeCount, first.NodeCount);

        static string Name(int number) => FormattableString.Invariant($"{number}");
    }

    // The log with every identifier drawn anew at the median message, and who is who among those with enough deliveries in both halves.
    static (MessageLog Log, LabelTable Labels) RedrawnHalves(MessageLog log, string name)
    {
        var redrawn = new MessageLogBuilder { TimeBasis = log.TimeBasis };
        var cut = log.SentAt[log.Count / 2];
        int[] before = new int[log.Actors.Count], after = new int[log.Actors.Count];
        for (var i = 0; i < log.Count; i++)
        {
            var late = log.SentAt[i] >= cut;
            var rows = late ? after : before;
            rows[log.Sender[i]]++;
            foreach (var to in log.RecipientsOf(i)) rows[to]++;
            redrawn.Add(new MessageRecord
            {
                SentAt = log.SentAt[i],
                Sender = redrawn.Actor(Name(log.Sender[i], late)),
                Recipients = Array.ConvertAll(log.RecipientsOf(i).ToArray(), to => redrawn.Actor(Name(to, late))),
                Size = log.Size[i],
            });
        }
        var people = Enumerable.Range(0, log.Actors.Count).Where(a => before[a] >= LeastRows && after[a] >= LeastRows);
        return (redrawn.Build(), new LabelTable($"halves of {name}", [.. people.Select((a, i) => new LabelRow(i + 2, [Name(a, false), Name(a, true)]))]));

        static string Name(int actor, bool late) => FormattableString.Invariant($"{(late ? "later" : "earlier")} {actor}");
    }

    static int[] Rows(Observation seen)
    {
        var rows = new int[seen.PartyCount];
        for (var i = 0; i < seen.Count; i++)
        {
            rows[seen.Sender[i]]++;
            foreach (var to in seen.RecipientsOf(i)) rows[to]++;
        }
        return rows;
    }
}
