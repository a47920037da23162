using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Events;
using MetaLens.Lenses;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Events;

public class EventFinderTests
{
    static int[] Days(params (int Days, int Count)[] stretches) => [.. stretches.SelectMany(s => Enumerable.Repeat(s.Count, s.Days))];

    // Planted changes without noise: the day is exact.
    [Fact]
    public void A_planted_life_is_read_back_day_by_day()
    {
        var counts = Days((20, 0), (30, 5), (20, 0), (30, 4), (3, 30), (30, 4), (30, 1), (40, 0));
        Assert.Equal([(20, EventKind.Began), (50, EventKind.Silent), (70, EventKind.Resumed), (100, EventKind.Burst), (133, EventKind.Faded), (163, EventKind.Silent)],
            EventFinder.OfCounts(counts).Select(e => (e.Day, e.Kind)));
    }

    [Fact]
    public void Steady_chance_has_hardly_any_events()
    {
        var found = 0;
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var counts = new int[200];
            for (var d = 0; d < counts.Length; d++) counts[d] = MathNet.Numerics.Distributions.Poisson.Sample(random, 3);
            found += ChangePoints.OfCounts(counts).Count;
        }
        Assert.InRange(found, 0, 5);
    }

    // PELT is exact: the same minimum as trying every segmentation of a short series.
    [Fact]
    public void Nothing_cheaper_than_what_Pelt_finds_exists()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var values = Enumerable.Range(0, 12).Select(i => random.NextDouble() + (i >= random.Next(4, 9) ? 4 : 0)).ToArray();
            var differences = Enumerable.Range(1, 11).Sum(i => Math.Pow(values[i] - values[i - 1], 2)) / 22;
            double Cost(IReadOnlyList<int> changes)
            {
                int[] at = [0, .. changes, 12];
                return Enumerable.Range(1, at.Length - 1).Sum(s => values[at[s - 1]..at[s]] is var part ? part.Sum(x => Math.Pow(x - part.Average(), 2)) / differences : 0) + changes.Count * 3 * Math.Log(12);
            }
            var best = Enumerable.Range(0, 1 << 11).Select(mask => Enumerable.Range(1, 11).Where(i => (mask >> (i - 1) & 1) == 1).ToList())
                .Where(c => Enumerable.Range(0, c.Count + 1).All(s => (s < c.Count ? c[s] : 12) - (s > 0 ? c[s - 1] : 0) >= 2)).Min(Cost);
            Assert.Equal(best, Cost(ChangePoints.OfValues(values, 2)), 9);
        }
    }

    // The textbook's table over all starts of the last segment, without any pruning: sparse, dense and changing series of up to two years.
    [Fact]
    public void No_segmentation_of_counts_is_cheaper_than_the_one_found()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            int n = random.Next(4, seed < 50 ? 120 : 730), shortest = random.Next(1, 8);
            var counts = new int[n];
            for (var (day, rate) = (0, 0.0); day < n; day++)
            {
                if (day == 0 || random.Next(25) == 0) rate = random.Next(3) == 0 ? 0 : Math.Pow(10, random.NextDouble() * 4 - 2);
                counts[day] = rate == 0 ? 0 : MathNet.Numerics.Distributions.Poisson.Sample(random, rate);
            }
            if (n < 2 * shortest || counts.Sum() == 0) continue;
            var sums = counts.Aggregate(new List<int> { 0 }, (all, c) => [.. all, all[^1] + c]);
            var dispersion = Math.Max(1, Enumerable.Range(1, n - 1).Sum(i => Math.Pow(counts[i] - counts[i - 1], 2)) / (2.0 * sums[n]));
            double Cost(int from, int to) => sums[to] - sums[from] is var s and > 0 ? -2 / dispersion * s * Math.Log((double)s / (to - from)) : 0;
            var best = new double[n + 1];
            Array.Fill(best, double.PositiveInfinity);
            best[0] = -3 * Math.Log(n);
            for (var to = shortest; to <= n; to++)
                for (var from = 0; from <= to - shortest; from++) best[to] = Math.Min(best[to], best[from] + Cost(from, to) + (3 * Math.Log(n)));

            int[] at = [0, .. ChangePoints.OfCounts(counts, shortest), n];
            Assert.All(Enumerable.Range(1, at.Length - 1), s => Assert.True(at[s] - at[s - 1] >= shortest));
            Assert.Equal(best[n], Enumerable.Range(1, at.Length - 1).Sum(s => Cost(at[s - 1], at[s])) + ((at.Length - 2) * 3 * Math.Log(n)), 6);
        }
    }

    [Fact]
    public void A_move_by_eight_hours_is_dated_within_two_days()
    {
        var random = new Random(3);
        var messages = new List<(string, string, long)>();
        for (var d = 0; d < 60; d++)
            for (var k = 0; k < 6; k++)
                messages.Add(("ann", "bob", 1_000_080_000 + d * 86_400L + (d < 35 ? 0 : 8 * 3600) + 9 * 3600 + random.Next(5 * 3600)));
        var seen = Logs.Seen([.. messages]);
        var events = EventFinder.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), 30, stop: TestContext.Current.CancellationToken);
        var moved = Assert.Single(events, e => e.Kind == EventKind.HoursMoved && seen.NameOf(e.Party) == "ann");
        Assert.InRange(moved.Day - LocalClock.DayOf(1_000_080_000_000), 33, 37);
        Assert.InRange(moved.After - moved.Before, 7, 9);
    }

    [Fact]
    public void Events_of_CollegeMsg_fall_inside_its_time_and_name_ties_once()
    {
        var seen = Lens.None.Observe(Logs.CollegeMsg());
        var clock = LocalClock.For(seen, DateTimeZone.Utc);
        var events = EventFinder.Of(seen, clock, 30, stop: TestContext.Current.CancellationToken);
        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.InRange(e.Day, LocalClock.DayOf(seen.SeenAt[0]), LocalClock.DayOf(seen.SeenAt[^1])));
        Assert.All(events.Where(e => e.Other is not null), e => Assert.True(e.Party.Index < e.Other!.Value.Index));
    }
}
