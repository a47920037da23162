using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Core.Tests.Analyzers.Hierarchy;

/// <summary>An organisation's mail, invented with another hand than the scenario "company": who writes up, down, sideways and to whole teams is set, so that kinds of organisations can be told apart.</summary>
/// <param name="Up">Weight of mail to the own manager.</param>
/// <param name="Down">Weight of mail to one's reports.</param>
/// <param name="Peers">Weight of mail to colleagues under the same manager.</param>
/// <param name="Department">Weight of mail to anybody below the same head of department.</param>
/// <param name="Anybody">Weight of mail to anybody at all.</param>
/// <param name="ToTeam">Share of a manager's mails that go to all reports at once.</param>
sealed record InventedOrganisation(double Up, double Down, double Peers, double Department, double Anybody, double ToTeam)
{
    const int People = 150, Messages = 20_000, LeastSpan = 3, MostSpan = 8, Days = 120;
    const double ReplyShare = 0.4;

    /// <summary>The mail and everybody's manager, −1 for the head.</summary>
    public (Observation Seen, int[] Manager) Make(int seed)
    {
        var random = new Random(seed);
        var manager = new int[People];
        var reports = Enumerable.Range(0, People).Select(_ => new List<int>()).ToArray();
        manager[0] = -1;
        for (int boss = 0, next = 1; next < People; boss++)
            for (var k = random.Next(LeastSpan, MostSpan + 1); k > 0 && next < People; k--, next++)
            {
                manager[next] = boss;
                reports[boss].Add(next);
            }
        var head = new int[People];
        for (var p = 1; p < People; p++) head[p] = manager[p] == 0 ? p : head[manager[p]];
        var departments = Enumerable.Range(0, People).GroupBy(p => head[p]).ToDictionary(g => g.Key, g => g.ToList());
        var liking = new Dictionary<(int, int), double>();
        double[] weights = [Up, Down, Peers, Department, Anybody], activity = [.. Enumerable.Range(0, People).Select(_ => Math.Exp(0.8 * Normal()))];
        // Numbers are dealt out at random: the order of names must not tell.
        var name = Enumerable.Range(0, People).ToArray();
        random.Shuffle(name);
        var log = new MessageLogBuilder();
        var sent = 0;
        while (sent < Messages)
        {
            var from = Draw([.. Enumerable.Range(0, People)], p => activity[p]);
            var at = (random.Next(Days) * 86_400_000L) + (long)(((8 + (10 * random.NextDouble())) * 3_600_000));
            if (reports[from].Count > 1 && random.NextDouble() < ToTeam) Send(from, reports[from], at);
            List<int> circle = Draw([0, 1, 2, 3, 4], w => weights[w]) switch
            {
                0 => manager[from] < 0 ? [] : [manager[from]],
                1 => reports[from],
                2 => manager[from] < 0 ? [] : reports[manager[from]],
                3 => departments[head[from]],
                _ => [random.Next(People)],
            };
            circle = [.. circle.Where(p => p != from)];
            if (circle.Count == 0) continue;
            var (a, b) = (from, Draw(circle, p => Liking(from, p)));
            do
            {
                Send(a, [b], at);
                (a, b) = (b, a);
                at += (long)(900_000 * Math.Exp(1.2 * Normal()));
            }
            while (random.NextDouble() < ReplyShare);
        }
        var seen = Lens.None.Observe(log.Build());
        var party = Enumerable.Range(0, seen.PartyCount).ToDictionary(i => int.Parse(seen.NameOf(new PartyId(i)), System.Globalization.CultureInfo.InvariantCulture));
        var managerOf = new int[People];
        for (var p = 0; p < People; p++) managerOf[party[name[p]]] = manager[p] < 0 ? -1 : party[name[manager[p]]];
        return (seen, managerOf);

        void Send(int from, List<int> to, long at)
        {
            log.Add(new MessageRecord { SentAt = at, Sender = Actor(from), Recipients = to.Select(Actor).ToArray(), Size = 1000 });
            sent++;
        }

        int Actor(int p) => log.Actor(name[p].ToString(System.Globalization.CultureInfo.InvariantCulture));

        double Liking(int a, int b) => liking.TryGetValue((Math.Min(a, b), Math.Max(a, b)), out var known) ? known : liking[(Math.Min(a, b), Math.Max(a, b))] = Math.Exp(0.8 * Normal());

        int Draw(List<int> of, Func<int, double> weight)
        {
            var left = random.NextDouble() * of.Sum(weight);
            foreach (var x in of)
                if ((left -= weight(x)) < 0) return x;
            return of[^1];
        }

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}
