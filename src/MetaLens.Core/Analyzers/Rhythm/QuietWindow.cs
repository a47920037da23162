namespace MetaLens.Analyzers.Rhythm;

/// <summary>The part of the day in which somebody is least active, with what days drawn again would have made of it.</summary>
/// <param name="StartHour">Start, 0 … 24 (exclusive), on the clock the activity was counted with.</param>
/// <param name="Hours">Length in hours.</param>
/// <param name="ShareOfActivity">Part of all activity that falls inside, 0 … 1; 0.25 for six hours of even activity.</param>
/// <param name="LowHours">How much earlier it may lie (≤ 0), lower end of the 95 % bootstrap interval over days.</param>
/// <param name="HighHours">How much later it may lie (≥ 0).</param>
public sealed record QuietWindow(double StartHour, double Hours, double ShareOfActivity, double LowHours, double HighHours)
{
    /// <summary>End, 0 … 24 (exclusive); before the start where the window holds midnight.</summary>
    public double EndHour => CircularHours.Wrap(StartHour + Hours);

    /// <summary>The middle, 0 … 24 (exclusive).</summary>
    public double MidHour => CircularHours.Wrap(StartHour + Hours / 2);
}
