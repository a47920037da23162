using MetaLens.Messages;

namespace MetaLens.Ingestion;

/// <summary>
/// Reads one export after another into one log. Each says anew whose it is and how its times are known; one that is broken does not keep the others from being read.
/// </summary>
sealed class ExportMerge(MessageLogBuilder log, ReadContext context)
{
    readonly List<MessageFormatException> _broken = [];
    readonly List<string> _owners = [];
    readonly SortedSet<TimeBasis> _bases = [];
    int _read;

    /// <summary>Reads the files of one format in one source.</summary>
    public void Read(IMessageFormat format, Source source, IReadOnlyList<SourceFile> files)
    {
        context.Stop.ThrowIfCancellationRequested();
        log.BeginSource();
        log.Owner = null;
        context.Report.IsOfTable = format.Card.IsTable;
        var before = log.Count;
        try
        {
            format.Read(source, files, log, context);
            _read++;
        }
        catch (MessageFormatException e)
        {
            Broken(e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Broken(new MessageFormatException(new Place(files.Count == 1 ? files[0].Name : source.Name), $"files of {format.Card.Name} that cannot be read to their end",
                "complete files that this user may read", "copy or download them again; from a broken .zip unpack what can be saved and name the folder"));
        }
        if (log.Owner is { } owner && !_owners.Contains(owner, StringComparer.Ordinal)) _owners.Add(owner);
        if (log.Count > before || _bases.Count == 0) _bases.Add(log.TimeBasis);
    }

    /// <summary>Takes what cannot be read: the end of it all when reading is strict, else told at the end.</summary>
    /// <exception cref="MessageFormatException">Reading is strict.</exception>
    public void Broken(MessageFormatException e)
    {
        if (context.Options.Strict) throw e;
        _broken.Add(e);
    }

    /// <summary>Tells the log whose it is and what its times are, and the report what could not be read.</summary>
    /// <exception cref="MessageFormatException">Nothing could be read.</exception>
    public void Finish()
    {
        if (_read == 0 && log.Count == 0 && _broken is [var first, ..]) throw first;
        foreach (var e in _broken) context.Report.Unread(e);
        log.Owner = _owners.FirstOrDefault();
        if (_owners.Count > 1)
            context.Report.Note($"The exports are of {string.Join(" and ", _owners.Select(o => $"\"{o}\""))}; the first is taken as you. If all of them are, --same-as FILE says so.",
                $"The exports are of {_owners.Count} owners; the first is taken as you. If all of them are one person, --same-as FILE says so.");
        log.TimeBasis = _bases.Max;
        if (_bases.Contains(TimeBasis.Relative) && _bases.Count > 1)
            context.Report.Note("Some inputs count time from an unnamed start: their times cannot be compared with those of the others.");
        else if (_bases.Count > 1)
            context.Report.Note("Some inputs have instants and some a wall clock without a zone; --timezone ZONE makes them one.");
    }
}
