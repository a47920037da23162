namespace MetaLens.Ingestion;

/// <summary>What a format is, for help, docs and errors; <c>docs/formats.md</c> is made of these.</summary>
/// <param name="Id">Short unique name, for <c>--format</c>.</param>
/// <param name="Name">Service and kind of file, in words.</param>
/// <param name="HowToGet">The menu path by which a user gets it.</param>
/// <param name="Contains">What MetaLens reads from it.</param>
/// <param name="Lacks">What it does not tell: recipients, sizes, zones, …</param>
public sealed record FormatCard(string Id, string Name, string HowToGet, string Contains, string Lacks)
{
    /// <summary>Whether it is a table that people make and mend by hand, and not the export of a service.</summary>
    public bool IsTable { get; init; }

    /// <summary>The service or program alone: <see cref="Name"/> up to the kind of file, which follows a colon or stands in brackets.</summary>
    public string Service => Name.Split([": ", " ("], StringSplitOptions.None)[0];
}
