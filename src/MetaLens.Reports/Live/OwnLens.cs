using MetaLens.Exposure;
using MetaLens.Lenses;
using MetaLens.Reports.Languages;

namespace MetaLens.Reports.Live;

/// <summary>The column of the live matrix that the reader sets up: one of the other columns behind further protections.</summary>
public static class OwnLens
{
    /// <summary>The id of the column.</summary>
    public const string Id = "yours";

    /// <summary>The lens of the column.</summary>
    /// <param name="observer">Whose eye it is.</param>
    /// <param name="protections">What is added, as typed; empty for nothing.</param>
    /// <param name="language">The language of the column's head.</param>
    /// <exception cref="FormatException">That is no list of protections.</exception>
    public static Lens Of(Lens observer, string protections, Language language)
    {
        ArgumentNullException.ThrowIfNull(observer);
        ArgumentNullException.ThrowIfNull(protections);
        ArgumentNullException.ThrowIfNull(language);
        var lens = protections.Length == 0 ? observer : observer.With(LensText.Parse(protections).Protections);
        return lens with { Id = Id, ShortName = language["dials.own"] };
    }

    /// <summary>A matrix with one more column, at first the same as that of a lens it has.</summary>
    public static ExposureMatrix AddTo(ExposureMatrix matrix, string lens, Language language)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var own = Of(matrix.Lenses.First(l => l.Id == lens), "", language);
        return matrix with { Lenses = [.. matrix.Lenses, own], Cells = [.. matrix.Questions.SelectMany(q => matrix.Cells.Where(c => c.Question == q.Id).Append(matrix[q.Id, lens] with { Lens = Id }))] };
    }

    /// <summary>Mean exposure over the questions that have a number; NaN where none has.</summary>
    public static double Mean(IEnumerable<ExposureCell> cells) => cells.Select(c => c.Exposure).Average() ?? double.NaN;
}
