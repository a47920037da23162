using MetaLens.Lenses;

namespace MetaLens.Attacks.ReplyLinks;

/// <summary>What time, sender and size (and whom a row addresses, where that shows) say about one row of a group being the one that another answers.</summary>
static class ReplyFeatures
{
    const int Memory = 100, AlternationMemory = 60;
    const double Minute = 60_000;

    /// <summary>The numbers of a candidate row for a later row of the same conversation; a row stands at a place in the conversation's own order.</summary>
    public static double[] Of(Observation seen, ReadOnlySpan<int> rows, int candidate, int query)
    {
        int c = seen.Sender[rows[candidate]], q = seen.Sender[rows[query]];
        var same = c == q ? 1.0 : 0;
        var own = LastOf(seen, rows, q, query);
        int candidateSince = 0, querySince = 0, othersSince = 0;
        for (var k = candidate + 1; k < query; k++)
        {
            var s = seen.Sender[rows[k]];
            if (s == c) candidateSince++;
            if (s == q) querySince++;
            else othersSince++;
        }
        var (alternations, candidateRows, queryRows, mutualAddressing) = Exchange(seen, rows, c, q, query);
        var minutes = (seen.SeenAt[rows[query]] - seen.SeenAt[rows[candidate]]) / Minute;
        double distance = Math.Log(query - candidate), delay = Math.Log(1 + minutes), other = 1 - same;
        double adjacent = Is(query - candidate == 1), latest = Is(candidateSince == 0), firstSeen = Is(own < 0), ownLast = Is(own == candidate);
        double rate = Math.Log(1 + RowsWithin(seen, rows, query, 2)), candidateSize = Size(seen, rows[candidate]), querySize = Size(seen, rows[query]);
        int toC = Addressed(seen, rows[candidate]), toQ = Addressed(seen, rows[query]);
        double queryAddresses = Is(toQ >= 0), addressesCandidate = Is(toQ >= 0 && toQ == c), candidateAddresses = Is(toC >= 0 && toC == q);
        return
        [
            distance, distance * distance, adjacent, Is(query - candidate == 2), delay, Is(minutes < 1), Is(minutes < 2), Is(minutes > 5),
            same, same * distance, same * adjacent, same * delay, ownLast, ownLast * Is(minutes < 1),
            Math.Log(1 + candidateSince), latest, other * latest, Math.Log(1 + querySince), other * Is(querySince == 0), other * latest * Is(querySince == 0),
            other * Math.Log(1 + alternations), other * Is(alternations > 0), other * latest * Is(alternations > 0), other * latest * Is(alternations > 0) * distance,
            firstSeen * same, firstSeen * distance, firstSeen * adjacent, other * Math.Log(1 + candidateRows), other * Math.Log(1 + queryRows) * distance,
            rate * distance, rate * delay, other * Is(othersSince == 0), other * Is(candidate < own),
            candidateSize, querySize * distance, querySize * same, candidateSize * same, querySize * adjacent, candidateSize * distance,
            addressesCandidate, addressesCandidate * latest, addressesCandidate * distance, queryAddresses * same, queryAddresses * distance, candidateAddresses, candidateAddresses * latest,
            candidateAddresses * distance, (1 - queryAddresses) * other * Is(toC >= 0 && toC != q), addressesCandidate * candidateAddresses, same * Is(toC >= 0 && toC == toQ),
            other * Math.Log(1 + mutualAddressing), other * latest * Is(mutualAddressing > 0), other * Is(querySince == 0) * Is(mutualAddressing > 0),
            ownLast * Is(toC >= 0), (1 - queryAddresses) * ownLast * Is(toC >= 0),
        ];
    }

    static double Is(bool condition) => condition ? 1 : 0;

    static double Size(Observation seen, int row) => Math.Log(1 + Math.Max(0, seen.Size[row]));

    // A row with one named recipient other than its sender addresses that party.
    static int Addressed(Observation seen, int row) => seen.RecipientsOf(row) is [var to] && to != seen.Sender[row] ? to : -1;

    static int LastOf(Observation seen, ReadOnlySpan<int> rows, int party, int before)
    {
        for (var k = before - 1; k >= Math.Max(0, before - Memory); k--)
            if (seen.Sender[rows[k]] == party) return k;
        return -1;
    }

    static int RowsWithin(Observation seen, ReadOnlySpan<int> rows, int query, int minutes)
    {
        var count = 0;
        for (var k = query - 1; k >= Math.Max(0, query - AlternationMemory) && seen.SeenAt[rows[query]] - seen.SeenAt[rows[k]] <= minutes * Minute; k--) count++;
        return count;
    }

    static (int Alternations, int CandidateRows, int QueryRows, int MutualAddressing) Exchange(Observation seen, ReadOnlySpan<int> rows, int c, int q, int query)
    {
        int alternations = 0, candidateRows = 0, queryRows = 0, addressing = 0, previous = -1;
        for (var k = Math.Max(0, query - Memory); k < query; k++)
        {
            var s = seen.Sender[rows[k]];
            if (s != c && s != q) continue;
            var to = Addressed(seen, rows[k]);
            if (to >= 0 && to == (s == c ? q : c)) addressing++;
            if (k < query - AlternationMemory) continue;
            if (s == c) candidateRows++;
            else queryRows++;
            if (previous >= 0 && previous != s) alternations++;
            previous = s;
        }
        return (alternations, candidateRows, queryRows, addressing);
    }
}
