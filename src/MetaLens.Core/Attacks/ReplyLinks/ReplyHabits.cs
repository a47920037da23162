using MetaLens.Lenses;

namespace MetaLens.Attacks.ReplyLinks;

/// <summary>What the whole observation says of its parties before any single row is looked at: how much each writes, how large, and who writes soon after whom.</summary>
sealed class ReplyHabits
{
    const int Soon = 5;
    readonly Dictionary<(int, int), double> _follows = [];
    readonly int[] _rows;
    readonly double[] _size, _soon;

    public ReplyHabits(Observation seen, ConversationRows conversations)
    {
        (_rows, _size, _soon) = (new int[seen.PartyCount], new double[seen.PartyCount], new double[seen.PartyCount]);
        foreach (var rows in conversations.All)
            for (var i = 0; i < rows.Length; i++)
            {
                var sender = seen.Sender[rows[i]];
                if (sender < 0) continue;
                _rows[sender]++;
                _size[sender] += ReplyFeatures.Size(seen, rows[i]);
                for (var j = i + 1; j < Math.Min(rows.Length, i + 1 + Soon); j++)
                {
                    var next = seen.Sender[rows[j]];
                    if (next < 0 || next == sender) continue;
                    var weight = 1.0 / (j - i);
                    _follows[(sender, next)] = _follows.GetValueOrDefault((sender, next)) + weight;
                    _soon[sender] += weight;
                }
            }
    }

    /// <summary>Rows of a party; 0 for a hidden one.</summary>
    public int RowsOf(int party) => party < 0 ? 0 : _rows[party];

    /// <summary>Mean of the logarithm of a party's sizes.</summary>
    public double SizeOf(int party) => RowsOf(party) == 0 ? 0 : _size[party] / _rows[party];

    /// <summary>How often the other writes within five rows after the one, nearer rows counting more.</summary>
    public double Follows(int one, int other) => _follows.GetValueOrDefault((one, other));

    /// <summary>The same as a share of all who write after the one, 0 … 1.</summary>
    public double ShareFollowing(int one, int other) => one < 0 || _soon[one] == 0 ? 0 : Follows(one, other) / _soon[one];
}
