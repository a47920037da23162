namespace MetaLens.Ingestion;

/// <summary>The sort of a message from the file that hangs on it.</summary>
static class MediaKind
{
    /// <summary>By the extension of a file name or uri.</summary>
    public static MessageKind OfName(ReadOnlySpan<byte> utf8)
    {
        var dot = utf8.LastIndexOf((byte)'.');
        if (dot < 0 || utf8.Length - dot > 6) return MessageKind.File;
        Span<char> extension = stackalloc char[6];
        var length = 0;
        foreach (var b in utf8[(dot + 1)..]) extension[length++] = char.ToLowerInvariant((char)b);
        return OfExtension(extension[..length]);
    }

    /// <inheritdoc cref="OfName(ReadOnlySpan{byte})"/>
    public static MessageKind OfName(ReadOnlySpan<char> name)
    {
        var dot = name.LastIndexOf('.');
        if (dot < 0 || name.Length - dot > 6) return MessageKind.File;
        Span<char> extension = stackalloc char[6];
        return OfExtension(extension[..name[(dot + 1)..].ToLowerInvariant(extension)]);
    }

    /// <summary>By a media type such as <c>image/jpeg</c>.</summary>
    public static MessageKind OfMediaType(ReadOnlySpan<char> type) =>
        type.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ? MessageKind.Photo
        : type.StartsWith("video/", StringComparison.OrdinalIgnoreCase) ? MessageKind.Video
        : type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) ? MessageKind.Voice
        : MessageKind.File;

    static MessageKind OfExtension(ReadOnlySpan<char> extension) => extension switch
    {
        "jpg" or "jpeg" or "png" or "heic" or "heif" => MessageKind.Photo,
        "mp4" or "mov" or "3gp" or "mkv" or "avi" => MessageKind.Video,
        "opus" or "ogg" or "oga" or "m4a" or "mp3" or "aac" or "amr" or "wav" or "caf" => MessageKind.Voice,
        _ => MessageKind.File,
    };
}
