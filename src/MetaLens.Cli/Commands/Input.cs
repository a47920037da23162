using MetaLens.Ingestion;
using MetaLens.Messages;

namespace MetaLens.Cli.Commands;

/// <summary>What was read.</summary>
/// <param name="Log">The messages.</param>
/// <param name="Report">What happened while reading.</param>
/// <param name="Files">The files that were there.</param>
sealed record Input(MessageLog Log, IngestionReport Report, IReadOnlyList<SourceFile> Files)
{
    /// <summary>1 when there is something to look at: records rejected, or nothing read.</summary>
    public int ExitCode => Report.RejectedTotal > 0 || Log.Count == 0 ? Output.ExitCode.DoneButLook : Output.ExitCode.Done;
}
