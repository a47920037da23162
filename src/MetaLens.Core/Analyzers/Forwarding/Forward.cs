using MetaLens.Lenses;

namespace MetaLens.Analyzers.Forwarding;

/// <summary>A message that may be another one passed on.</summary>
/// <param name="At">When it was passed on, Unix milliseconds.</param>
/// <param name="From">Who sent the earlier one.</param>
/// <param name="Via">Who received it and sent one of the same size.</param>
/// <param name="To">To whom.</param>
/// <param name="Bytes">Size of both.</param>
/// <param name="DelaySeconds">Time between the two.</param>
/// <param name="Step">1 for the first passing on of a path, 2 for the next …</param>
/// <param name="Chance">That one of the messages Via sent in that time has this size by chance, 0 … 1.</param>
public sealed record Forward(long At, PartyId From, PartyId Via, PartyId To, int Bytes, double DelaySeconds, int Step, double Chance);
