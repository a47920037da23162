using MetaLens.Ingestion.Json;

namespace MetaLens.Ingestion.Meta;

/// <summary>Sizes of the media files that lie in the same source as the thread that names them.</summary>
sealed class MediaSizes(Source source, string folder)
{
    /// <summary>Bytes of the file at a uri, which is relative to the thread's folder or to any folder above it; −1 = not there.</summary>
    public long SizeOf(ReadOnlySpan<byte> uri) => SizeOf(JsonText.ToName(uri));

    /// <inheritdoc cref="SizeOf(ReadOnlySpan{byte})"/>
    public long SizeOf(string uri)
    {
        if (uri.Length == 0 || uri.Contains("://", StringComparison.Ordinal)) return -1;
        if (uri.StartsWith("./", StringComparison.Ordinal)) uri = uri[2..];
        for (var at = folder; ; at = at.LastIndexOf('/') is >= 0 and var slash ? at[..slash] : "")
        {
            if (source.Find(at.Length == 0 ? uri : $"{at}/{uri}") is { } file) return file.Length;
            if (at.Length == 0) return -1;
        }
    }
}
