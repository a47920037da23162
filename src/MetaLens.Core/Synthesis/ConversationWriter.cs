using MetaLens.Messages;
using NodaTime;

namespace MetaLens.Synthesis;

/// <summary>Lets the people talk: conversations begin by personal rhythm, go back and forth with log-normal delays, and end after four messages on average.</summary>
sealed class ConversationWriter(Person[] people, PopulationOptions options, Random random)
{
    const double ReplyShare = 0.6;
    const double EndShare = 0.25;
    const double TeamMailShare = 0.15;

    readonly MessageLogBuilder _log = new();
    readonly double[][] _bondWeights = [.. people.Select(p => Cumulative(p.Bonds.Select(b => b.Weight)))];
    readonly double[] _hours = Cumulative(options.Scenario.HourWeights);
    readonly List<int>[] _reports = ReportsOf(people);

    public MessageLog WriteAll()
    {
        for (var day = 0; day < options.Days; day++)
        {
            var date = options.FirstDay.PlusDays(day);
            var factor = date.DayOfWeek >= IsoDayOfWeek.Saturday ? options.Scenario.WeekendFactor : 1;
            for (var p = 0; p < people.Length; p++)
            {
                if (people[p].Bonds.Count == 0) continue;
                for (var n = Draw.Poisson(random, people[p].StartsPerDay * factor); n > 0; n--) Begin(p, day, date);
            }
        }
        return _log.Build();
    }

    void Begin(int starter, int day, LocalDate date)
    {
        var person = people[starter];
        var hour = Draw.Index(random, _hours) + random.NextDouble() + person.ChronotypeHours;
        var local = date.AtMidnight().PlusMilliseconds((long)(hour * 3600e3));
        var at = person.ZoneOn(day).AtLeniently(local).ToInstant().ToUnixTimeMilliseconds();
        if (_reports[starter].Count > 1 && random.NextDouble() < TeamMailShare)
        {
            Send(starter, _reports[starter], at, day);
            return;
        }
        var bond = person.Bonds[Draw.Index(random, _bondWeights[starter])];
        if (day < bond.FirstDay || day > bond.LastDay) return;
        var (from, to) = (starter, bond.Other);
        while (true)
        {
            Send(from, [to], at, day);
            if (random.NextDouble() < EndShare) return;
            if (random.NextDouble() < ReplyShare) (from, to) = (to, from);
            at += (long)(Draw.LogNormal(random, 60, 1.3) * 1000);
        }
    }

    void Send(int from, List<int> to, long at, int day)
    {
        Span<int> recipients = to.Count <= 64 ? stackalloc int[to.Count] : new int[to.Count];
        for (var i = 0; i < recipients.Length; i++) recipients[i] = _log.Actor(people[to[i]].NameOn(day));
        var (kind, size) = KindAndSize();
        _log.Add(new MessageRecord { SentAt = at, Sender = _log.Actor(people[from].NameOn(day)), Recipients = recipients, Size = size, Kind = kind });
    }

    (MessageKind Kind, int Size) KindAndSize() => random.NextDouble() switch
    {
        < 0.06 => (MessageKind.Photo, (int)Draw.LogNormal(random, 180_000, 0.6)),
        < 0.08 => (MessageKind.Voice, (int)Draw.LogNormal(random, 25_000, 0.7)),
        _ => (MessageKind.Text, 1 + (int)Draw.LogNormal(random, 38, 0.9)),
    };

    static double[] Cumulative(IEnumerable<double> weights)
    {
        var sum = 0.0;
        return [.. weights.Select(w => sum += w)];
    }

    static List<int>[] ReportsOf(Person[] people)
    {
        var reports = Array.ConvertAll(people, _ => new List<int>());
        for (var p = 0; p < people.Length; p++)
            if (people[p].Manager >= 0) reports[people[p].Manager].Add(p);
        return reports;
    }
}
