namespace MetaLens.Ingestion.WhatsApp;

/// <summary>The words that WhatsApp itself writes into an export, in the languages that exports were seen in.</summary>
static class Phrases
{
    static readonly string[] OtherLanguages =
    [
        "WhatsApp-Chat mit ", "Chat de WhatsApp con ", "Conversa do WhatsApp com ", "Discussion WhatsApp avec ", "Chat WhatsApp con ", "WhatsApp-chat met ", "Чат WhatsApp с ",
        "(Datei angehängt)", "(archivo adjunto)", "(arquivo anexado)", "(fichier joint)", "(file allegato)", "(bestand bijgevoegd)", "(файл добавлен)",
        "<Medien ausgeschlossen>", "<Multimedia omitido>", "<Mídia oculta>", "<Arquivo de mídia oculto>", "<Médias omis>", "<Media omessi>", "<Media weggelaten>", "<Без медиафайлов>",
        "Ende-zu-Ende-verschlüsselt", "cifrados de extremo a extremo", "criptografia de ponta a ponta", "chiffrés de bout en bout", "crittografia end-to-end",
    ];

    static readonly string[] ChatNamePrefixes =
    [
        "WhatsApp Chat with ", "WhatsApp Chat - ", "WhatsApp-Chat mit ", "WhatsApp Chat mit ", "Chat de WhatsApp con ", "Chat de WhatsApp - ", "Conversa do WhatsApp com ", "Discussion WhatsApp avec ",
        "Chat WhatsApp con ", "WhatsApp-chat met ", "Чат WhatsApp с ",
    ];

    static readonly string[] FileAttached = ["(file attached)", "(Datei angehängt)", "(archivo adjunto)", "(arquivo anexado)", "(fichier joint)", "(file allegato)", "(bestand bijgevoegd)", "(файл добавлен)"];

    static readonly string[] Deleted =
    [
        "This message was deleted", "Diese Nachricht wurde gelöscht", "Se eliminó este mensaje", "Eliminaste este mensaje", "Mensagem apagada", "Ce message a été supprimé", "Questo messaggio è stato eliminato", "Dit bericht is verwijderd",
    ];

    static readonly string[] DeletedByOwner = ["You deleted this message", "Du hast diese Nachricht gelöscht", "Eliminaste este mensaje", "Você apagou esta mensagem", "Vous avez supprimé ce message", "Hai eliminato questo messaggio", "Je hebt dit bericht verwijderd"];

    static readonly string[] Notices = ["Messages and calls are end-to-end encrypted", "Messages to this chat and calls are now secured", "Messages to this group are now secured", "Messages you send to this"];

    static readonly string[] Calls = ["Missed voice call", "Missed video call", "Voice call", "Video call", "Missed group voice call", "Missed group video call"];

    static readonly string[] Omitted = ["image omitted", "photo omitted", "video omitted", "audio omitted", "sticker omitted", "document omitted", "GIF omitted", "Contact card omitted"];

    static readonly (string Word, MessageKind Kind)[] OmittedMedia =
    [
        ("image", MessageKind.Photo), ("photo", MessageKind.Photo), ("Bild", MessageKind.Photo), ("imagen", MessageKind.Photo), ("imagem", MessageKind.Photo), ("immagine", MessageKind.Photo), ("afbeelding", MessageKind.Photo),
        ("video", MessageKind.Video), ("vídeo", MessageKind.Video), ("vidéo", MessageKind.Video), ("audio", MessageKind.Voice), ("áudio", MessageKind.Voice),
    ];

    /// <summary>Whether a line or a file name holds words of a language whose dates begin with the day.</summary>
    public static bool IsOtherLanguage(string text) => (text.Length < 4096) && Array.Exists(OtherLanguages, p => text.Contains(p, StringComparison.Ordinal));

    /// <summary>The chat's name from that of its file or archive; null where it has none of WhatsApp's own prefixes.</summary>
    public static string? ChatName(string fileName)
    {
        var stem = fileName.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? fileName[..^4] : fileName;
        // A second download: "… (1)".
        if (stem.EndsWith(')') && stem.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var copy && stem.AsSpan(copy + 2, stem.Length - copy - 3).ContainsAnyExceptInRange('0', '9') == false) stem = stem[..copy];
        return Array.Find(ChatNamePrefixes, p => stem.StartsWith(p, StringComparison.OrdinalIgnoreCase)) is { } prefix ? stem[prefix.Length..].Trim() : null;
    }

    /// <summary>The words after an attachment's file name on Android; −1 = the text is no such line, else where the name ends.</summary>
    public static int EndOfAttachedName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[^1] != ')') return -1;
        foreach (var phrase in FileAttached)
            if (text.EndsWith(phrase, StringComparison.OrdinalIgnoreCase)) return text.Length - phrase.Length;
        return -1;
    }

    public static bool IsDeleted(ReadOnlySpan<char> text) => IsAny(text, Deleted) || IsDeletedByOwner(text);

    /// <summary>Only the owner's own deletions are written this way, so it gives the owner away.</summary>
    public static bool IsDeletedByOwner(ReadOnlySpan<char> text) => IsAny(text, DeletedByOwner);

    public static bool IsNotice(ReadOnlySpan<char> text) => StartsWithAny(text, Notices);

    /// <summary>A call. Where the line bears WhatsApp's mark its length may follow; without the mark it must be the whole line, because people write such words too.</summary>
    public static bool IsCall(ReadOnlySpan<char> text, bool marked) => marked ? text.Length < 60 && StartsWithAny(text, Calls) : IsAny(text, Calls);

    /// <summary>iOS' words for media left out, in versions that do not mark them.</summary>
    public static bool IsOmitted(ReadOnlySpan<char> text) => IsAny(text, Omitted);

    /// <summary>The sort of media that was left out, from iOS' words.</summary>
    public static MessageKind OmittedKind(ReadOnlySpan<char> text)
    {
        foreach (var (word, kind) in OmittedMedia)
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return kind;
        return MessageKind.File;
    }

    static bool StartsWithAny(ReadOnlySpan<char> text, string[] phrases)
    {
        foreach (var phrase in phrases)
            if (text.StartsWith(phrase, StringComparison.Ordinal)) return true;
        return false;
    }

    static bool IsAny(ReadOnlySpan<char> text, string[] phrases)
    {
        if (text.Length > 60) return false;
        foreach (var phrase in phrases)
            if (text.TrimEnd('.').Equals(phrase, StringComparison.Ordinal)) return true;
        return false;
    }
}
