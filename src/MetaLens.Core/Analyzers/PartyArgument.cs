using MetaLens.Lenses;

namespace MetaLens.Analyzers;

/// <summary>The parameter <c>--actor NAME</c>: one party instead of all.</summary>
public static class PartyArgument
{
    /// <summary>The parameter, for the list of an analysis.</summary>
    public static AnalysisParameter Parameter { get; } = new("actor", "", "only this party, by the name the observer sees; empty = all");

    /// <summary>The named party; null when none is named. O(parties).</summary>
    /// <exception cref="ArgumentException">Nobody has this name.</exception>
    public static PartyId? Find(Observation seen, AnalysisArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(arguments);
        var name = arguments.Text(Parameter.Name);
        if (name.Length == 0) return null;
        for (var p = 0; p < seen.PartyCount; p++)
            if (seen.NameOf(new PartyId(p)) == name) return new PartyId(p);
        throw new ArgumentException($"--actor: nobody is called '{name}' here; names are as the 'indicators' or 'ties' tables print them.");
    }
}
