using MetaLens.Lenses;

namespace MetaLens.Reports.Pages;

/// <summary>A lens in the head of a column: the service, below it what is special.</summary>
static class LensHeading
{
    /// <summary>The two lines; the second is empty where the short name has one part only.</summary>
    public static (string Service, string Special) Of(Lens lens) => lens.ShortName.Split(", ", 2) is [var service, var special] ? (service, special) : (lens.ShortName, "");
}
