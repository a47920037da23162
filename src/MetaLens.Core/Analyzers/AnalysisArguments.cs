using System.Globalization;
using NodaTime;

namespace MetaLens.Analyzers;

/// <summary>The values given to an analysis' parameters; what was not given has the parameter's default.</summary>
public sealed class AnalysisArguments
{
    readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Checks names against the analysis' parameters and fills in defaults.</summary>
    /// <exception cref="ArgumentException">A name that the analysis does not have.</exception>
    public AnalysisArguments(IAnalysis analysis, IReadOnlyDictionary<string, string>? given = null, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        Seed = seed;
        foreach (var p in analysis.Parameters) _values[p.Name] = p.Default;
        foreach (var (name, value) in given ?? new Dictionary<string, string>())
            _values[name] = _values.ContainsKey(name) ? value
                : throw new ArgumentException($"{analysis.Card.Id} has no parameter '{name}'; it takes: {(_values.Count == 0 ? "none" : string.Join(", ", _values.Keys))}.");
    }

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; }

    /// <summary>A value as typed.</summary>
    public string Text(string name) => _values[name];

    /// <summary>A whole number.</summary>
    /// <exception cref="ArgumentException">Not a whole number of the range.</exception>
    public int Whole(string name, int low, int high) =>
        int.TryParse(_values[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) && n >= low && n <= high
            ? n : throw new ArgumentException($"--{name}: found '{_values[name]}'; expected a whole number {low} … {high}.");

    /// <summary>A number.</summary>
    /// <exception cref="ArgumentException">Not a number of the range.</exception>
    public double Number(string name, double low, double high) =>
        double.TryParse(_values[name], NumberStyles.Float, CultureInfo.InvariantCulture, out var x) && x >= low && x <= high
            ? x : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"--{name}: found '{_values[name]}'; expected a number {low} … {high}."));

    /// <summary>A duration (<c>600s 30m 1h 7d</c>).</summary>
    /// <exception cref="ArgumentException">Not a duration.</exception>
    public Duration Duration(string name) =>
        DurationText.TryParse(_values[name], out var duration)
            ? duration : throw new ArgumentException($"--{name}: found '{_values[name]}'; expected a duration such as 600s, 30m, 1h or 7d.");

    /// <summary>One of a few words.</summary>
    /// <exception cref="ArgumentException">Not one of them.</exception>
    public string OneOf(string name, params ReadOnlySpan<string> choices)
    {
        foreach (var choice in choices)
            if (choice == _values[name]) return choice;
        throw new ArgumentException($"--{name}: found '{_values[name]}'; expected one of {string.Join(", ", choices.ToArray())}.");
    }
}
