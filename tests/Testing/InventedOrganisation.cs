using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Synthesis;

namespace MetaLens.Testing;

/// <summary>An organisation's mail and chart, invented. Names say nothing of the chart: they are dealt out at random.</summary>
/// <param name="Seen">The mail.</param>
/// <param name="Manager">The manager of each party, −1 for the head.</param>
/// <param name="Department">A number for each party's department.</param>
sealed record InventedOrganisation(Observation Seen, int[] Manager, int[] Department)
{
    /// <summary>Invents one; the same seed gives the same mail.</summary>
    public static InventedOrganisation Make(OrganisationStyle style, int seed)
    {
        var mail = new OrganisationMail(style, seed);
        var log = mail.Write();
        return Of(log, [.. mail.Lines.Manager.Select((m, p) => (mail.NameOf(p), m < 0 ? null : mail.NameOf(m)))], [.. mail.Lines.HeadOfDepartment.Select((h, p) => (mail.NameOf(p), $"{h}"))]);
    }

    /// <summary>One of the synthetic scenario "company", which another generator writes.</summary>
    public static InventedOrganisation Company(int people, int days, double messagesPerDay, int seed)
    {
        var made = PopulationGenerator.Generate(new PopulationOptions { Actors = people, Days = days, MessagesPerDay = messagesPerDay, Seed = seed, Scenario = Scenario.Company });
        return Of(made.Log, [.. made.Managers.Select(m => (m.Actor, m.Actor == m.Manager ? null : m.Manager))], [.. made.Groups.Select(g => (g.Actor, g.Label))]);
    }

    static InventedOrganisation Of(MessageLog log, (string Employee, string? Manager)[] managers, (string Member, string Label)[] departments)
    {
        var seen = Lens.None.Observe(log);
        var party = Enumerable.Range(0, seen.PartyCount).ToDictionary(p => seen.NameOf(new PartyId(p)));
        int[] manager = new int[seen.PartyCount], department = new int[seen.PartyCount];
        Array.Fill(manager, -1);
        foreach (var (employee, boss) in managers)
            if (boss is not null && party.TryGetValue(employee, out var e) && party.TryGetValue(boss, out var m)) manager[e] = m;
        string[] labels = [.. departments.Select(d => d.Label).Distinct()];
        foreach (var (member, label) in departments)
            if (party.TryGetValue(member, out var p)) department[p] = labels.IndexOf(label);
        return new InventedOrganisation(seen, manager, department);
    }
}
