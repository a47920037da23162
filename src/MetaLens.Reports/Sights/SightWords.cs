using MetaLens.Exposure;
using MetaLens.Reports.Languages;

namespace MetaLens.Reports.Sights;

/// <summary>What a cell of the matrix says that has no number.</summary>
public static class SightWords
{
    /// <summary>The sight in words.</summary>
    public static string Word(this Sight sight, Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return sight switch
        {
            Sight.Plain => language["sight.plain"],
            Sight.Half => language["sight.half"],
            _ => language["sight.out"],
        };
    }

    /// <summary>Why there is no number, in few words: too few subjects, or a column that the records do not have.</summary>
    public static string Missing(ExposureCell cell, string subject, Language language)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(language);
        return (cell.Subjects, cell.Question) switch
        {
            ( > 0, _) => language.Say("missing.few", ("subjects", Counted(cell.Subjects, subject, language))),
            (_, "kind" or "events" or "identity" or "rhythm") => language[$"missing.{cell.Question}"],
            _ => language[$"missing.{subject}"],
        };
    }

    /// <summary>"1 person", "636 people".</summary>
    /// <param name="count">How many.</param>
    /// <param name="subject">Of what: people, pairs, messages, as in <see cref="QuestionCard.Subject"/>.</param>
    /// <param name="language">The language.</param>
    public static string Counted(int count, string subject, Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.Say($"count.{subject}", ("number", count));
    }
}
