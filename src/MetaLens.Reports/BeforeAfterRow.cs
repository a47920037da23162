namespace MetaLens.Reports;

/// <summary>One thing an observer holds, before and after.</summary>
/// <param name="Id">Short name, unique in its table.</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Before">What is held of it before, as the page writes it.</param>
/// <param name="After">The same after.</param>
/// <param name="BeforeValue">The number behind <paramref name="Before"/>: a count, or an hour of the day.</param>
/// <param name="AfterValue">The same after.</param>
public sealed record BeforeAfterRow(string Id, string What, string Before, string After, double BeforeValue, double AfterValue)
{
    /// <summary>What changes, as a clause: "messages it can read go from none to all 120".</summary>
    public string Change { get; init; } = "";

    /// <summary>Whether anything changes.</summary>
    public bool Changes => Before != After;
}
