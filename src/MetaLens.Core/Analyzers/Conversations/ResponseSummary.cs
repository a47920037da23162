using MetaLens.Lenses;

namespace MetaLens.Analyzers.Conversations;

/// <summary>How a party answers and is answered.</summary>
/// <param name="Party">The party.</param>
/// <param name="Replies">Its replies: messages right after another's in the same session.</param>
/// <param name="MedianDelaySeconds">Median delay of its replies; NaN without one.</param>
/// <param name="RepliesReceived">Replies of others to it.</param>
/// <param name="MedianDelayOfOthersSeconds">Their median delay; NaN without one.</param>
/// <param name="Sessions">Sessions it took part in by writing.</param>
/// <param name="ShareInitiated">Part of those that it began, 0 … 1; NaN without one.</param>
public sealed record ResponseSummary(
    PartyId Party, int Replies, double MedianDelaySeconds, int RepliesReceived, double MedianDelayOfOthersSeconds, int Sessions, double ShareInitiated)
{
    /// <summary>log2 of own over others' median delay: above 0 the party keeps others waiting, below 0 it is kept waiting; NaN when either is missing or 0.</summary>
    public double Asymmetry => MedianDelaySeconds > 0 && MedianDelayOfOthersSeconds > 0 ? Math.Log2(MedianDelaySeconds / MedianDelayOfOthersSeconds) : double.NaN;
}
