namespace MetaLens.Exposure.Evaluations;

/// <summary>A question whose answer is scored against labels that somebody knows. All of them stand in <see cref="EvaluationCatalog.All"/>.</summary>
public interface IEvaluation
{
    /// <summary>What it is.</summary>
    EvaluationCard Card { get; }

    /// <summary>Answers from what is seen, learning only from labels of others, and scores.</summary>
    /// <param name="view">What is seen and what is known.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="FormatException">A label cannot be understood; the message begins with file:line.</exception>
    /// <exception cref="ArgumentException">The labels do not fit the log.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    Evaluation Evaluate(LabelledView view, CancellationToken stop);
}
