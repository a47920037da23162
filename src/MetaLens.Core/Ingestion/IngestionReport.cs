namespace MetaLens.Ingestion;

/// <summary>What happened while reading: every rejected record is counted by reason, the first ten of each are kept, and nothing is dropped in silence.</summary>
public sealed class IngestionReport
{
    const int PlacesKept = 10;

    readonly ReadOptions _options;
    readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    readonly List<Rejection> _first = [];
    readonly List<FileRead> _files = [];
    readonly List<string> _notes = [];
    readonly List<string> _publicNotes = [];
    readonly List<string> _unreadable = [];

    /// <summary>An empty report.</summary>
    /// <param name="options">Whether to stop at the first bad record and whether to show values.</param>
    public IngestionReport(ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
    }

    /// <summary>Rejected records by reason id, in order of the id.</summary>
    public IReadOnlyDictionary<string, long> Rejected => new SortedDictionary<string, long>(_counts, StringComparer.Ordinal);

    /// <summary>Rejected records in all.</summary>
    public long RejectedTotal { get; private set; }

    /// <summary>The first ten rejected records of each reason, in order of appearance.</summary>
    public IReadOnlyList<Rejection> First => _first;

    /// <summary>The files read, each with its format.</summary>
    public IReadOnlyList<FileRead> Files => _files;

    /// <summary>What could not be read at all while the rest was: where, what was found, and the mend, a sentence each. Counted as <see cref="RejectReasons.FileUnreadable"/>.</summary>
    public IReadOnlyList<string> Unreadable => _unreadable;

    /// <summary>Sentences about what the format could not tell, or what was decided.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The notes as somebody else may read them: without names of people, files and folders.</summary>
    public IReadOnlyList<string> NotesWithoutNames => _publicNotes;

    /// <summary>Whether what is read now is a table, whose cells and columns the user has at hand.</summary>
    internal bool IsOfTable { get; set; } = true;

    /// <summary>Messages that overlapping inputs held twice and that were kept once.</summary>
    public int DuplicatesRemoved { get; internal set; }

    /// <summary>Messages left out because of <see cref="ReadOptions.From"/> and <see cref="ReadOptions.To"/>.</summary>
    public long OutsideWindow { get; internal set; }

    /// <summary>Records of the source that are no messages by its own account (system lines, drafts, deleted), by what they are.</summary>
    public IReadOnlyDictionary<string, long> Skipped => _skipped;

    readonly SortedDictionary<string, long> _skipped = new(StringComparer.Ordinal);

    /// <summary>Records of the account that the export holds besides messages (log-ins, contacts), by what they are. Only counted: the operator keeps them all the same.</summary>
    public IReadOnlyDictionary<string, long> AccountRecords => _accountRecords;

    readonly SortedDictionary<string, long> _accountRecords = new(StringComparer.Ordinal);

    /// <summary>Counts a record that is not taken.</summary>
    /// <param name="reason">Why, from <see cref="RejectReasons"/>.</param>
    /// <param name="place">Where.</param>
    /// <param name="field">The field at fault, in the file's own words.</param>
    /// <param name="found">What was there; kept only if values may be shown. Never content of a message.</param>
    /// <exception cref="MessageFormatException">Reading is strict.</exception>
    public void Reject(RejectReason reason, Place place, string field, ReadOnlySpan<char> found)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var count = Count(reason);
        if (count > PlacesKept && !_options.Strict) return;
        var shown = found.IsEmpty ? "" : !_options.ShowValues ? null : found.Length > 200 ? string.Concat(found[..200], "…") : found.ToString();
        var rejection = new Rejection(reason, place, field, shown, IsOfTable ? reason.Mend : reason.MendOfExport ?? reason.Mend);
        _first.Add(rejection);
        if (_options.Strict) throw new MessageFormatException(rejection);
    }

    /// <summary>Counts records that are no messages by the source's own account.</summary>
    /// <param name="what">What they are, in the plural (<c>system lines</c>, <c>drafts</c>).</param>
    /// <param name="count">How many.</param>
    public void Skip(string what, long count = 1) => _skipped[what] = _skipped.GetValueOrDefault(what) + count;

    /// <summary>Counts records of the account.</summary>
    internal void Account(string what, long count)
    {
        if (count > 0) _accountRecords[what] = _accountRecords.GetValueOrDefault(what) + count;
    }

    /// <summary>Adds a sentence, once.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="withoutNames">The same without names of people, files and folders; null when it has none.</param>
    public void Note(string sentence, string? withoutNames = null)
    {
        if (!_notes.Contains(sentence, StringComparer.Ordinal)) _notes.Add(sentence);
        if (!_publicNotes.Contains(withoutNames ?? sentence, StringComparer.Ordinal)) _publicNotes.Add(withoutNames ?? sentence);
    }

    /// <summary>Says that a text does not end with a line end, which is all that may be seen of one that was cut inside its last cell.</summary>
    internal void NoteCut() => Note("A file does not end with a line end: if it was cut short, its last record may be incomplete.");

    /// <summary>Counts a file or archive that cannot be read while others are.</summary>
    internal void Unread(MessageFormatException e)
    {
        Count(RejectReasons.FileUnreadable);
        _unreadable.Add(e.Message);
    }

    internal void Read(FileRead file) => _files.Add(file);

    long Count(RejectReason reason)
    {
        RejectedTotal++;
        return _counts[reason.Id] = _counts.GetValueOrDefault(reason.Id) + 1;
    }
}
