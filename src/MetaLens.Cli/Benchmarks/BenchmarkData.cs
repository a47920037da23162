using CsvHelper;
using MetaLens.Exposure.Evaluations;
using MetaLens.Ingestion;
using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Cli.Benchmarks;

/// <summary>The public data sets below a folder, each read once, and each evaluation run once.</summary>
sealed class BenchmarkData(string folder, int seed, IReadOnlyCollection<string> only)
{
    readonly Dictionary<string, MessageLog> _logs = [];
    readonly Dictionary<string, Evaluation> _evaluations = [];

    public int Seed => seed;

    public string Folder => folder;

    /// <summary>Whether rows of this data set are asked for.</summary>
    public bool Asks(string data) => only.Count == 0 || only.Contains(data);

    /// <summary>Whether they are asked for and can be measured.</summary>
    public bool Has(string data) => Asks(data) && (data == Benchmark.Simulated || Directory.Exists(Path.Combine(folder, data)));

    public MessageLog Log(params string[] files)
    {
        var name = string.Join('+', files);
        if (_logs.TryGetValue(name, out var known)) return known;
        var sources = files.Select(f => Source.Open(Path.Combine(folder, f), new ArchiveLimits())).ToList();
        try
        {
            var mapping = name.StartsWith("irc", StringComparison.Ordinal) ? ColumnMapping.Parse("sender=sender,time=timestamp_utc,size=size_bytes,conversation=log,id=line") : null;
            return _logs[name] = MessageReader.Read(sources, new ReadOptions { Columns = mapping }).Log;
        }
        finally
        {
            foreach (var source in sources) source.Dispose();
        }
    }

    /// <summary>The rows of a label file without its header, its columns by number.</summary>
    public LabelTable Labels(string file, params int[] columns)
    {
        var rows = new List<LabelRow>();
        using var csv = CsvReader.FromText(File.ReadAllText(Path.Combine(folder, file)), new CsvReaderOptions { HasHeader = false });
        for (var line = 1; csv.Read(); line++)
            if (line > 1) rows.Add(new LabelRow(line, [.. columns.Select(c => csv.GetString(c).Trim())]));
        return new LabelTable(file, rows);
    }

    public Evaluation Evaluate(string question, MessageLog log, LabelTable labels, CancellationToken stop, Lens? lens = null)
    {
        lens ??= Lens.None;
        var name = $"{question} {labels.File} {lens.Id}";
        return _evaluations.TryGetValue(name, out var known) ? known
            : _evaluations[name] = EvaluationCatalog.Find(question)!.Evaluate(new LabelledView(log, lens, labels, seed, stop), stop);
    }
}
