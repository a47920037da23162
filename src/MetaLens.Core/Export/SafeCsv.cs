using CsvHelper;

namespace MetaLens.Export;

/// <summary>How every CSV of MetaLens is written: UTF-8, LF, and no cell that a spreadsheet would run as a formula (such cells get a leading ').</summary>
static class SafeCsv
{
    public static CsvWriterOptions Options { get; } = CsvWriterOptions.Default with { NewLine = "\n", Injection = CsvInjection.Escape };
}
