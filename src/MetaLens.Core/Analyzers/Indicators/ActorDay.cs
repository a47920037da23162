namespace MetaLens.Analyzers.Indicators;

/// <summary>One local day of one actor; calls and texts (everything that is no call) together where nothing else is said.</summary>
/// <param name="Day">Days since 1970-01-01.</param>
/// <param name="CallsOut">Calls made.</param>
/// <param name="CallsIn">Calls received.</param>
/// <param name="TextsOut">Texts sent.</param>
/// <param name="TextsIn">Texts received.</param>
/// <param name="Contacts">Contacts with a record.</param>
/// <param name="ShareAtNight">Part of the records between 19:00 and 07:00, 0 … 1; NaN without a record.</param>
/// <param name="ResponseRate">Part of the conversations begun by the other that the actor answered the same day, 0 … 1; NaN without one.</param>
/// <param name="ResponseDelays">Seconds from an incoming text to the reply next to it, ascending.</param>
/// <param name="CallSeconds">Lengths of the calls, ascending.</param>
/// <param name="Balances">For each contact the part of the records with it that the actor sent, 0 … 1, ascending.</param>
public sealed record ActorDay(
    int Day, int CallsOut, int CallsIn, int TextsOut, int TextsIn, int Contacts, double ShareAtNight, double ResponseRate,
    IReadOnlyList<double> ResponseDelays, IReadOnlyList<double> CallSeconds, IReadOnlyList<double> Balances)
{
    /// <summary>Records of the day.</summary>
    public int Records => CallsOut + CallsIn + TextsOut + TextsIn;

    /// <summary>Part of the calls that the actor made, 0 … 1; NaN without a call.</summary>
    public double ShareOfCallsMade => (double)CallsOut / (CallsOut + CallsIn);

    /// <summary>Part of the records that the actor sent, 0 … 1; NaN without a record.</summary>
    public double ShareSent => (double)(CallsOut + TextsOut) / Records;
}
