using MetaLens.Lenses;

namespace MetaLens.Attacks.Relationships;

/// <summary>
/// Sending acts put together again: rows of one sender at one instant are one mailing, as many logs write a mail to several people as several rows. Counts who is addressed together.
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
        var open = new Dictionary<int, SortedSet<int>>();
        for (var i = 0; i < seen.Count; i++)
        {
            if (i > 0 && seen.SeenAt[i] != seen.SeenAt[i - 1]) mailings.Close(open);
            var from = seen.Sender[i];
            if (from < 0) continue;
            if (!open.TryGetValue(from, out var to)) open[from] = to = [];
            foreach (var r in seen.RecipientsOf(i)) if (r != from) to.Add(r);
        }
        mailings.Close(open);
        return mailings;
    }

    /// <summary>Recipients of a mailing of one sender, mean; 1 when it sent none.</summary>
    public double MeanRecipients(int sender) => _mailings[sender] == 0 ? 1 : Math.Max(1, (double)_recipients[sender] / _mailings[sender]);

    /// <summary>How often two were addressed together by a third.</summary>
    public int AddressedTogether(int a, int b) => _shared[(a * _parties) + b];

    /// <summary>How often a sender addressed somebody among others.</summary>
    public int AddressedInGroup(int sender, int recipient) => _grouped[(sender * _parties) + recipient];

    void Close(Dictionary<int, SortedSet<int>> open)
    {
        foreach (var (from, to) in open)
        {
            _mailings[from]++;
            _recipients[from] += to.Count;
            if (to.Count is < 2 or > LargestCounted) continue;
            foreach (var a in to)
            {
                _grouped[(from * _parties) + a]++;
                foreach (var b in to)
                    if (a != b) _shared[(a * _parties) + b]++;
            }
        }
        open.Clear();
    }
}
