namespace MetaLens.Lenses;

/// <summary>Every lens that has a name.</summary>
public static class LensCatalog
{
    /// <summary>All lenses, in the order in which they are listed.</summary>
    public static IReadOnlyList<Lens> All { get; } = [Lens.None];

    /// <summary>The lens with this id.</summary>
    /// <exception cref="ArgumentException">There is none; the message names what there is.</exception>
    public static Lens Find(string id) =>
        All.FirstOrDefault(l => l.Id == id) ?? throw new ArgumentException($"--lens: found '{id}'; expected one of {string.Join(", ", All.Select(l => l.Id))}.");
}
