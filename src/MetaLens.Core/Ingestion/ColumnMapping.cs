namespace MetaLens.Ingestion;

/// <summary>Which column of a delimited text holds what: a header name or a 1-based number each; null = none.</summary>
public sealed record ColumnMapping(string? Sender = null, string? Recipient = null, string? Time = null, string? Size = null, string? Conversation = null, string? Id = null)
{
    /// <summary>Reads <c>sender=A,recipient=B,time=C,size=D,conversation=E,id=F</c>.</summary>
    /// <exception cref="FormatException">A role that does not exist, or no <c>=</c>; the message lists the roles.</exception>
    public static ColumnMapping Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var mapping = new ColumnMapping();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (role, column) = part.Split('=', 2) is [var r, var c] && c.Length > 0 ? (r, c) : (part, "");
            mapping = (column.Length > 0 ? role : "") switch
            {
                "sender" => mapping with { Sender = column },
                "recipient" => mapping with { Recipient = column },
                "time" => mapping with { Time = column },
                "size" => mapping with { Size = column },
                "conversation" => mapping with { Conversation = column },
                "id" => mapping with { Id = column },
                _ => throw new FormatException($"--columns: found '{part}'; expected ROLE=COLUMN with a role of sender, recipient, time, size, conversation, id. Mend: --columns sender=From,recipient=To,time=Date"),
            };
        }
        return mapping;
    }
}
