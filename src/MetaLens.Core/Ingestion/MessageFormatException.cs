namespace MetaLens.Ingestion;

/// <summary>Input that cannot be read: where, what was found, what was expected, and the mend.</summary>
public sealed class MessageFormatException : FormatException
{
    /// <summary>A bad record in strict mode.</summary>
    public MessageFormatException(Rejection rejection) : base(rejection?.ToString())
    {
        ArgumentNullException.ThrowIfNull(rejection);
        Place = rejection.Place;
    }

    /// <summary>A file that cannot be read at all.</summary>
    /// <param name="place">Where.</param>
    /// <param name="found">What was found, without people's data.</param>
    /// <param name="expected">What was expected.</param>
    /// <param name="mend">What the user can do.</param>
    public MessageFormatException(Place place, string found, string expected, string mend)
        : base($"{place}: found {found}; expected {expected}. Mend: {mend}.") => Place = place;

    /// <summary>Where.</summary>
    public Place Place { get; }
}
