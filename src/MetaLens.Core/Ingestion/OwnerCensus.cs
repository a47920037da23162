using MetaLens.Messages;

namespace MetaLens.Ingestion;

/// <summary>Finds whose export it is: the one name that is in (almost) every thread.</summary>
sealed class OwnerCensus
{
    const double AlmostEvery = 0.8;

    readonly Dictionary<string, int> _threadsOf = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _threadsLedBy = new(StringComparer.Ordinal);
    readonly HashSet<string> _counted = new(StringComparer.Ordinal);
    int _threads;

    /// <summary>Takes one thread; its further files count only once.</summary>
    public void Thread(string conversation, IEnumerable<string> names, string? first)
    {
        if (!_counted.Add(conversation)) return;
        _threads++;
        foreach (var name in names) _threadsOf[name] = _threadsOf.GetValueOrDefault(name) + 1;
        if (first is not null) _threadsLedBy[first] = _threadsLedBy.GetValueOrDefault(first) + 1;
    }

    /// <summary>Tells the log whose it is: who the caller says, else the name in almost every thread that no other name equals.</summary>
    /// <param name="log">Is told.</param>
    /// <param name="context">The caller's word; takes the note when nobody can be told.</param>
    /// <param name="ownerIsNamedFirst">The layout names the owner first in every thread, which parts equals.</param>
    public void Decide(MessageLogBuilder log, ReadContext context, bool ownerIsNamedFirst)
    {
        var owner = context.Options.Me.FirstOrDefault(_threadsOf.ContainsKey) ?? (context.Options.Me is [var only, ..] ? only : null) ?? Find(ownerIsNamedFirst);
        if (owner is null) context.Report.Note("The export does not say whose it is; --me NAME tells. Who sent and who received is known all the same.");
        else log.Owner = context.Options.SameAs.GetValueOrDefault(owner, owner);
    }

    string? Find(bool ownerIsNamedFirst)
    {
        var ranked = _threadsOf.OrderByDescending(n => n.Value)
            .ThenByDescending(n => ownerIsNamedFirst ? _threadsLedBy.GetValueOrDefault(n.Key) : 0)
            .ThenBy(n => n.Key, StringComparer.Ordinal).Take(2).ToList();
        if (ranked.Count == 0 || ranked[0].Value < _threads * AlmostEvery) return null;
        if (ranked.Count == 1 || ranked[0].Value > ranked[1].Value) return ranked[0].Key;
        return ownerIsNamedFirst && _threadsLedBy.GetValueOrDefault(ranked[0].Key) > _threadsLedBy.GetValueOrDefault(ranked[1].Key) ? ranked[0].Key : null;
    }
}
