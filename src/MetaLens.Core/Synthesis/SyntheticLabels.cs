using MetaLens.Messages;
using NodaTime.Text;

namespace MetaLens.Synthesis;

/// <summary>Writes down what is true of a population, for those of its people who occur in the log.</summary>
static class SyntheticLabels
{
    public static SyntheticPopulation Of(MessageLog log, Person[] people, List<(int A, int B, string Label)> ties, PopulationOptions options)
    {
        var present = log.Actors.Names.ToArray().ToHashSet(StringComparer.Ordinal);
        var here = people.Where(p => present.Contains(p.Name)).ToList();
        string Date(int day) => LocalDatePattern.Iso.Format(options.FirstDay.PlusDays(day));

        var events = new List<(string, string, string)>();
        foreach (var p in here)
        {
            if (p.NewZone is not null) events.Add((p.Name, Date(p.MovesOnDay), $"moved to {p.NewZone.Id}"));
            if (p.RenamedOnDay < options.Days) events.Add((p.Name, Date(p.RenamedOnDay), "changed identifier"));
            foreach (var bond in p.Bonds)
            {
                if (bond.FirstDay > 0) events.Add((p.Name, Date(bond.FirstDay), $"began with {people[bond.Other].Name}"));
                if (bond.LastDay < options.Days) events.Add((p.Name, Date(bond.LastDay), $"faded with {people[bond.Other].Name}"));
            }
        }
        return new SyntheticPopulation(log,
            [.. here.Select(p => (p.Name, $"{(options.Scenario.IsHierarchical ? "department" : "circle")} {p.Group}"))],
            [.. here.Where(p => p.Manager >= 0).Select(p => (p.Name, people[p.Manager].Name))],
            [.. ties.Select(t => (people[t.A].Name, people[t.B].Name, t.Label))],
            [.. here.Select(p => (p.Name, p.Zone.Id))],
            [.. here.Where(p => p.RenamedOnDay < options.Days && present.Contains(p.NameOn(options.Days))).Select(p => (p.Name, p.NameOn(options.Days)))],
            [.. events]);
    }
}
