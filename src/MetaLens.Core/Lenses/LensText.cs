using System.Collections.Immutable;

namespace MetaLens.Lenses;

/// <summary>
/// Lenses as typed: <c>pad=160,round=1h,hide=sender,delay=30s</c>, pairs of <see cref="ProtectionCatalog"/> with commas between; <c>none</c> for no protection. Reading what
/// was written gives the same protections, and so does writing what was read up to spelling (60s is written 1m).
/// </summary>
public static class LensText
{
    const string NoProtection = "none";

    /// <summary>Reads a lens.</summary>
    /// <param name="text">Pairs with commas between; blanks around them do not count.</param>
    /// <exception cref="FormatException">A pair is no protection, or out of its range; the message names the pair, the range and how to mend it.</exception>
    public static Lens Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ImmutableArray<Protection> protections = text.Trim() == NoProtection ? [] : [.. text.Split(',').Select(pair => ReadPair(pair.Trim()))];
        return protections.IsEmpty ? Lens.None : new Lens(Format(protections), Format(protections), new Observer("typed", "an observer as typed"), protections);
    }

    /// <summary>Writes the protections of a lens.</summary>
    public static string Format(Lens lens)
    {
        ArgumentNullException.ThrowIfNull(lens);
        return Format(lens.Protections);
    }

    /// <summary>Writes protections, in their order.</summary>
    public static string Format(IReadOnlyCollection<Protection> protections)
    {
        ArgumentNullException.ThrowIfNull(protections);
        return protections.Count == 0 ? NoProtection : string.Join(',', protections.Select(WritePair));
    }

    static string WritePair(Protection protection)
    {
        foreach (var card in ProtectionCatalog.All)
            if (card.Write(protection) is { } value) return $"{card.Key}={value}";
        throw new ArgumentException($"{protection} is in no card of the catalogue.", nameof(protection));
    }

    static Protection ReadPair(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        var key = equals < 0 ? pair : pair[..equals];
        var cards = ProtectionCatalog.All.Where(card => card.Key == key).ToArray();
        if (cards.Length == 0)
            throw new FormatException($"'{pair}' is no protection. Known are {string.Join(", ", ProtectionCatalog.All.Select(card => card.Key).Distinct())}. Mend: {Mend([.. ProtectionCatalog.All.DistinctBy(card => card.Key)])}.");
        try
        {
            foreach (var card in cards)
                if (card.Read(pair[(equals + 1)..]) is { } protection) return protection;
        }
        catch (ArgumentOutOfRangeException problem)
        {
            throw new FormatException($"'{pair}' is out of range: {Allowed(cards)}. Mend: {Mend(cards)}.", problem);
        }
        throw new FormatException($"'{pair}' cannot be read: {Allowed(cards)}. Mend: {Mend(cards)}.");
    }

    static string Allowed(ProtectionCard[] cards) => string.Join(", or ", cards.Select(card => card.Range.Length == 0 ? $"{card.Key}={card.Value}" : $"{card.Key}={card.Value} of {card.Range}"));

    static string Mend(IReadOnlyList<ProtectionCard> cards) =>
        $"write {string.Join(" or ", cards.Take(3).Select(card => card.Example))}, for example";
}
