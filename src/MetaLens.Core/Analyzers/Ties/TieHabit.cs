using MetaLens.Lenses;

namespace MetaLens.Analyzers.Ties;

/// <summary>Who keeps a tie going, and when it lives; each with the chance that it means nothing. Conversations, not messages, are what is counted, since the messages of one talk are not independent.</summary>
/// <param name="A">The party with the lower index.</param>
/// <param name="B">The other.</param>
/// <param name="Conversations">Conversations of the two.</param>
/// <param name="BegunByA">Part of them that A began (initiative), 0 … 1; against one half.</param>
/// <param name="SentByA">Part of their messages that A sent (0.5 = reciprocal), 0 … 1; against both taking either part in each conversation.</param>
/// <param name="DelayOfA">Median delay of A's answers in seconds; null without one.</param>
/// <param name="DelayOfB">Median delay of B's answers in seconds; null without one.</param>
/// <param name="AtNight">Part of the conversations that began at night, 0 … 1; against the other conversations of both. Null when the time of day is not known.</param>
/// <param name="AtWeekend">Part that began on Saturday or Sunday, likewise.</param>
/// <param name="WeeksActive">Part of the weeks from first to last conversation with one (regularity), above 0 … 1; against conversations spread at random.</param>
/// <param name="Chances">p-values, in the order initiative, reciprocity, response, night, weekend, regularity; NaN where there is nothing to test.</param>
public sealed record TieHabit(
    PartyId A, PartyId B, int Conversations, double BegunByA, double SentByA, double? DelayOfA, double? DelayOfB, double? AtNight, double? AtWeekend, double WeeksActive, IReadOnlyList<double> Chances)
{
    /// <summary>log2 of A's over B's median delay: above 0 A keeps B waiting; null when either is missing or 0.</summary>
    public double? Asymmetry => DelayOfA > 0 && DelayOfB > 0 ? Math.Log2(DelayOfA.Value / DelayOfB.Value) : null;
}
