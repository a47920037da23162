using System.Collections.Immutable;

namespace MetaLens.Synthesis;

/// <summary>A kind of population. All of them stand in <see cref="All"/>.</summary>
/// <param name="Id">Short unique name, as on the command line.</param>
/// <param name="Summary">One line.</param>
/// <param name="HourWeights">Relative activity in each local hour of the day, 24 numbers; a person's own profile is shifted by chronotype.</param>
/// <param name="WeekendFactor">Activity on Saturday and Sunday relative to a weekday.</param>
/// <param name="IsHierarchical">Whether people have managers and departments instead of circles of friends.</param>
public sealed record Scenario(string Id, string Summary, ImmutableArray<double> HourWeights, double WeekendFactor, bool IsHierarchical)
{
    /// <summary>Friends and families in overlapping circles, some abroad; chats at all waking hours.</summary>
    public static Scenario Village { get; } = new("village", "circles of friends and families, some of them abroad, chatting at all waking hours",
        [1.2, 0.5, 0.2, 0.1, 0.1, 0.2, 0.8, 2.2, 3.2, 3.4, 3.6, 3.8, 4.2, 4.0, 3.8, 3.8, 4.0, 4.6, 5.2, 5.8, 6.2, 6.0, 4.6, 2.6], 1.15, IsHierarchical: false);

    /// <summary>A company: a tree of managers, departments, office hours, mails to whole teams.</summary>
    public static Scenario Company { get; } = new("company", "a company with a tree of managers, departments, office hours and mails to whole teams",
        [0.02, 0.01, 0.01, 0.01, 0.02, 0.1, 0.6, 2.5, 6.5, 8.5, 9.0, 8.5, 6.0, 7.0, 8.5, 8.0, 7.0, 4.5, 1.8, 0.9, 0.7, 0.5, 0.3, 0.1], 0.05, IsHierarchical: true);

    /// <summary>All scenarios.</summary>
    public static IReadOnlyList<Scenario> All { get; } = [Village, Company];

    /// <summary>The scenario with this id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Scenario Find(string id) => All.FirstOrDefault(s => s.Id == id)
        ?? throw new ArgumentException($"--scenario: found '{id}'; expected one of {string.Join(", ", All.Select(s => s.Id))}.");
}
