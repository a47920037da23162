using System.Runtime.CompilerServices;
using NodaTime;

namespace MetaLens.Lenses.Protections;

/// <summary>Parameters inside their range, or an exception that names it.</summary>
static class Allowed
{
    public static Duration Time(Duration value, Duration least, Duration most, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least && value <= most && value.BclCompatibleTicks % NodaConstants.TicksPerMillisecond == 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} is {DurationText.Format(least)} … {DurationText.Format(most)}, in whole milliseconds.");

    public static int Number(int value, int least, int most, string unit, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is {least:N0} … {most:N0} {unit}.");

    public static double Real(double value, double least, double most, string unit, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is {least} … {most} {unit}.");

    /// <summary>An exponentially distributed time in milliseconds.</summary>
    public static long Exponential(Duration mean, Random random) => (long)Math.Round(-mean.TotalMilliseconds * Math.Log(1 - random.NextDouble()));
}
