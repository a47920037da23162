namespace MetaLens.Exposure.Evaluations;

/// <summary>What an evaluation is, as help and docs say it.</summary>
/// <param name="Id">Id of the question, as on the command line.</param>
/// <param name="Summary">How the answer is made and scored, in one line.</param>
/// <param name="Columns">Columns of its label file; those ending in "?" may be missing. None: it needs no labels.</param>
public sealed record EvaluationCard(string Id, string Summary, IReadOnlyList<string> Columns);
