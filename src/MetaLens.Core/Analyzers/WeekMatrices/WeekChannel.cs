namespace MetaLens.Analyzers.WeekMatrices;

/// <summary>What a cell of a week matrix counts; the numbers are bandicoot's.</summary>
public enum WeekChannel
{
    /// <summary>Contacts who wrote or called.</summary>
    ContactsIn,
    /// <summary>Contacts written to or called.</summary>
    ContactsOut,
    /// <summary>Calls received.</summary>
    CallsIn,
    /// <summary>Calls made.</summary>
    CallsOut,
    /// <summary>Texts received.</summary>
    TextsIn,
    /// <summary>Texts sent.</summary>
    TextsOut,
    /// <summary>Seconds of received calls inside the section.</summary>
    SecondsIn,
    /// <summary>Seconds of made calls inside the section.</summary>
    SecondsOut,
}
