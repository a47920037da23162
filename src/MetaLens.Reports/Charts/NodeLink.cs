using System.Collections.Immutable;

namespace MetaLens.Reports.Charts;

/// <summary>Who is tied to whom, at given places. Groups differ in colour and in shape.</summary>
/// <param name="Id">See <see cref="Chart"/>.</param>
/// <param name="Title">See <see cref="Chart"/>.</param>
/// <param name="Description">See <see cref="Chart"/>.</param>
/// <param name="Unit">What the weight of a line counts.</param>
/// <param name="Nodes">The nodes.</param>
/// <param name="Links">At most 150, or it is a hairball.</param>
public sealed record NodeLink(string Id, string Title, string Description, string Unit, ImmutableArray<Node> Nodes, ImmutableArray<Link> Links)
    : Chart(Id, Title, Description)
{
    /// <summary>The largest number of lines that a reader can follow.</summary>
    public const int MaxLinks = 150;

    /// <summary>The lines.</summary>
    public ImmutableArray<Link> Links { get; } = Links.Length <= MaxLinks ? Links
        : throw new ArgumentOutOfRangeException(nameof(Links), Links.Length, $"At most {MaxLinks} ties; take the backbone, or draw a list.");

    /// <summary>The time that is covered, in slices from the first to the last; empty where times are not shown.</summary>
    public ImmutableArray<Slice> Slices { get; init; } = [];

    /// <inheritdoc/>
    public override ChartTable Table => ChartTable.Of([Language["chart.from"], Language["chart.to"], Unit], Links.OrderByDescending(l => l.Weight), l => [Nodes[l.A].Label, Nodes[l.B].Label, Language.Figures.Number(l.Weight)]);

    /// <inheritdoc/>
    public override bool ShowsPeople => true;

    /// <inheritdoc/>
    public override IEnumerable<string> PersonKeys => Nodes.Select(n => n.Key).OfType<string>();

    /// <inheritdoc/>
    public override int PreferredWidth => 1040;
}
