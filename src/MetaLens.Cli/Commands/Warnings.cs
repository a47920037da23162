using MetaLens.Cli.Output;
using MetaLens.Ingestion;
using MetaLens.Messages;

namespace MetaLens.Cli.Commands;

/// <summary>What the error stream says after reading.</summary>
static class Warnings
{
    public static void Write(TextWriter error, MessageLog log, IngestionReport report)
    {
        foreach (var unreadable in report.Unreadable) error.WriteLine($"metalens: {VisibleText.Of(unreadable.ToString())}");
        foreach (var rejection in report.First) error.WriteLine($"metalens: {VisibleText.Of(rejection.ToString())}");
        if (report.RejectedTotal > 0)
            error.WriteLine($"metalens: {report.RejectedTotal} record(s) rejected: {string.Join(", ", report.Rejected.Select(r => $"{r.Value} {r.Key}"))}");
        if (log.Count == 0) error.WriteLine("metalens: no message was found");
    }
}
