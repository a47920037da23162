namespace MetaLens.Ingestion.Delimited;

/// <summary>Which column holds what: 0-based positions, −1 = none.</summary>
sealed record ColumnRoles(int Sender, int Recipient, int Time, int Size, int Conversation, int Id, bool KeepIds)
{
    /// <summary>A column of this name says how long a call was: its seconds are the size of the call, and negative where nobody answered.</summary>
    const string DurationName = "duration";

    // Header names that people and tools use, lower case, without blanks, dashes and underscores. The first role that matches takes the column.
    static readonly string[] SenderNames = ["sender", "from", "src", "source", "caller", "author", "senderid", "sendername", "fromid", "sourceid", "user", "username", "fromaddress", "callerid", "aparty", "srcid", "ego", "sa"];
    static readonly string[] RecipientNames = ["recipient", "recipients", "receiver", "receivers", "to", "dst", "dest", "destination", "target", "callee", "recipientid", "receiverid", "toid", "targetid", "toaddress", "calleeid", "bparty", "dstid", "alter"];
    static readonly string[] TimeNames = ["sentat", "timestamp", "time", "date", "datetime", "sent", "sentdate", "unixts", "unixtime", "ts", "eventdate", "createdat", "timestamputc", "timestampms", "when", "epoch", "starttime"];
    static readonly string[] SizeNames = ["size", "bytes", "length", "sizebytes", "messagesize", "len", DurationName];
    static readonly string[] ConversationNames = ["conversation", "conversationid", "thread", "threadid", "group", "groupid", "chat", "chatid", "channel", "channelid", "room", "log"];
    static readonly string[] IdNames = ["messageid"];

    /// <summary>Roles by header names; null when sender, time, and recipient or conversation are not all there.</summary>
    public static ColumnRoles? FromHeader(IReadOnlyList<string> header)
    {
        var names = header.Select(Plain).ToArray();
        var roles = new ColumnRoles(Find(SenderNames), Find(RecipientNames), Find(TimeNames), Find(SizeNames), Find(ConversationNames), Find(IdNames), KeepIds: false);
        return !roles.IsUsable ? null : roles.Size >= 0 && names[roles.Size] == DurationName ? roles with { AreCalls = true } : roles;

        int Find(string[] synonyms)
        {
            foreach (var synonym in synonyms)
                if (Array.IndexOf(names, synonym) is >= 0 and var at) return at;
            return -1;
        }
    }

    /// <summary>Roles as the user named them, by header name or 1-based number.</summary>
    /// <exception cref="MessageFormatException">A named column is not there.</exception>
    public static ColumnRoles FromMapping(ColumnMapping mapping, IReadOnlyList<string>? header, int width, string file)
    {
        var roles = new ColumnRoles(Find(mapping.Sender), Find(mapping.Recipient), Find(mapping.Time), Find(mapping.Size), Find(mapping.Conversation), Find(mapping.Id), KeepIds: mapping.Id is not null);
        return roles.IsUsable ? roles with { AreCalls = header is not null && roles.Size >= 0 && roles.Size < header.Count && Plain(header[roles.Size]) == DurationName }
            : throw new MessageFormatException(new Place(file, 1), "no column for sender, time, and recipient or conversation", "these three at least", "--columns sender=A,recipient=B,time=C");

        int Find(string? column)
        {
            if (column is null) return -1;
            for (var i = 0; header is not null && i < header.Count; i++)
                if (string.Equals(header[i].Trim(), column, StringComparison.OrdinalIgnoreCase)) return i;
            if (int.TryParse(column, out var number) && number >= 1 && number <= width) return number - 1;
            throw new MessageFormatException(new Place(file, 1), $"no column '{column}'",
                header is null ? $"a number 1 … {width}" : $"one of: {string.Join(", ", header)}, or a number 1 … {width}", "correct --columns");
        }
    }

    /// <summary>The form of the SNAP collection: sender, recipient, time and perhaps size.</summary>
    public static ColumnRoles Snap(int width) => new(0, 1, 2, width > 3 ? 3 : -1, -1, -1, KeepIds: false);

    /// <summary>Whether the rows are calls, and their sizes seconds.</summary>
    public bool AreCalls { get; private init; }

    /// <summary>Cells a row needs at least.</summary>
    public int Needed => Math.Max(Sender, Math.Max(Time, Recipient >= 0 ? Recipient : Conversation)) + 1;

    bool IsUsable => Sender >= 0 && Time >= 0 && (Recipient >= 0 || Conversation >= 0);

    static string Plain(string name)
    {
        Span<char> plain = stackalloc char[Math.Min(name.Length, 64)];
        var length = 0;
        foreach (var c in name)
            if (length < plain.Length && char.IsLetterOrDigit(c)) plain[length++] = char.ToLowerInvariant(c);
        return plain[..length].ToString();
    }
}
