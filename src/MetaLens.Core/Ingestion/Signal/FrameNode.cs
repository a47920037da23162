namespace MetaLens.Ingestion.Signal;

/// <summary>A message of a backup frame, whichever way it is written down.</summary>
abstract class FrameNode
{
    /// <summary>The nested message in a field, or null.</summary>
    public abstract FrameNode? Child(FrameField field);

    /// <summary>The nested messages in a repeated field.</summary>
    public abstract IEnumerable<FrameNode> Children(FrameField field);

    /// <summary>A text; empty when not there.</summary>
    public abstract string Text(FrameField field);

    /// <summary>UTF-8 bytes of a text; 0 when not there.</summary>
    public abstract int TextBytes(FrameField field);

    /// <summary>A number; booleans are 0 and 1; 0 when not there or not a number.</summary>
    public abstract long Number(FrameField field);

    /// <summary>Bytes as base64 without padding; empty when not there.</summary>
    public abstract string Key(FrameField field);

    /// <summary>Whether an enumeration has a value.</summary>
    public abstract bool Is(FrameField field, int number, string name);
}
