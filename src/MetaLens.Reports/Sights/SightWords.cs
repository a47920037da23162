using MetaLens.Exposure;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Sights;

/// <summary>What a cell of the matrix says that has no number.</summary>
public static class SightWords
{
    /// <summary>The sight in words.</summary>
    public static string Word(this Sight sight) => sight switch
    {
        Sight.Plain => "in plain sight",
        Sight.Half => "half in sight",
        _ => "out of sight",
    };

    /// <summary>Why there is no number, in few words: too few subjects, or a column that the records do not have.</summary>
    public static string Missing(ExposureCell cell, string subject)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return (cell.Subjects, cell.Question) switch
        {
            (1, _) => $"only 1 {(subject == "people" ? "person" : subject.TrimEnd('s'))}",
            ( > 1, _) => $"only {Figures.Count(cell.Subjects)} {subject}",
            (_, "kind") => "no kinds known",
            (_, "events") => "no turning points",
            (_, "identity") => "nobody in both halves",
            (_, "rhythm") => "too few messages each",
            _ => $"no {subject}",
        };
    }
}
