using MetaLens.Analyzers;
using MetaLens.Attacks;
using MetaLens.Attacks.FuzzyTags;
using MetaLens.Exposure;
using MetaLens.Exposure.Evaluations;
using MetaLens.Lenses;

namespace MetaLens.Cli.Benchmarks;

/// <summary>Every row of the table of results, once.</summary>
static class BenchmarkCatalog
{
    const string Unlabelled = "the chart read from the mail alone, its tables learned from invented organisations; the weight of standing at the very top was chosen with this mail in view";

    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("order of superior and subordinate", "manufacturing", "79.6 % (PageRank)", "83.9 % on another set", 0.90, "cross-validated; no pair with either person is learned from; the chart found without labels is a feature; ridge 10 kept, 1, 100 and 1,000 looked at on this set", Roles),
        new("the same, no label known", "manufacturing", "79.6 % (PageRank)", "–", double.NaN, Unlabelled, (d, s) => Also(Roles(d), Evaluation(d, "roles", s), "dominance_by_chart", null, "")),
        new("direct manager, first guess, of all", "manufacturing", "26 %", "–", 0.32, "five folds by employee; ridge and whether peers count chosen inside the training folds (nested); which features there are to choose from may have been settled with this set in view", (d, s) => Also(Roles(d), Evaluation(d, "roles", s), "manager_hit_at_1", "manager_chance", "employees")),
        new("direct manager, first guess, of those in contact", "manufacturing", "30 of 97", "–", 0.50, "the same", (d, s) => Also(Roles(d), Evaluation(d, "roles", s), "manager_hit_at_1_among_contacts", "manager_chance", "employees_in_contact")),
        new("direct manager of all, no label known", "manufacturing", "–", "–", double.NaN, Unlabelled, (d, s) => Also(Roles(d), Evaluation(d, "roles", s), "manager_hit_at_1_by_chart", "manager_chance", "employees")),
        new("departments found, AMI", "email-eu-core", "0.62 (resolution 1)", "–", 0.75, "resolution estimated from the graph alone; but the weighting was kept as the best of eight compared on these labels", (d, s) => Evaluation(d, "groups", s).Main),
        new("departments, half known, share right", "email-eu-core", "68 %", "–", 0.78, "five random halves; likeness of contacts and of those addressed together, ridge regression; constants chosen on the chart of Manufacturing and on invented organisations", (d, s) => Also(null, Evaluation(d, "groups", s), "half_known_accuracy", "half_known_chance", "")),
        .. IdentityRows.All,
        new("Facebook friends among pairs in contact, AUC", "copenhagen", "–", "–", 0.75, "cross-validated over pairs; ridge not tuned", (d, s) => Evaluation(d, "closeness", s).Main),
        new("gender, AUC", "copenhagen", "–", "74–88 % accuracy, trained on 10,000", 0.80, "cross-validated over people; labels of contacts in other folds count", (d, s) => Evaluation(d, "attribute", s).Main),
        new("singled out by four hours of sending", "collegemsg", "–", "95 % by four places and hours", double.NaN, "half of the people, who sent in four hours; chance: four hours drawn blindly", (d, s) => SingledOut(d, "collegemsg/CollegeMsg.txt", s)),
        new("singled out by four hours of sending", "manufacturing", "–", "95 % by four places and hours", double.NaN, "the same", (d, s) => SingledOut(d, "manufacturing/communication.csv", s)),
        .. ReplyRows.All,
        new("UTC offset of persons within 1 h", "collegemsg", "–", "crowds only", 0.70, "everybody lives in one zone, which the prior favours: says little of single persons", (d, s) => Evaluation(d, "zones", s).Main),
        new("sealed sender, receipts off: closest contact", "collegemsg", "3.3 %", "–", 0.10, "where the constants of the attack were tuned is not recorded: this set may have been seen", (d, s) => Attack(d, "disclosure", "hide=sender", s)),
        new("sealed sender, receipts on: closest contact", "collegemsg", "–", "–", 0.80, "every delivery answered after a second on average", (d, s) => Attack(d, "disclosure", "hide=sender,receipts=on", s)),
        new("who talks to whom at a relay, top 10", "collegemsg", "< 5 % (plain correlation)", "> 90 %", 0.90, "closest contact; downloads 1 s and an exponential second after uploads, no sizes", (d, s) => Attack(d, "disclosure", "links=2s", s, among: 10)),
        new("who talks to whom at a relay, top 20", "collegemsg", "–", "about 100 %", 0.98, "the same", (d, s) => Attack(d, "disclosure", "links=2s", s, among: 20)),
        new("who talks to whom at a relay, first guess", "collegemsg", "–", "–", double.NaN, "the same", (d, s) => Attack(d, "disclosure", "links=2s", s)),
        new("the same by events alone, top 10", "collegemsg", "–", "> 90 %", double.NaN, "the same; each upload shared among the downloads of the next 5 s", (d, s) => Attack(d, "correlate", "links=2s", s, among: 10)),
        new("fuzzy tags: links relearned", "email-eu-core", "3.8–10.7 %", "7 %", double.NaN, "first 20,000 rows, rates 2^-1 … 2^-7 evenly", (d, s) => FuzzyTags(d, "email-eu-core/email-Eu-core-temporal.txt.gz", s)),
        new("fuzzy tags: links relearned", "collegemsg", "2.0–5.3 %", "4.3 %", double.NaN, "the same", (d, s) => FuzzyTags(d, "collegemsg/CollegeMsg.txt", s)),
        .. SealedSenderRows.All,
        .. BatchRows.All,
    ];

    static MetricEstimate Roles(BenchmarkData data, CancellationToken stop = default) => Evaluation(data, "roles", stop).Main;

    /// <summary>The evaluation of a question on the data set that the table has for it.</summary>
    public static Evaluation Evaluation(BenchmarkData data, string question, CancellationToken stop)
    {
        if (question == "replies") return ReplyRows.Evaluation(data, stop);
        var (log, labels) = question switch
        {
            "roles" => (data.Log("manufacturing/communication.csv"), data.Labels("manufacturing/reportsto.csv", 0, 1)),
            "groups" => (data.Log("email-eu-core/email-Eu-core-temporal.txt.gz"), data.Labels("email-eu-core/departments.csv", 0, 1)),
            "closeness" => (data.Log("copenhagen/sms.csv", "copenhagen/calls.csv"), data.Labels("copenhagen/fb_friends.csv", 0, 1)),
            "attribute" => (data.Log("copenhagen/sms.csv", "copenhagen/calls.csv"), data.Labels("copenhagen/genders.csv", 0, 1)),
            _ => (data.Log("collegemsg/CollegeMsg.txt"), new LabelTable("California",
                [.. data.Log("collegemsg/CollegeMsg.txt").Actors.Names.ToArray().Select((name, i) => new LabelRow(i + 2, [name, "America/Los_Angeles"]))])),
        };
        return data.Evaluate(question, log, labels, stop);
    }

    static MetricEstimate SingledOut(BenchmarkData data, string file, CancellationToken stop) => data.Evaluate("singling-out", data.Log(file), new LabelTable(file, []), stop).Main;

    // A figure beside the main one has no interval of its own.
    static MetricEstimate Also(MetricEstimate? main, Evaluation evaluation, string name, string? chance, string subjects)
    {
        double Value(string of) => evaluation.Also.First(a => a.Name == of).Value;
        return new MetricEstimate(name, Value(name), null, null, chance is null ? main?.Chance : Value(chance), subjects.Length > 0 ? (int)Value(subjects) : main?.Subjects ?? evaluation.Main.Subjects);
    }

    static MetricEstimate Attack(BenchmarkData data, string id, string protections, CancellationToken stop, int among = 1)
    {
        var log = data.Log("collegemsg/CollegeMsg.txt");
        var attack = AttackCatalog.Find(id)!;
        var seen = LensText.Parse(protections).Observe(log, data.Seed, out var key);
        var arguments = new AnalysisArguments(attack, new Dictionary<string, string> { ["top"] = $"{among}" }, data.Seed);
        return AttackScores.Of(id, attack.Run(seen, arguments, stop), seen, key, new Truth(log, data.Seed, stop), data.Seed, among);
    }

    static MetricEstimate FuzzyTags(BenchmarkData data, string file, CancellationToken stop)
    {
        var server = new FuzzyTagServer(Lens.None.Observe(data.Log(file)), 20_000, data.Seed);
        var found = server.Tests(stop).Count(t => t.Chance < FuzzyTagTest.PublishedThreshold && server.IsLink(t.Sender, t.Receiver));
        return new MetricEstimate("links_relearned", (double)found / server.LinkCount, null, null, null, server.LinkCount);
    }
}
