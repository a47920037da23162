namespace MetaLens.Ingestion;

/// <summary>Every reason for which a record is rejected, with its words. Alphabetical.</summary>
public static class RejectReasons
{
    const string NotSaid = "nothing needs doing: the export does not say it, and the record is left out";

    /// <summary>The conversation cell is empty in a log whose recipients come from conversations.</summary>
    public static RejectReason ConversationEmpty { get; } = new("conversation-empty", "the name of a conversation", "fill the cell, or name a recipient column with --columns");
    /// <summary>A date whose day and month could be swapped or do not exist.</summary>
    public static RejectReason DateNotOfOrder { get; } = new("date-not-of-order", "a date in the order of the others", "say the order with --date-order dmy, mdy or ymd");
    /// <summary>A file or archive of which nothing can be read, beside others that can.</summary>
    public static RejectReason FileUnreadable { get; } = new("file-unreadable", "a complete file of its format", "export, copy or download it again");
    /// <summary>The name holds a NUL or another control character.</summary>
    public static RejectReason NameHasControlCharacter { get; } = new("name-has-control-character", "a name without control characters", "remove them from the file");
    /// <summary>The name is longer than 1,024 characters.</summary>
    public static RejectReason NameTooLong { get; } = new("name-too-long", "a name of at most 1,024 characters", "check the delimiter and the quotes (--delimiter)") { MendOfExport = "export again; if it comes back, report the format's version" };
    /// <summary>A quoted cell that never ends, or text after a closing quote.</summary>
    public static RejectReason QuoteBroken { get; } = new("quote-broken", "a quoted cell closed by \" before the next delimiter", "close the quote, or double quotes inside the cell");
    /// <summary>No recipient.</summary>
    public static RejectReason RecipientEmpty { get; } = new("recipient-empty", "at least one recipient", "fill the cell, or leave the row out") { MendOfExport = NotSaid };
    /// <summary>A record of a binary or JSON format that does not have the shape its format requires.</summary>
    public static RejectReason RecordMalformed { get; } = new("record-malformed", "a record of this format", "export again; if it comes back, report the format's version");
    /// <summary>No sender.</summary>
    public static RejectReason SenderEmpty { get; } = new("sender-empty", "a sender", "fill the cell, or leave the row out") { MendOfExport = NotSaid };
    /// <summary>A negative size.</summary>
    public static RejectReason SizeNegative { get; } = new("size-negative", "a size of 0 or more bytes (an empty cell when unknown)", "leave the cell empty where the size is unknown");
    /// <summary>A size above 2^31 − 1.</summary>
    public static RejectReason SizeTooLarge { get; } = new("size-too-large", "a size below 2,147,483,648 bytes", "check that the column is a size (--columns size=…)");
    /// <summary>A size that is no whole number.</summary>
    public static RejectReason SizeUnreadable { get; } = new("size-unreadable", "a whole number of bytes", "check that the column is a size (--columns size=…)");
    /// <summary>Bytes that are not UTF-8.</summary>
    public static RejectReason TextNotUtf8 { get; } = new("text-not-utf8", "text in UTF-8", "save the file as UTF-8");
    /// <summary>No time.</summary>
    public static RejectReason TimeEmpty { get; } = new("time-empty", "a time", "fill the cell, or leave the row out") { MendOfExport = NotSaid };
    /// <summary>A time before 1970 or after 2200.</summary>
    public static RejectReason TimeOutOfRange { get; } = new("time-out-of-range", "a time between 1970 and 2200", "check the unit with --time-unit s, ms or us") { MendOfExport = "nothing needs doing: the clock of a device was wrong, and the record is left out" };
    /// <summary>A time that does not read like the others.</summary>
    public static RejectReason TimeUnreadable { get; } = new("time-unreadable", "a time written like the others in this file", "say how times are written with --time-format") { MendOfExport = "export again, in English or as JSON where the service offers it; the record is left out" };
    /// <summary>Fewer cells than needed.</summary>
    public static RejectReason TooFewCells { get; } = new("too-few-cells", "as many cells as the header, or at least those that hold sender, recipient and time", "complete the row, or check --delimiter") { MendOfExport = "export again; the record is left out" };
    /// <summary>More cells than the header.</summary>
    public static RejectReason TooManyCells { get; } = new("too-many-cells", "as many cells as the header", "quote cells that hold the delimiter");
    /// <summary>The file ends inside a record.</summary>
    public static RejectReason Truncated { get; } = new("truncated", "a complete file", "export or download it again; what came before the break is read");

    /// <summary>All reasons.</summary>
    public static IReadOnlyList<RejectReason> All { get; } =
    [
        ConversationEmpty, DateNotOfOrder, FileUnreadable, NameHasControlCharacter, NameTooLong, QuoteBroken, RecipientEmpty, RecordMalformed, SenderEmpty, SizeNegative, SizeTooLarge,
        SizeUnreadable, TextNotUtf8, TimeEmpty, TimeOutOfRange, TimeUnreadable, TooFewCells, TooManyCells, Truncated,
    ];
}
