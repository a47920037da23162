namespace MetaLens.Testing;

/// <summary>Who writes to whom in a kind of invented organisation, and how much. The weights of the five circles count against one another.</summary>
/// <param name="Name">What is special about it.</param>
sealed record OrganisationStyle(string Name)
{
    /// <summary>The kinds that charts are learned from.</summary>
    public static IReadOnlyList<OrganisationStyle> All { get; } =
    [
        new("as they come"),
        new("flat") { LeastSpan = 6, MostSpan = 14 },
        new("much reporting") { Up = 0.35, Down = 0.05, ToTeam = 0.02 },
        new("many orders") { Up = 0.08, Down = 0.4, ToTeam = 0.25, LevelPower = 0.4 },
        new("among peers") { Up = 0.08, Down = 0.08, Peers = 0.45, ToTeam = 0.05 },
        new("noisy") { Up = 0.1, Down = 0.1, Peers = 0.15, Department = 0.25, Anybody = 0.4 },
        new("assistants") { AssistantShare = 0.6, LevelPower = 0.3, ToAll = 0.01 },
        new("managers copied") { Copied = 0.3, ActivitySpread = 1.2 },
        new("silent managers") { Up = 0.03, Down = 0.03, Peers = 0.35, Department = 0.35, Anybody = 0.24, ToTeam = 0.15 },
    ];

    /// <summary>People, 2 … 1,000.</summary>
    public int People { get; init; } = 150;

    /// <summary>Least messages sent; a mailing counts once.</summary>
    public int Messages { get; init; } = 20_000;

    /// <summary>Fewest reports of a manager, 1 … <see cref="MostSpan"/>.</summary>
    public int LeastSpan { get; init; } = 3;

    /// <summary>Most reports of a manager.</summary>
    public int MostSpan { get; init; } = 8;

    /// <summary>Weight of mail to the own manager, from 0.</summary>
    public double Up { get; init; } = 0.2;

    /// <summary>Weight of mail to one's reports, from 0.</summary>
    public double Down { get; init; } = 0.2;

    /// <summary>Weight of mail to colleagues under the same manager, from 0.</summary>
    public double Peers { get; init; } = 0.25;

    /// <summary>Weight of mail to anybody below the same head of department, from 0.</summary>
    public double Department { get; init; } = 0.2;

    /// <summary>Weight of mail to anybody at all, from 0.</summary>
    public double Anybody { get; init; } = 0.15;

    /// <summary>Share of a manager's mails that go to all reports, 0 … 1; of other employees' a quarter of it goes to all colleagues and the manager.</summary>
    public double ToTeam { get; init; } = 0.1;

    /// <summary>Share of the mails of a head of department that go to the whole department, 0 … 1.</summary>
    public double ToDepartment { get; init; } = 0.05;

    /// <summary>Share of the mails of the head and the heads of departments that go to everybody, 0 … 1.</summary>
    public double ToAll { get; init; }

    /// <summary>Chance that a mail is answered, and its answer in turn, 0 … 1 without 1.</summary>
    public double ReplyShare { get; init; } = 0.4;

    /// <summary>How many times slower those who lead more people answer, above 0.</summary>
    public double SlownessOfSuperiors { get; init; } = 2;

    /// <summary>Share of mails that the sender's manager gets too, 0 … 1.</summary>
    public double Copied { get; init; }

    /// <summary>Share of managers of more than six people whose mail an assistant takes half the time, 0 … 1.</summary>
    public double AssistantShare { get; init; }

    /// <summary>People write in proportion to (1 + number below) to this power.</summary>
    public double LevelPower { get; init; }

    /// <summary>Standard deviation of the logarithm of people's activity, from 0.</summary>
    public double ActivitySpread { get; init; } = 0.8;

    /// <summary>Standard deviation of the logarithm of how much pairs like to write each other, from 0.</summary>
    public double LikingSpread { get; init; } = 0.8;
}
