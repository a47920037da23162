namespace MetaLens.Ingestion;

/// <summary>
/// Pairs of formats in which one service's messages come in forms that cannot be compared: other names for the same people, times cut to the second or written without
/// a zone, sizes that only one of them has. What both hold is counted twice, so the user is told.
/// </summary>
static class OverlappingForms
{
    static readonly (string, string)[] Pairs = [("discord", "discord-package"), ("google-voice", "sms-backup"), ("signal", "signal-export"), ("whatsapp", "whatsapp-db")];

    /// <summary>Ids of the formats that may hold the same messages as this one.</summary>
    public static IEnumerable<string> Of(string id) => Pairs.Where(p => p.Item1 == id).Select(p => p.Item2).Concat(Pairs.Where(p => p.Item2 == id).Select(p => p.Item1));

    /// <summary>Notes every pair of which both forms were read.</summary>
    public static void Note(IngestionReport report)
    {
        var read = report.Files.Select(f => f.Format).ToHashSet(StringComparer.Ordinal);
        foreach (var (one, other) in Pairs)
            if (read.Contains(one) && read.Contains(other))
                report.Note($"Both {one} and {other} were read. They write the same messages in forms that cannot be compared, so those that both hold are counted twice: better read only one of them.");
    }
}
