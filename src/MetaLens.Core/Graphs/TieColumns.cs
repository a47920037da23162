namespace MetaLens.Graphs;

/// <summary>The columns of directed ties, sender after sender: what a graph of them is made of.</summary>
sealed class TieColumns(int ties)
{
    public int[] Target { get; private set; } = new int[ties];
    public int[] Messages { get; private set; } = new int[ties];
    public long[] Bytes { get; private set; } = new long[ties];
    public long[] First { get; private set; } = new long[ties];
    public long[] Last { get; private set; } = new long[ties];

    /// <summary>Writes ties to their places.</summary>
    /// <param name="ties">The ties.</param>
    /// <param name="at">Place of the first.</param>
    public void Write(ReadOnlySpan<TieSum> ties, int at)
    {
        foreach (ref readonly var tie in ties)
        {
            (Target[at], Messages[at], Bytes[at], First[at], Last[at]) = (tie.Target, tie.Messages, tie.Bytes, tie.First, tie.Last);
            at++;
        }
    }

    /// <summary>Columns one after another, a column at a time: those given are used up, and what it takes is one column beside the ties.</summary>
    public static TieColumns Join(IReadOnlyList<TieColumns> parts)
    {
        if (parts is [var only]) return only;
        return new TieColumns(0)
        {
            Target = Joined(parts, p => p.Target, p => p.Target = []),
            Messages = Joined(parts, p => p.Messages, p => p.Messages = []),
            Bytes = Joined(parts, p => p.Bytes, p => p.Bytes = []),
            First = Joined(parts, p => p.First, p => p.First = []),
            Last = Joined(parts, p => p.Last, p => p.Last = []),
        };
    }

    static T[] Joined<T>(IReadOnlyList<TieColumns> parts, Func<TieColumns, T[]> column, Action<TieColumns> giveUp)
    {
        var start = new int[parts.Count + 1];
        for (var p = 0; p < parts.Count; p++) start[p + 1] = start[p] + column(parts[p]).Length;
        var all = new T[start[^1]];
        Parallel.For(0, parts.Count, p =>
        {
            column(parts[p]).CopyTo(all, start[p]);
            giveUp(parts[p]);
        });
        return all;
    }
}
