using System.Collections.Immutable;
using MetaLens.Lenses;

namespace MetaLens.Exposure;

/// <summary>The ten questions down, lenses across, a measured number in every cell.</summary>
/// <param name="Lenses">The columns.</param>
/// <param name="Questions">The rows.</param>
/// <param name="Cells">Row by row, every lens of a question before the next question.</param>
public sealed record ExposureMatrix(ImmutableArray<Lens> Lenses, ImmutableArray<QuestionCard> Questions, ImmutableArray<ExposureCell> Cells)
{
    /// <summary>Messages that it was measured on.</summary>
    public int Messages { get; init; }

    /// <summary>The cell of a question and a lens.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ExposureCell this[string question, string lens] => Cells.First(c => c.Question == question && c.Lens == lens);
}
