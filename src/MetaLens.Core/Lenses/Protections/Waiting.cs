using NodaTime;

namespace MetaLens.Lenses.Protections;

static class Waiting
{
    /// <summary>The mean of (released − sent), to the millisecond; zero for no messages.</summary>
    public static Duration Mean(long[] sent, long[] released)
    {
        var sum = 0.0;
        for (var i = 0; i < sent.Length; i++) sum += released[i] - sent[i];
        return sent.Length == 0 ? Duration.Zero : Duration.FromMilliseconds((long)Math.Round(sum / sent.Length));
    }
}
