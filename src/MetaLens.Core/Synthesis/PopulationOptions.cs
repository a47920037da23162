using NodaTime;

namespace MetaLens.Synthesis;

/// <summary>What a synthetic population is to be like.</summary>
public sealed record PopulationOptions
{
    /// <summary>People, 4 … 1,000,000. Default 120.</summary>
    public int Actors { get => _actors; init => _actors = value is >= 4 and <= 1_000_000 ? value : throw new ArgumentOutOfRangeException(nameof(Actors), value, "--actors: expected 4 … 1,000,000."); }

    /// <summary>Days, 1 … 3,660. Default 90.</summary>
    public int Days { get => _days; init => _days = value is >= 1 and <= 3660 ? value : throw new ArgumentOutOfRangeException(nameof(Days), value, "--days: expected 1 … 3,660."); }

    /// <summary>Messages sent by a person on an average day, 0.01 … 1,000. Default 2.</summary>
    public double MessagesPerDay { get => _messagesPerDay; init => _messagesPerDay = value is >= 0.01 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(MessagesPerDay), value, "--messages-per-day: expected 0.01 … 1,000."); }

    /// <summary>The scenario. Default village.</summary>
    public Scenario Scenario { get; init; } = Scenario.Village;

    /// <summary>First day, at midnight in each person's own zone. Default Monday 2025-03-03.</summary>
    public LocalDate FirstDay { get; init; } = new(2025, 3, 3);

    /// <summary>Seed; the same options give the same bytes.</summary>
    public int Seed { get; init; }

    readonly int _actors = 120;
    readonly int _days = 90;
    readonly double _messagesPerDay = 2;
}
