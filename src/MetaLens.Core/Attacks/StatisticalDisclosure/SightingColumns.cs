using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Every time an observation shows one party without the party at the other end: who, when, how large, in which row, at which end.</summary>
sealed record SightingColumns(int[] Party, long[] At, int[] Size, int[] Row, bool[] IsSender)
{
    public int Count => Party.Length;

    public static SightingColumns Of(Observation seen)
    {
        List<int> party = [], size = [], row = [];
        List<long> at = [];
        List<bool> isSender = [];
        for (var i = 0; i < seen.Count; i++)
        {
            var recipients = seen.RecipientsOf(i);
            if (seen.Sender[i] >= 0)
            {
                if (recipients.IsEmpty) Add(seen.Sender[i], i, true);
                continue;
            }
            foreach (var to in recipients) Add(to, i, false);
        }
        return new SightingColumns([.. party], [.. at], [.. size], [.. row], [.. isSender]);

        void Add(int who, int i, bool sends)
        {
            party.Add(who);
            at.Add(seen.SeenAt[i]);
            size.Add(seen.Size[i]);
            row.Add(i);
            isSender.Add(sends);
        }
    }
}
