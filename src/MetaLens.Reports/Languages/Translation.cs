using MetaLens.Exposure;
using MetaLens.Lenses;

namespace MetaLens.Reports.Languages;

/// <summary>What the library says of questions, lenses and observers, in the language of a report. English is the library's own, to the letter.</summary>
static class Translation
{
    /// <summary>A matrix in another language: the same numbers; lenses that no translation knows keep their names.</summary>
    public static ExposureMatrix Of(ExposureMatrix matrix, Language language) => language == Language.English ? matrix : matrix with
    {
        Lenses = [.. matrix.Lenses.Select(l => Of(l, language))],
        Questions = [.. matrix.Questions.Select(q => q with { Question = language.Translate(q.Question), Score = language.Translate(q.Score), ChanceLevel = language.Translate(q.ChanceLevel) })],
        Cells = [.. matrix.Cells.Select(c => c with
        {
            Sentence = SentenceOf(c, language),
            Method = language.Translate(c.Method),
            Stop = language.Translate(c.Stop),
            Reason = c.Reason is null ? null : ReasonOf(c, language),
        })],
    };

    /// <summary>A lens in another language. A name made of a platform and an observer, or of a lens and protections, is made again of their translations.</summary>
    public static Lens Of(Lens lens, Language language)
    {
        if (language == Language.English) return lens;
        var observer = language.Translate(lens.Observer.Name);
        return lens with { Name = NameOf(lens.Name, lens.Observer.Name, observer, language), ShortName = NameOf(lens.ShortName, lens.Observer.Name, observer, language), Observer = lens.Observer with { Name = observer } };
    }

    static string NameOf(string name, string observer, string translatedObserver, Language language)
    {
        if (language.Translate(name) is var known && known != name) return known;
        const string With = ", with ";
        if (name.LastIndexOf(With, StringComparison.Ordinal) is > 0 and var at)
            return language.Say("lens.with", ("lens", NameOf(name[..at], observer, translatedObserver, language)), ("protections", name[(at + With.Length)..]));
        var seenBy = $", seen by {observer}";
        return name.EndsWith(seenBy, StringComparison.Ordinal) ? language.Say("lens.seen-by", ("lens", language.Translate(name[..^seenBy.Length])), ("observer", translatedObserver)) : name;
    }

    static string SentenceOf(ExposureCell cell, Language language) => cell switch
    {
        { Score: { } score, Chance: { } chance } => language.Say($"cell.{cell.Question}", ("subjects", cell.Subjects), ("hits", (long)Math.Round(score * cell.Subjects)), ("score", score), ("chance", chance)),
        { Reason: not null } => language.Say("cell.no-number", ("reason", ReasonOf(cell, language))),
        _ => cell.Sentence,
    };

    static string ReasonOf(ExposureCell cell, Language language)
    {
        string TooFew(Language l) => l.Say("cell.too-few", ("subjects", cell.Subjects), ("fewest", Measurement.FewestSubjects));
        return cell.Reason == TooFew(Language.English) ? TooFew(language) : language.Translate(cell.Reason!);
    }
}
