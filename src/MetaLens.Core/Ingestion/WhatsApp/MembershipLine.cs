namespace MetaLens.Ingestion.WhatsApp;

/// <summary>Who did what to a group's membership, from WhatsApp's own lines ("Alice added Bob", "Bob left") in any language of <see cref="Languages"/>.</summary>
/// <param name="Actor">Who acted, or who came or went where nobody else acted.</param>
/// <param name="Members">Who else is named as a member.</param>
readonly record struct MembershipLine(string Actor, IReadOnlyList<string> Members)
{
    const int LongestName = 100;

    /// <summary>Reads a line that has no sender.</summary>
    public static MembershipLine? TryRead(ReadOnlySpan<char> line)
    {
        line = line.Trim().Trim('\u200E').TrimEnd('.');
        foreach (var language in Languages.All)
            foreach (var verb in language.Membership)
                if (TryVerb(line, verb, language) is { } read) return read;
        return null;
    }

    /// <summary>Whether a name stands for the owner, who is "you" in such lines.</summary>
    public static bool IsYou(string name) => Array.Exists(Languages.All, l => l.You.Equals(name, StringComparison.OrdinalIgnoreCase));

    static MembershipLine? TryVerb(ReadOnlySpan<char> line, in MembershipVerb verb, Language language)
    {
        if (!line.EndsWith(verb.AtEnd, StringComparison.Ordinal)) return null;
        if (verb.After.Length == 0) return line.Length <= LongestName && line.Length > verb.AtEnd.Length ? new MembershipLine(line[..^verb.AtEnd.Length].ToString(), []) : null;
        if (line.IndexOf(verb.After) is not (> 0 and <= LongestName and var at)) return null;
        var rest = at + verb.After.Length;
        if (!verb.NamesMembers) return new MembershipLine(line[..at].ToString(), []);
        var end = line.Length - verb.AtEnd.Length;
        return end <= rest || line[..at].Contains('"') ? null : new MembershipLine(line[..at].ToString(), Names(line[rest..end], language.And));
    }

    // "Bob", "Bob and Cy", "Bob, Cy and Di".
    static string[] Names(ReadOnlySpan<char> list, string and) =>
        list.Length > 20 * LongestName ? [] : [.. list.ToString().Split(", ").SelectMany(part => part.Split(and)).Select(name => name.Trim()).Where(name => name.Length is > 0 and <= LongestName)];
}
