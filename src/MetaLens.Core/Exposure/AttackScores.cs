using System.Globalization;
using MetaLens.Analyzers;
using MetaLens.Exposure.Evaluations;
using MetaLens.Lenses;

namespace MetaLens.Exposure;

/// <summary>How right the first guesses of an attack are, held against the log.</summary>
public static class AttackScores
{
    /// <summary>What the guesses of each attack claim.</summary>
    static readonly Dictionary<string, Func<Guesses, Truth, Measurement>> Claims = new(StringComparer.Ordinal)
    {
        ["disclosure"] = ClosestContact,
        ["correlate"] = ClosestContact,
        ["batch"] = Contact,
        ["fuzzy-tags"] = Contact,
        ["reidentify"] = SamePerson,
        ["link-identifiers"] = OtherIdentifier,
        ["structure"] = InRelease,
    };

    static readonly Dictionary<string, string> Metrics = new(StringComparer.Ordinal)
    {
        ["disclosure"] = "closest_contact_hit_at_1",
        ["correlate"] = "closest_contact_hit_at_1",
        ["batch"] = "contact_hit_at_1",
        ["fuzzy-tags"] = "contact_hit_at_1",
        ["reidentify"] = "same_person_hit_at_1",
        ["link-identifiers"] = "same_person_hit_at_1",
        ["structure"] = "same_person_hit_at_1",
    };

    /// <summary>Scores an attack's table. Without a value where the log holds no truth for it (reply links need labels; nobody has two identifiers).</summary>
    /// <param name="attack">Id of the attack.</param>
    /// <param name="table">What it gave.</param>
    /// <param name="seen">The observation it had.</param>
    /// <param name="key">Who is who in it.</param>
    /// <param name="truth">The log.</param>
    /// <param name="seed">Seed of the interval.</param>
    /// <param name="among">How many of the best guesses about a person may hold the right one, 1 and up; more than one counts for attacks that name contacts only.</param>
    /// <param name="replies">Which message answers which, for the attack on replies.</param>
    public static MetricEstimate Of(string attack, AnalysisTable table, Observation seen, AnswerKey key, Truth truth, int seed, int among = 1, ReplyLinks? replies = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(among, 1);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(truth);
        if (attack == "replies" && replies is not null) return MetricEstimate.Of("reply_hit_at_1", Reply(table, seen, key, truth, replies), seed);
        return Claims.TryGetValue(attack, out var claim)
            ? MetricEstimate.Of(among == 1 ? Metrics[attack] : Metrics[attack].Replace("_at_1", $"_at_{among}", StringComparison.Ordinal), claim(new Guesses(table, seen, key, among), truth), seed)
            : new MetricEstimate("hit_at_1", null, null, null, null, 0);
    }

    // Several contacts of most messages: any of them is right.
    static MeanMeasurement ClosestContact(Guesses guesses, Truth truth) => OfEgos(guesses, truth, ego =>
    {
        var messages = truth.Ties.Messages[truth.Ties.Offset[ego]..truth.Ties.Offset[ego + 1]].ToArray();
        return [.. truth.Ties.Neighbours(ego).ToArray().Where((_, i) => messages[i] == messages.Max())];
    });

    static MeanMeasurement Contact(Guesses guesses, Truth truth) => OfEgos(guesses, truth, ego => truth.Ties.Neighbours(ego).ToArray());

    static MeanMeasurement OfEgos(Guesses guesses, Truth truth, Func<int, int[]> right)
    {
        var egos = Enumerable.Range(0, truth.Actors).Where(a => truth.Ties.Degree(a) > 0).ToArray();
        var answers = Array.ConvertAll(egos, e => right(e));
        var chances = Array.ConvertAll(answers, a => Math.Min(1, (double)a.Length * guesses.Among / (truth.Actors - 1)));
        return new MeanMeasurement([.. egos.Select((ego, i) =>
        {
            var right = guesses.FirstOf(ego).Select(g => answers[i].Contains(g) ? 1.0 : 0).DefaultIfEmpty(chances[i]);
            return guesses.Among == 1 ? right.Average() : right.Max();
        })], chances);
    }

    static MeanMeasurement SamePerson(Guesses guesses, Truth truth)
    {
        var (before, after) = (new HashSet<int>(), new HashSet<int>());
        for (var i = 0; i < truth.Full.Count; i++)
        {
            var half = truth.Full.SeenAt[i] < truth.HalfTime ? before : after;
            half.Add(truth.Full.Sender[i]);
            half.UnionWith(truth.Full.RecipientsOf(i).ToArray());
        }
        var people = after.Where(before.Contains).Order().ToArray();
        var chance = before.Count == 0 ? 0 : 1.0 / before.Count;
        return new MeanMeasurement(Array.ConvertAll(people, a => guesses.FirstOf(a).Select(g => g == a ? 1.0 : 0).DefaultIfEmpty(chance).Average()), [.. people.Select(_ => chance)]);
    }

    static MeanMeasurement InRelease(Guesses guesses, Truth truth)
    {
        var people = Enumerable.Range(0, truth.Actors).Where(a => truth.Ties.Degree(a) > 0).ToArray();
        var chance = 1.0 / Math.Max(1, people.Length);
        return new MeanMeasurement(Array.ConvertAll(people, a => guesses.FirstOf(a).Select(g => g == a ? 1.0 : 0).DefaultIfEmpty(chance).Average()), [.. people.Select(_ => chance)]);
    }

    // One right guess joins two identifiers of a person.
    static MeanMeasurement OtherIdentifier(Guesses guesses, Truth truth)
    {
        var people = Enumerable.Range(0, truth.Actors).Where(a => guesses.IdentifierCount(a) > 1).ToArray();
        var chance = 1.0 / Math.Max(1, guesses.PartyCount - 1);
        return new MeanMeasurement(
            Array.ConvertAll(people, a => guesses.FirstOf(a).Select(g => g == a ? 1.0 : 0).DefaultIfEmpty(0).Max()), [.. people.Select(_ => chance)]);
    }

    // One message's links stand or fall with its neighbours': conversations are drawn where there are enough, else messages. Guessing: one of the 30 rows that an answer is looked for among.
    static RatioMeasurement Reply(AnalysisTable table, Observation seen, AnswerKey key, Truth truth, ReplyLinks replies)
    {
        const double Candidates = 30;
        List<int> messageOf = [];
        for (var row = 0; row < seen.Count; row++)
            if (ObservationWindow.Communication.Contains(seen.SeenAt[row], seen.Kind[row])) messageOf.Add(key.MessageOf(row));
        int Message(object? name) => messageOf[int.Parse(((string)name!)["row ".Length..], CultureInfo.InvariantCulture) - 1];
        var guess = table.Rows.Where(r => r[1] is 1 && Message(r[0]) >= 0).ToDictionary(r => Message(r[0]), r => Message(r[2]));
        int[] answers = [.. replies.Answers];
        var isManyConversations = answers.Select(a => truth.Log.Conversation[a]).Distinct().Count() >= Measurement.FewestSubjects;
        var subjects = answers.GroupBy(a => isManyConversations ? truth.Log.Conversation[a] : a).ToArray();
        return new RatioMeasurement(
            [.. subjects.Select(s => (double)s.Count(a => guess.TryGetValue(a, out var earlier) && replies.AnsweredBy(a).Contains(earlier)))], [.. subjects.Select(s => (double)s.Count())],
            [.. subjects.Select(s => s.Sum(a => replies.AnsweredBy(a).Count() / Candidates))]);
    }
}
