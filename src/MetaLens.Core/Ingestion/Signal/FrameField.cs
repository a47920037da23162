using System.Text;

namespace MetaLens.Ingestion.Signal;

/// <summary>A field of a backup frame under both its names.</summary>
/// <param name="Number">In protocol buffers.</param>
/// <param name="Name">In JSON.</param>
readonly record struct FrameField(int Number, string Name)
{
    /// <summary>The name as JSON holds it.</summary>
    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);
}
