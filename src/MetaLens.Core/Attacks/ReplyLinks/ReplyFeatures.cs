using MetaLens.Lenses;

namespace MetaLens.Attacks.ReplyLinks;

/// <summary>
/// What time, sender and size (and whom a row addresses, where that shows) say about each earlier row of a conversation being the one that a row answers. Hidden columns give features that are all alike.
/// </summary>
sealed class ReplyFeatures
{
    const int Memory = 100;
    const double Minute = 60_000;
    readonly Observation _seen;
    readonly int[] _rows;
    readonly ReplyHabits _habits;
    readonly int _place, _sender, _own, _next, _to, _lastTo, _recentSenders;
    readonly double _rateNow, _rateLately, _size;
    readonly Dictionary<int, ReplyPartner> _partners = [];
    readonly double _mostAffinity;

    /// <summary>Looks at what surrounds the row at a place of its conversation.</summary>
    public ReplyFeatures(Observation seen, int[] rows, int place, ReplyHabits habits)
    {
        (_seen, _rows, _place, _habits) = (seen, rows, place, habits);
        _sender = seen.Sender[rows[place]];
        _own = Last(_sender, place);
        _next = place + 1;
        while (_next < Math.Min(rows.Length, place + Memory) && seen.Sender[rows[_next]] != _sender) _next++;
        (_rateNow, _rateLately) = (RowsWithin(1), RowsWithin(10));
        _size = Size(seen, rows[place]);
        _to = ReplyPartner.AddressOf(seen, rows[place]);
        _lastTo = _own < 0 ? -1 : ReplyPartner.AddressOf(seen, rows[_own]);
        var recent = new HashSet<int>();
        for (var k = Math.Max(0, place - 15); k < place; k++) recent.Add(seen.Sender[rows[k]]);
        _recentSenders = recent.Count;
        for (var k = Math.Max(0, place - ReplyModel.Candidates); k < place; k++)
        {
            var party = seen.Sender[rows[k]];
            if (party != _sender) _mostAffinity = Math.Max(_mostAffinity, Partner(party).Affinity);
        }
    }

    /// <summary>Numbers of the rows before, the nearest first, at most so many.</summary>
    public double[][] Of(int candidates)
    {
        var features = new List<double[]>();
        var between = new HashSet<int>();
        for (var c = _place - 1; c >= Math.Max(0, _place - candidates); c--)
        {
            features.Add(Of(c, between));
            between.Add(_seen.Sender[_rows[c]]);
        }
        return [.. features];
    }

    double[] Of(int candidate, HashSet<int> between)
    {
        int row = _rows[candidate], party = _seen.Sender[row], to = ReplyPartner.AddressOf(_seen, row);
        var partner = Partner(party);
        int previous = Last(party, candidate), partySince = 0, selfSince = 0, addressedSince = 0, othersWithParty = 0;
        for (var k = candidate + 1; k < _place; k++)
        {
            var sender = _seen.Sender[_rows[k]];
            if (sender == party) partySince++;
            if (sender == _sender) selfSince++;
            else if (sender != party && _habits.ShareFollowing(party, sender) > _habits.ShareFollowing(party, _sender)) othersWithParty++;
            if (ReplyPartner.AddressOf(_seen, _rows[k]) == party && party >= 0) addressedSince++;
        }
        double size = Size(_seen, row), minutes = Minutes(candidate, _place);
        return
        [
            _place - candidate, minutes, Is(party == _sender), partySince, selfSince, between.Count, othersWithParty,
            previous < 0 ? Memory : candidate - previous, previous < 0 ? 1e4 : Minutes(previous, candidate),
            _own < 0 ? Memory : _place - _own, _own - candidate, _next - _place, _rateNow, _rateLately, _recentSenders,
            partner.TurnsBefore, partner.TurnsRecently, partner.TurnsAfter, partner.RowsBefore, partner.RowsAfter, partner.NextAfter, partner.Affinity, partner.Affinity - _mostAffinity,
            _habits.Follows(party, _sender), _habits.ShareFollowing(party, _sender), _habits.ShareFollowing(_sender, party), _habits.RowsOf(party), _habits.RowsOf(_sender),
            size, _size, size - _habits.SizeOf(party), _size - _habits.SizeOf(_sender),
            Is(_to >= 0), Is(_to >= 0 && _to == party), Is(to >= 0), Is(to >= 0 && to == _sender), Is(to >= 0 && to == _to), Is(_lastTo >= 0 && _lastTo == party), Is(_lastTo >= 0),
            partner.AddressedBefore, partner.AddressedAfter, addressedSince,
        ];
    }

    /// <summary>ln(1 + bytes); 0 for an unknown size.</summary>
    public static double Size(Observation seen, int row) => Math.Log(1 + Math.Max(0, seen.Size[row]));

    static double Is(bool condition) => condition ? 1 : 0;

    double Minutes(int from, int to) => (_seen.SeenAt[_rows[to]] - _seen.SeenAt[_rows[from]]) / Minute;

    ReplyPartner Partner(int party) => _partners.TryGetValue(party, out var known) ? known : _partners[party] = new ReplyPartner(_seen, _rows, _place, party);

    int Last(int party, int before)
    {
        for (var k = before - 1; k >= Math.Max(0, before - Memory); k--)
            if (_seen.Sender[_rows[k]] == party) return k;
        return -1;
    }

    double RowsWithin(int minutes)
    {
        var count = 0;
        for (var k = _place - 1; k >= Math.Max(0, _place - Memory) && Minutes(k, _place) <= minutes; k--) count++;
        return count;
    }
}
