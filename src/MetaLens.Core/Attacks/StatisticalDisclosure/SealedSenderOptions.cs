namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Parameters of <see cref="SealedSenderExperiment"/>; the defaults are those of the published figure.</summary>
public sealed record SealedSenderOptions
{
    /// <summary>People on the service: 10 … 100,000,000.</summary>
    public int Users { get; init => field = Whole(value, 10, 100_000_000, nameof(Users)); } = 1_000_000;

    /// <summary>Messages in each epoch of a second: 1 … 1,000,000.</summary>
    public int MessagesPerEpoch { get; init => field = Whole(value, 1, 1_000_000, nameof(MessagesPerEpoch)); } = 800;

    /// <summary>Share of them that answer earlier ones, 0 … 0.5.</summary>
    public double ReplyShare { get; init => field = Share(value, 0.5, nameof(ReplyShare)); } = 0.25;

    /// <summary>Share of them that repeat earlier ones, 0 … 0.5.</summary>
    public double RepeatShare { get; init => field = Share(value, 0.5, nameof(RepeatShare)); } = 0.25;

    /// <summary>Users who receive in every epoch: 0 … half of all.</summary>
    public int PopularUsers { get; init => field = Whole(value, 0, Users / 2, nameof(PopularUsers)); }

    /// <summary>Share of the target's epochs in which the receipt falls elsewhere and somebody else's message in, 0 … 0.9. The published figure has 0; a third is the authors' other setting.</summary>
    public double ReceiptElsewhereShare { get; init => field = Share(value, 0.9, nameof(ReceiptElsewhereShare)); }

    /// <summary>Epochs of other time looked at for each of the target's: 1 … 1,000. A service sees all of them.</summary>
    public int OtherEpochs { get; init => field = Whole(value, 1, 1000, nameof(OtherEpochs)); } = 1;

    /// <summary>Messages to Bob after which a run gives up: 1 … 1,000.</summary>
    public int MostEpochs { get; init => field = Whole(value, 1, 1000, nameof(MostEpochs)); } = 100;

    /// <summary>How often everything is done anew: 1 … 10,000.</summary>
    public int Iterations { get; init => field = Whole(value, 1, 10_000, nameof(Iterations)); } = 100;

    static int Whole(int value, int least, int most, string name) =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{least} … {most}."));

    static double Share(double value, double most, string name) =>
        value >= 0 && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"0 … {most}."));
}
