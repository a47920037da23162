namespace MetaLens.Ingestion.Signal;

/// <summary>A field of a backup frame under both its names.</summary>
/// <param name="Number">In protocol buffers.</param>
/// <param name="Name">In JSON.</param>
readonly record struct FrameField(int Number, string Name);
