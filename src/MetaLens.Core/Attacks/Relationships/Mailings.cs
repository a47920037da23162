using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Attacks.Relationships;

/// <summary>
/// Who is addressed together: counts over sending acts.
/// </summary>
sealed class Mailings
{
    const int LargestCounted = 30;
    readonly int _parties;
    readonly int[] _mailings, _recipients, _shared, _grouped;

    Mailings(int parties)
    {
        _parties = parties;
        (_mailings, _recipients, _shared, _grouped) = (new int[parties], new int[parties], new int[parties * parties], new int[parties * parties]);
    }

    public static Mailings Of(Observation seen)
    {
        var mailings = new Mailings(seen.PartyCount);
        foreach (var act in SendingAct.AllOf(seen)) mailings.Add(act.Sender, act.Recipients);
        return mailings;
    }

    /// <summary>Recipients of a mailing of one sender, mean; 1 when it sent none.</summary>
    public double MeanRecipients(int sender) => _mailings[sender] == 0 ? 1 : Math.Max(1, (double)_recipients[sender] / _mailings[sender]);

    /// <summary>How often two were addressed together by a third.</summary>
    public int AddressedTogether(int a, int b) => _shared[(a * _parties) + b];

    /// <summary>How often a sender addressed somebody among others.</summary>
    public int AddressedInGroup(int sender, int recipient) => _grouped[(sender * _parties) + recipient];

    void Add(int from, SortedSet<int> to)
    {
        _mailings[from]++;
        _recipients[from] += to.Count;
        if (to.Count is < 2 or > LargestCounted) return;
        foreach (var a in to)
        {
            _grouped[(from * _parties) + a]++;
            foreach (var b in to)
                if (a != b) _shared[(a * _parties) + b]++;
        }
    }
}
