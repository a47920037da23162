using MetaLens.Reports.Languages;

namespace MetaLens.Reports.Charts;

/// <summary>What a picture shows, as plain data: no pixels, no colours, no messages. A view draws it as SVG in the width it is given.</summary>
/// <param name="Id">Unique within a page; letters, digits and hyphens.</param>
/// <param name="Title">What the picture is, in a few words.</param>
/// <param name="Description">What it shows, in a sentence or two, for who cannot see it.</param>
public abstract record Chart(string Id, string Title, string Description)
{
    /// <summary>The language of its words and numbers.</summary>
    public required Language Language { get; init; }

    /// <summary>Every number in the picture.</summary>
    public abstract ChartTable Table { get; }

    /// <summary>The keys of the people in it (see <see cref="Bar"/>); more than once where somebody is shown more than once.</summary>
    public virtual IEnumerable<string> PersonKeys => [];

    /// <summary>Whether single people can be told apart in it.</summary>
    public virtual bool ShowsPeople => PersonKeys.Any();

    /// <summary>The width it reads best in, in CSS pixels.</summary>
    public virtual int PreferredWidth => 760;
}
