using System.Collections.Immutable;

namespace MetaLens.Lenses;

/// <summary>What one observer has of one platform.</summary>
/// <param name="Platform">Platform and mode, as in lens ids.</param>
/// <param name="Observer">Who looks.</param>
/// <param name="Cells">One cell for each <see cref="MessageField"/>, in its order.</param>
public sealed record ObserverView(string Platform, Observer Observer, ImmutableArray<VisibilityCell> Cells)
{
    /// <summary>The cell of one field.</summary>
    public VisibilityCell this[MessageField field] => Cells[(int)field];
}
