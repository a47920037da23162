using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Directories;

/// <summary>Who was in touch with the numbers or addresses of a list (clinics, lawyers, unions): what a directory adds to metadata.</summary>
public static class DirectoryContacts
{
    /// <summary>
    /// Every tie between a party and a listed one, in order of party, then listed party. A contact says that messages passed, nothing of why. Empty when nobody listed occurs. O(deliveries + ties).
    /// Mayer, Mutchler, Mitchell, PNAS 113:5536 (2016), doi 10.1073/pnas.1508081113.
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="categoryOf">The directory: name as the observer sees it → category.</param>
    public static IReadOnlyList<DirectoryContact> Of(Observation seen, IReadOnlyDictionary<string, string> categoryOf)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(categoryOf);
        var graph = GraphBuilder.Undirected(seen);
        var found = new List<DirectoryContact>();
        for (var listed = 0; listed < seen.PartyCount; listed++)
        {
            if (!categoryOf.TryGetValue(seen.NameOf(new PartyId(listed)), out var category)) continue;
            for (var e = graph.Offset[listed]; e < graph.Offset[listed + 1]; e++)
                found.Add(new DirectoryContact(new PartyId(graph.Target[e]), new PartyId(listed), category, graph.Messages[e], graph.First[e], graph.Last[e]));
        }
        return [.. found.OrderBy(f => f.Party.Index).ThenBy(f => f.Listed.Index)];
    }
}
