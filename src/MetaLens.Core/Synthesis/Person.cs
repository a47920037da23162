using NodaTime;

namespace MetaLens.Synthesis;

/// <summary>One invented person while a population is made.</summary>
sealed class Person
{
    public required string Name { get; init; }
    public required DateTimeZone Zone { get; init; }

    /// <summary>How much later than the scenario's profile this person's day runs, hours.</summary>
    public required double ChronotypeHours { get; init; }

    /// <summary>Conversations begun on an average day.</summary>
    public required double StartsPerDay { get; init; }

    public int Group { get; set; }
    public int Manager { get; set; } = -1;
    public List<Bond> Bonds { get; } = [];

    /// <summary>Day from which another zone holds; int.MaxValue = never.</summary>
    public int MovesOnDay { get; set; } = int.MaxValue;
    public DateTimeZone? NewZone { get; set; }

    /// <summary>Day from which another identifier holds; int.MaxValue = never.</summary>
    public int RenamedOnDay { get; set; } = int.MaxValue;

    public DateTimeZone ZoneOn(int day) => day >= MovesOnDay ? NewZone! : Zone;

    public string NameOn(int day) => day >= RenamedOnDay ? Name + "b" : Name;
}
