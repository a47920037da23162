using MetaLens.Lenses;

namespace MetaLens.Reports.Pages;

/// <summary>A lens in the head of a column: what protects, and below it who looks.</summary>
static class LensNames
{
    const string By = ", seen by ";

    /// <summary>The name without its observer.</summary>
    public static string Short(Lens lens) => lens.Name.IndexOf(By, StringComparison.Ordinal) is >= 0 and var at ? lens.Name[..at] : lens.Name;

    /// <summary>The observer, as the name has it where it names one.</summary>
    public static string Observer(Lens lens) => lens.Name.IndexOf(By, StringComparison.Ordinal) is >= 0 and var at ? lens.Name[(at + By.Length)..] : lens.Observer.Name;
}
