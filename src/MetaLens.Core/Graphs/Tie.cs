namespace MetaLens.Graphs;

/// <summary>One tie of a <see cref="CommunicationGraph"/>.</summary>
/// <param name="A">The sender; either end when undirected.</param>
/// <param name="B">The recipient; the other end when undirected.</param>
/// <param name="Messages">Deliveries, at least 1.</param>
/// <param name="Bytes">Known bytes.</param>
/// <param name="First">First delivery, Unix milliseconds.</param>
/// <param name="Last">Last delivery, Unix milliseconds.</param>
public readonly record struct Tie(int A, int B, int Messages, long Bytes, long First, long Last);
