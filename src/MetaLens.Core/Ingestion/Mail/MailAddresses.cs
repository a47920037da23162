using System.Text;

namespace MetaLens.Ingestion.Mail;

/// <summary>Addresses of a list field (RFC 5322): names, quoted names, comments, routes and groups fall away, what is left is lower-cased.</summary>
static class MailAddresses
{
    const int LongestAddress = 320;
    const int DeepestComment = 32;

    /// <summary>The addresses in order; a mailbox without one gives its name (decoded), an empty group nothing.</summary>
    public static List<string> Of(string list)
    {
        var found = new List<string>();
        var mailbox = new StringBuilder();
        var (angle, inAngle) = ("", false);
        for (var i = 0; i < list.Length; i++)
        {
            switch (list[i])
            {
                case '(': i = EndOfComment(list, i); break;
                case '"': i = TakeQuoted(list, i, inAngle ? null : mailbox, ref angle); break;
                case '<': (angle, inAngle) = ("", true); break;
                case '>': inAngle = false; break;
                // A colon ends the name of a group, or (inside <>) a route that mail no longer takes.
                case ':' when inAngle: angle = ""; break;
                case ':': mailbox.Clear(); break;
                case ',' or ';' when !inAngle: Flush(); break;
                default:
                    if (inAngle) angle += char.IsWhiteSpace(list[i]) ? "" : list[i];
                    else mailbox.Append(list[i]);
                    break;
            }
        }
        Flush();
        return found;

        void Flush()
        {
            var name = mailbox.ToString().Trim();
            var address = angle.Length > 0 ? angle : name.Contains('@', StringComparison.Ordinal) ? (name[0] == '"' ? name : name.Replace(" ", "", StringComparison.Ordinal)) : EncodedWords.Decode(name);
            if (address.Length is > 0 and <= LongestAddress && !address.Any(char.IsControl)) found.Add(address.ToLowerInvariant());
            mailbox.Clear();
            (angle, inAngle) = ("", false);
        }
    }

    static int EndOfComment(string list, int at)
    {
        var depth = 0;
        for (var i = at; i < list.Length; i++)
        {
            if (list[i] == '\\') i++;
            else if (list[i] == '(' && depth < DeepestComment) depth++;
            else if (list[i] == ')' && --depth == 0) return i;
        }
        return list.Length;
    }

    // A quoted name may hold commas and brackets; a quoted local part ("a b"@example.org) belongs to the address.
    static int TakeQuoted(string list, int at, StringBuilder? mailbox, ref string angle)
    {
        var text = new StringBuilder();
        var i = at + 1;
        for (; i < list.Length && list[i] != '"'; i++)
        {
            if (list[i] == '\\' && i + 1 < list.Length) i++;
            text.Append(list[i]);
        }
        var isLocalPart = i + 1 < list.Length && list[i + 1] == '@';
        var quoted = isLocalPart && text.ToString().Any(c => char.IsWhiteSpace(c) || c is ',' or '"') ? $"\"{text}\"" : text.ToString();
        if (mailbox is null) angle += quoted;
        else if (isLocalPart) mailbox.Append(quoted);
        else mailbox.Append(quoted.Replace('@', ' '));
        return i;
    }
}
