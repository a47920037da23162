using MetaLens.Messages;

namespace MetaLens.Ingestion.Xmpp;

/// <summary>XMPP archives: results of a query to a server's message archive (MAM), and the histories of the client Psi.</summary>
public sealed class XmppFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("xmpp", "XMPP archive (MAM results, Psi history)",
        "MAM: the XML stream of a query to urn:xmpp:mam:2, saved by a client's console or a script. Psi: the folder history of the profile.",
        "Addresses without their devices, times, sizes of texts or of ciphertext (OMEMO), delivery and display receipts; in rooms the nicknames.",
        "Members of rooms who never spoke; in Psi's histories the owner's address and the zone of times.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => IsArchive(f) || PsiHistory.Looks(f))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        log.TimeBasis = TimeBasis.Utc;
        foreach (var file in files)
        {
            log.BeginSource();
            if (PsiHistory.Looks(file)) new PsiHistory(file, log, context).ReadAll();
            else new MessageArchive(file, log, context).ReadAll();
        }
    }

    static bool IsArchive(SourceFile file) => file.Head.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<', ..] && file.Head.IndexOf("urn:xmpp:mam:"u8) >= 0;
}
