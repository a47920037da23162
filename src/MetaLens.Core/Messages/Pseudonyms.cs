using System.Security.Cryptography;
using System.Text;

namespace MetaLens.Messages;

/// <summary>Invented names: the same name and key give the same pseudonym, and without the key a pseudonym leads back to nobody (HMAC-SHA-256).</summary>
public static class Pseudonyms
{
    const string Consonants = "bdfgklmnprstvz";
    const string Vowels = "aeiou";
    const int KeyBytes = 32;

    /// <summary>A fresh random key.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    /// <summary>One pseudonym for each actor, in their order, all different: two pronounceable words (<c>Rami Tovuse</c>), with a number where two would be the same.</summary>
    /// <param name="actors">Whom to rename.</param>
    /// <param name="key">16 bytes or more; keep it secret.</param>
    /// <exception cref="ArgumentException">The key is shorter.</exception>
    public static string[] For(Actors actors, ReadOnlySpan<byte> key)
    {
        ArgumentNullException.ThrowIfNull(actors);
        if (key.Length < 16) throw new ArgumentException("A key has 16 bytes or more.", nameof(key));
        var names = new string[actors.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        Span<byte> hash = stackalloc byte[32];
        for (var i = 0; i < names.Length; i++)
        {
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(actors.Names[i]), hash);
            var name = $"{Word(hash[..4])} {Word(hash[4..10])}";
            for (var n = hash[10] % 90 + 10; !taken.Add(name); n++) name = $"{name.TrimEnd("0123456789 ".ToCharArray())} {n}";
            names[i] = name;
        }
        return names;
    }

    static string Word(ReadOnlySpan<byte> bytes)
    {
        var word = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var letter = i % 2 == 0 ? Consonants[bytes[i] % Consonants.Length] : Vowels[bytes[i] % Vowels.Length];
            word.Append(i == 0 ? char.ToUpperInvariant(letter) : letter);
        }
        return word.ToString();
    }
}
