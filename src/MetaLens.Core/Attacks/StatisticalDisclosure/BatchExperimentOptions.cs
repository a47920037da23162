namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Parameters of <see cref="BatchExperiment"/>; the defaults are those of the published notebooks.</summary>
public sealed record BatchExperimentOptions
{
    /// <summary>People, each sender and recipient: 10 … 1,000.</summary>
    public int People { get; init => field = Whole(value, 10, 1000, nameof(People)); } = 100;

    /// <summary>Contacts of each, written to equally often: 1 … 9.</summary>
    public int Contacts { get; init => field = Whole(value, 1, 9, nameof(Contacts)); } = 5;

    /// <summary>Messages a round: 2 … 1,000.</summary>
    public int Batch { get; init => field = Whole(value, 2, 1000, nameof(Batch)); } = 10;

    /// <summary>Rounds: 1 … 100,000.</summary>
    public int Rounds { get; init => field = Whole(value, 1, 100_000, nameof(Rounds)); } = 1000;

    /// <summary>How often everything is drawn anew: 1 … 1,000.</summary>
    public int Repeats { get; init => field = Whole(value, 1, 1000, nameof(Repeats)); } = 5;

    static int Whole(int value, int least, int most, string name) =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{least} … {most}."));
}
