namespace MetaLens.Synthesis;

/// <summary>Invents who knows whom, and how well.</summary>
static class BondMaker
{
    /// <summary>Circles of 5–12 with dense bonds inside, a partner for every second person, a few bonds across.</summary>
    public static List<(int A, int B, string Label)> Village(Person[] people, PopulationOptions options, Random random)
    {
        var ties = new Dictionary<(int, int), string>();
        var group = 0;
        for (var start = 0; start < people.Length; group++)
        {
            var end = Math.Min(people.Length, start + random.Next(5, 13));
            if (people.Length - end < 4) end = people.Length;
            for (var a = start; a < end; a++)
            {
                people[a].Group = group;
                for (var b = a + 1; b < end; b++)
                    if (random.NextDouble() < 0.55) Bind(people, ties, a, b, "friend", Draw.LogNormal(random, 1, 1), options, random);
            }
            for (var a = start; a + 1 < end; a += 2)
                if (random.NextDouble() < 0.5) Bind(people, ties, a, a + 1, "partner", Draw.LogNormal(random, 8, 0.4), options, random);
            start = end;
        }
        for (var a = 0; a < people.Length; a++)
            for (var n = Draw.Poisson(random, 1.5); n > 0; n--)
                Bind(people, ties, a, random.Next(people.Length), "acquaintance", Draw.LogNormal(random, 0.25, 1), options, random);
        return [.. ties.Select(t => (t.Key.Item1, t.Key.Item2, t.Value))];
    }

    /// <summary>A tree of managers with 3–8 reports each; departments are the subtrees below the top.</summary>
    public static List<(int A, int B, string Label)> Company(Person[] people, PopulationOptions options, Random random)
    {
        var ties = new Dictionary<(int, int), string>();
        var next = 1;
        for (var boss = 0; boss < people.Length && next < people.Length; boss++)
        {
            var team = Enumerable.Range(next, Math.Min(random.Next(3, 9), people.Length - next)).ToList();
            next += team.Count;
            foreach (var member in team)
            {
                people[member].Manager = boss;
                people[member].Group = boss == 0 ? member : people[boss].Group;
                Bind(people, ties, boss, member, "report", Draw.LogNormal(random, 2, 0.7), options, random);
                foreach (var peer in team.Where(p => p > member && random.NextDouble() < 0.7))
                    Bind(people, ties, member, peer, "colleague", Draw.LogNormal(random, 1.2, 0.9), options, random);
            }
        }
        for (var a = 0; a < people.Length; a++)
            for (var n = Draw.Poisson(random, 2.5); n > 0; n--)
                Bind(people, ties, a, random.Next(people.Length), "colleague", Draw.LogNormal(random, 0.5, 1), options, random);
        return [.. ties.Select(t => (t.Key.Item1, t.Key.Item2, t.Value))];
    }

    static void Bind(Person[] people, Dictionary<(int, int), string> ties, int a, int b, string label, double weight, PopulationOptions options, Random random)
    {
        if (a == b) return;
        var key = (Math.Min(a, b), Math.Max(a, b));
        if (label == "partner") ties[key] = label;
        else if (!ties.TryAdd(key, label)) return;
        // One bond in ten begins or fades during the span; the label file of events names the day.
        int first = 0, last = options.Days;
        var fate = random.NextDouble();
        if (label != "report" && options.Days >= 20)
        {
            if (fate < 0.05) first = random.Next(options.Days / 4, options.Days * 3 / 4);
            else if (fate < 0.10) last = random.Next(options.Days / 4, options.Days * 3 / 4);
        }
        people[a].Bonds.Add(new Bond(b, weight, first, last));
        people[b].Bonds.Add(new Bond(a, weight, first, last));
    }
}
