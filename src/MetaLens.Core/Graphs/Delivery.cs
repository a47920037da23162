using System.Runtime.InteropServices;

namespace MetaLens.Graphs;

/// <summary>A visible delivery between two different parties, on its way into a graph.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
readonly record struct Delivery(int Sender, int Recipient, int Size, long At);
