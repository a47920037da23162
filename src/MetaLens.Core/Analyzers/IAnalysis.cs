using MetaLens.Lenses;

namespace MetaLens.Analyzers;

/// <summary>
/// One analysis as the command line, the docs and the tests see it: a card that says what it is, its parameters, its columns, and a pure function from an observation to
/// a table. Listed in <see cref="AnalysisCatalog.All"/>. The typed function and result behind it live in the same folder.
/// </summary>
public interface IAnalysis
{
    /// <summary>What it is, in the words of the docs.</summary>
    AnalysisCard Card { get; }

    /// <summary>The parameters it takes, with defaults; empty for none.</summary>
    IReadOnlyList<AnalysisParameter> Parameters { get; }

    /// <summary>The columns of its table, in order.</summary>
    IReadOnlyList<AnalysisColumn> Columns { get; }

    /// <summary>Runs it. The same input gives the same table, whatever the number of threads.</summary>
    /// <param name="seen">What the observer has.</param>
    /// <param name="arguments">Values of <see cref="Parameters"/>.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentException">An argument is out of its range; the message names it, the range and the mend.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop);
}
