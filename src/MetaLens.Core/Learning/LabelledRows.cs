namespace MetaLens.Learning;

/// <summary>Feature vectors with yes-or-no labels, and the subject each belongs to, so that cross-validation never splits a subject.</summary>
/// <param name="Features">One row per example, all of one length; NaN is not allowed.</param>
/// <param name="Labels">One label per example.</param>
/// <param name="Subjects">One subject per example: examples of one subject are trained on together or not at all.</param>
public sealed record LabelledRows(IReadOnlyList<double[]> Features, IReadOnlyList<bool> Labels, IReadOnlyList<int> Subjects)
{
    /// <summary>The examples at some places.</summary>
    public LabelledRows At(IReadOnlyList<int> places) =>
        new([.. places.Select(i => Features[i])], [.. places.Select(i => Labels[i])], [.. places.Select(i => Subjects[i])]);
}
