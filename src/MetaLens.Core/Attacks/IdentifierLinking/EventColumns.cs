namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>Running sums over the rows of each party, from which its numbers come.</summary>
sealed class EventColumns(int parties, long boundary)
{
    public const int NumberCount = 13;
    const long Day = 86_400_000;
    const double LeastRecent = 0.05;

    readonly int[] _sent = new int[parties], _received = new int[parties], _deliveries = new int[parties], _sized = new int[parties], _gaps = new int[parties], _replies = new int[parties];
    readonly double[] _bytes = new double[parties], _gapSum = new double[parties], _gapSquares = new double[parties], _replyLog = new double[parties];
    readonly long[] _lastSent = new long[parties], _lastReceived = new long[parties];
    readonly double[] _recent = new double[4 * parties];
    readonly HashSet<(int, long)> _days = [];
    readonly int[] _activeDays = new int[parties];

    public DenseMatrix WeekSent { get; } = new(parties, 168);
    public DenseMatrix WeekReceived { get; } = new(parties, 168);

    public void Sent(int party, long at, int size, int recipients)
    {
        if (_sent[party] > 0)
        {
            var gap = Math.Log(1 + ((at - _lastSent[party]) / 1000.0));
            _gaps[party]++;
            _gapSum[party] += gap;
            _gapSquares[party] += gap * gap;
        }
        if (_received[party] > 0 && _lastReceived[party] > _lastSent[party] && at - _lastReceived[party] < Day)
        {
            _replies[party]++;
            _replyLog[party] += Math.Log(1 + ((at - _lastReceived[party]) / 1000.0));
        }
        _sent[party]++;
        AddRecent(party, 0, at);
        _deliveries[party] += recipients;
        _lastSent[party] = at;
        if (size >= 0) (_sized[party], _bytes[party]) = (_sized[party] + 1, _bytes[party] + Math.Log(1 + size));
        WeekSent[party][PartyBehaviour.HourOfWeek(at)]++;
        if (_days.Add((party, at / Day))) _activeDays[party]++;
    }

    public void Received(int party, long at, int size)
    {
        _received[party]++;
        AddRecent(party, 2, at);
        _lastReceived[party] = at;
        WeekReceived[party][PartyBehaviour.HourOfWeek(at)]++;
    }

    // Messages within about a day and about a week of the change of identifiers: who was about before is about after.
    void AddRecent(int party, int column, long at)
    {
        var days = Math.Abs(at - boundary) / (double)Day;
        _recent[(4 * party) + column] += 1 / (1 + (days * days));
        _recent[(4 * party) + column + 1] += 1 / (1 + (days * days / 49));
    }

    /// <summary>The numbers of one party: volumes, days, share sent, gaps' mean and spread, reply delay, size, recipients a message, recent volumes. NaN where there is nothing to go by.</summary>
    public void Describe(int party, Span<float> numbers)
    {
        numbers[0] = MathF.Log(1 + _sent[party]);
        numbers[1] = MathF.Log(1 + _received[party]);
        numbers[2] = MathF.Log(1 + _activeDays[party]);
        numbers[3] = MathF.Log((1f + _sent[party]) / (1f + _received[party]));
        for (var k = 0; k < 4; k++) numbers[9 + k] = (float)Math.Log(LeastRecent + _recent[(4 * party) + k]);
        var mean = _gapSum[party] / _gaps[party];
        numbers[4] = _gaps[party] >= 3 ? (float)mean : float.NaN;
        numbers[5] = _gaps[party] >= 3 ? (float)Math.Sqrt(Math.Max(0, (_gapSquares[party] / _gaps[party]) - (mean * mean))) : float.NaN;
        numbers[6] = _replies[party] >= 3 ? (float)(_replyLog[party] / _replies[party]) : float.NaN;
        numbers[7] = _sized[party] >= 3 ? (float)(_bytes[party] / _sized[party]) : float.NaN;
        numbers[8] = _sent[party] > 0 ? MathF.Log((float)_deliveries[party] / _sent[party]) : float.NaN;
    }
}
