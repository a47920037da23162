namespace MetaLens.Lenses;

/// <summary>What help, parser, documents and tests say of one protection as typed (<c>key=value</c>).</summary>
/// <param name="Key">Left of the equals sign; several cards may share it.</param>
/// <param name="Value">What stands to its right: a word, or a parameter in capitals.</param>
/// <param name="Example">A pair that works.</param>
/// <param name="Protection">The record that it makes.</param>
/// <param name="Help">What it does, one sentence.</param>
/// <param name="Range">Allowed values; empty for a word.</param>
/// <param name="Cost">What it costs the people it protects.</param>
/// <param name="Source">Where the idea, or the number, comes from.</param>
public sealed record ProtectionCard(string Key, string Value, string Example, Type Protection, string Help, string Range, string Cost, string Source)
{
    internal Func<string, Protection?> Read { get; init; } = _ => null;

    internal Func<Protection, string?> Write { get; init; } = _ => null;

    /// <summary>A protection that is one word.</summary>
    internal static ProtectionCard Word(string key, string word, Protection protection, string help, string cost, string source) =>
        new(key, word, $"{key}={word}", protection.GetType(), help, "", cost, source)
        {
            Read = value => value == word ? protection : null,
            Write = other => other == protection ? word : null,
        };

    /// <summary>A protection with a parameter.</summary>
    internal static ProtectionCard With<T>(
        string key, string value, string example, string help, string range, string cost, string source, Func<string, T?> read, Func<T, string?> write) where T : Protection =>
        new(key, value, $"{key}={example}", typeof(T), help, range, cost, source)
        {
            Read = read,
            Write = protection => protection is T own ? write(own) : null,
        };
}
