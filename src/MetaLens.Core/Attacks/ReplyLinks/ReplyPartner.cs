using MetaLens.Lenses;

namespace MetaLens.Attacks.ReplyLinks;

/// <summary>How the sender of a row and another party took turns around it: before it, and after it, which somebody who holds the log also sees.</summary>
sealed class ReplyPartner
{
    const int Before = 100, After = 60, Recent = 25;

    public ReplyPartner(Observation seen, ReadOnlySpan<int> rows, int place, int party)
    {
        var self = seen.Sender[rows[place]];
        var last = -1;
        for (var k = Math.Max(0, place - Before); k < Math.Min(rows.Length, place + After + 1); k++)
        {
            var sender = seen.Sender[rows[k]];
            if (sender != self && sender != party) continue;
            var turn = last >= 0 && last != sender;
            last = sender;
            if (k < place)
            {
                TurnsBefore += turn ? 1 : 0;
                TurnsRecently += turn && place - k <= Recent ? 1 : 0;
                RowsBefore += sender == party ? 1 : 0;
            }
            else if (k > place)
            {
                TurnsAfter += turn ? 1 : 0;
                if (sender == party && self != party)
                {
                    if (RowsAfter++ == 0) NextAfter = k - place;
                    Affinity += 1.0 / (k - place);
                }
            }
            if (k != place && AddressOf(seen, rows[k]) is >= 0 and var to && to == (sender == party ? self : party))
            {
                if (k < place) AddressedBefore++;
                else AddressedAfter++;
            }
        }
        Affinity += TurnsBefore + TurnsAfter;
    }

    /// <summary>Changes from the one to the other among the rows of both in the 100 rows before, in the 25 before, and in the 60 after.</summary>
    public int TurnsBefore { get; }
    public int TurnsRecently { get; }
    public int TurnsAfter { get; }

    /// <summary>Rows of the other party before and after.</summary>
    public int RowsBefore { get; }
    public int RowsAfter { get; }

    /// <summary>Rows until the other party writes next; one more than are looked at when it does not.</summary>
    public int NextAfter { get; } = After + 1;

    /// <summary>How often one addresses the other by name.</summary>
    public int AddressedBefore { get; }
    public int AddressedAfter { get; }

    /// <summary>Turns and soon answers together.</summary>
    public double Affinity { get; }

    /// <summary>Whom a row addresses: its one named recipient other than its sender; −1 for none.</summary>
    public static int AddressOf(Observation seen, int row) => seen.RecipientsOf(row) is [var to] && to != seen.Sender[row] ? to : -1;
}
