namespace MetaLens.Export;

/// <summary>Every graph format, once.</summary>
public static class GraphFormats
{
    /// <summary>All formats.</summary>
    public static IReadOnlyList<IGraphFormat> All { get; } = [new GraphMl(), new Gexf(), new TiesCsv()];

    /// <summary>The format of a file extension (with its dot), or null.</summary>
    public static IGraphFormat? Find(string extension) => All.FirstOrDefault(f => string.Equals(f.Extension, extension, StringComparison.OrdinalIgnoreCase));
}
