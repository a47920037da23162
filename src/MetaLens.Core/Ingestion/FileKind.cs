namespace MetaLens.Ingestion;

/// <summary>What sort of message a file makes, by the end of its name.</summary>
static class FileKind
{
    /// <summary>The sort; <see cref="MessageKind.File"/> when the name does not tell.</summary>
    public static MessageKind Of(string name) => Path.GetExtension(name.Split('?')[0]).ToUpperInvariant() switch
    {
        ".JPG" or ".JPEG" or ".PNG" or ".GIF" or ".WEBP" or ".HEIC" or ".AVIF" => MessageKind.Photo,
        ".MP4" or ".MOV" or ".WEBM" or ".MKV" or ".AVI" => MessageKind.Video,
        ".OGG" or ".OPUS" or ".M4A" or ".MP3" or ".WAV" or ".AMR" => MessageKind.Voice,
        _ => MessageKind.File,
    };
}
