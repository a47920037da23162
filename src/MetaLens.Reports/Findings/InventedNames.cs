namespace MetaLens.Reports.Findings;

/// <summary>Pronounceable names for people who are not to be named: the same person has the same name throughout a report, and the name says nothing about them.</summary>
public static class InventedNames
{
    const string Consonants = "bdfghjklmnprstvz";
    const string Vowels = "aeiou";
    const int Syllables = 16 * 5;

    /// <summary>Different names for <paramref name="count"/> people, two syllables where that is enough. O(count).</summary>
    public static string[] For(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var length = 2;
        long room = Syllables * Syllables;
        for (; room < count; length++) room *= Syllables;
        // A step without a common factor visits every name once; 7,919 is prime and no factor of a power of 80.
        var start = new Random(seed).NextInt64(room);
        var names = new string[count];
        Span<char> letters = stackalloc char[2 * length];
        for (var i = 0; i < count; i++)
        {
            var code = (start + (i * 7919L)) % room;
            for (var s = 0; s < length; s++, code /= Syllables)
                (letters[2 * s], letters[(2 * s) + 1]) = (Consonants[(int)(code % 16)], Vowels[(int)(code % Syllables / 16)]);
            letters[0] = char.ToUpperInvariant(letters[0]);
            names[i] = new string(letters);
        }
        return names;
    }
}
