namespace MetaLens.Analyzers.Indicators;

/// <summary>One record of an actor, in local time.</summary>
/// <param name="Second">Seconds since 1970-01-01 of the wall clock.</param>
/// <param name="Contact">Number of the other, from 0 in order of appearance.</param>
/// <param name="Day">Local day since 1970-01-01.</param>
/// <param name="Row">Row of the observation.</param>
/// <param name="CallSeconds">Length of a call, −1 = unknown or no call.</param>
/// <param name="IsOut">Sent (true) or received (false).</param>
/// <param name="IsCall">A call (true) or anything else.</param>
/// <param name="IsNight">19:00–07:00, both ends included.</param>
/// <param name="IsWeekend">Saturday or Sunday.</param>
readonly record struct ActorRecord(double Second, int Contact, int Day, int Row, int CallSeconds, bool IsOut, bool IsCall, bool IsNight, bool IsWeekend);
