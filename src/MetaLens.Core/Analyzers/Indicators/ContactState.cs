namespace MetaLens.Analyzers.Indicators;

/// <summary>What has passed with one contact so far in a period, and the conversation that is open, if any.</summary>
struct ContactState
{
    public int Calls, CallsOut, Texts, TextsOut;
    public long CallSeconds;
    public bool Seen, Open, BegunByOther, Answered, LastWasIn;
    public double LastSecond, LastTextSecond;

    public readonly int Records(bool calls) => calls ? Calls : Texts;

    public readonly int Out(bool calls) => calls ? CallsOut : TextsOut;
}
