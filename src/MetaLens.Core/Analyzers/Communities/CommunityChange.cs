namespace MetaLens.Analyzers.Communities;

/// <summary>How far the communities of one stretch of time are those of the next.</summary>
/// <param name="From">First message of the earlier stretch, Unix milliseconds.</param>
/// <param name="Change">First message of the later one.</param>
/// <param name="To">Last message of the later one.</param>
/// <param name="Parties">Parties with a tie in both; only they are compared.</param>
/// <param name="Before">Communities of them in the earlier stretch.</param>
/// <param name="After">Communities of them in the later one.</param>
/// <param name="Agreement">Adjusted mutual information of the two divisions: 0 as chance has it, 1 = the same; NaN with fewer than two parties.</param>
/// <param name="RandIndex">Adjusted Rand index of the two, on the same scale.</param>
/// <param name="PValue">Chance that divisions of the same sizes dealt out at random agree as well, above 0 … 1.</param>
/// <param name="Unchanged">Mean agreement when the messages of both stretches are dealt into two stretches at random: what there would be if nothing had changed; NaN where it cannot be said.</param>
/// <param name="UnchangedPValue">Chance of so little agreement if nothing had changed, above 0 … 1; NaN where it cannot be said.</param>
public sealed record CommunityChange(
    long From, long Change, long To, int Parties, int Before, int After, double Agreement, double RandIndex, double PValue, double Unchanged, double UnchangedPValue);
