namespace MetaLens.Ingestion.WhatsApp;

/// <summary>Who did what to a group's membership, from WhatsApp's own English lines ("Alice added Bob", "Bob left").</summary>
/// <param name="Actor">Who acted, or who came or went where nobody else acted.</param>
/// <param name="Members">Who else is named as a member.</param>
readonly record struct MembershipLine(string Actor, IReadOnlyList<string> Members)
{
    const int LongestName = 100;

    static readonly string[] WithMembers = [" added ", " removed "];
    static readonly string[] Alone = [" created group ", " created this group", " joined using ", " joined from ", " was added", " were added", " was removed", " changed the subject", " changed the group ", " changed this group's ", " changed their phone number", " changed to +", " left the group"];

    /// <summary>Reads a line that has no sender.</summary>
    public static MembershipLine? TryRead(ReadOnlySpan<char> line)
    {
        line = line.Trim().Trim('\u200E');
        foreach (var verb in WithMembers)
            if (line.IndexOf(verb) is > 0 and <= LongestName and var at && !line[..at].Contains('"'))
                return new MembershipLine(line[..at].ToString(), Names(line[(at + verb.Length)..]));
        foreach (var verb in Alone)
            if (line.IndexOf(verb) is > 0 and <= LongestName and var at) return new MembershipLine(line[..at].ToString(), []);
        return line.EndsWith(" left") && line.Length <= LongestName ? new MembershipLine(line[..^5].ToString(), []) : null;
    }

    // "Bob", "Bob and Cy", "Bob, Cy and Di".
    static string[] Names(ReadOnlySpan<char> list) =>
        list.Length > 20 * LongestName ? [] : [.. list.ToString().Split(", ").SelectMany(part => part.Split(" and ")).Select(name => name.Trim()).Where(name => name.Length is > 0 and <= LongestName)];
}
