using System.Collections.Immutable;
using MetaLens.Lenses;

namespace MetaLens.Exposure;

/// <summary>What one protection, or several together, would take away from an observer and what it would cost.</summary>
/// <param name="Text">The protections as <c>--protect</c> takes them.</param>
/// <param name="Name">The same in words.</param>
/// <param name="Lens">The observer's lens with the protections added.</param>
/// <param name="MeanExposure">Mean exposure over the questions that give a number, 0 … 1.</param>
/// <param name="Low">Lower end of its 95 % interval, the questions' intervals taken as independent.</param>
/// <param name="High">Upper end.</param>
/// <param name="Removed">Mean exposure without the protections, less with them; negative where they make things worse.</param>
/// <param name="Cost">Delay, bytes and messages it adds.</param>
/// <param name="ExtraBytesShare">Bytes added, as a share of the bytes sent; of messages added where no size is known.</param>
/// <param name="OnFrontier">No other advice removes as much for no more delay and no more bytes (Pareto).</param>
/// <param name="Cells">The column of the matrix behind the mean.</param>
public sealed record Advice(
    string Text, string Name, Lens Lens, double MeanExposure, double Low, double High, double Removed, ProtectionCost Cost, double ExtraBytesShare, bool OnFrontier,
    ImmutableArray<ExposureCell> Cells);
