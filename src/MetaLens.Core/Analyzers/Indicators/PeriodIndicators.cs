namespace MetaLens.Analyzers.Indicators;

/// <summary>
/// The indicators of one actor in one period: <see cref="Add"/> every record in order of time, then <see cref="Write"/>. Reused from period to period.
/// </summary>
/// <remarks>
/// A conversation is texts with one contact, each less than an hour after the record (text or call) before it; a call closes the open one and belongs to none. A reply's delay runs from the last
/// incoming text before it, and zero delays do not count.
/// </remarks>
sealed class PeriodIndicators(int statistics)
{
    const double ConversationGapSeconds = 3600;
    const double ParetoShare = 0.8;

    readonly Distribution _durations = new(), _delays = new(), _callGaps = new(), _textGaps = new(), _scratch = new();
    ContactState[] _contacts = [];
    long[] _amounts = [];
    int[] _touched = [];
    int _touchedCount, _days, _lastDay, _calls, _callsOut, _callsAtNight, _texts, _textsOut, _textsAtNight;
    int _conversations, _begun, _received, _answered;
    double _lastCall, _lastText;

    /// <summary>Begins a period of an actor with so many contacts.</summary>
    public void Clear(int contacts)
    {
        if (_contacts.Length < contacts)
        {
            _contacts = new ContactState[Math.Max(contacts, 2 * _contacts.Length)];
            _touched = new int[_contacts.Length];
            _amounts = new long[_contacts.Length];
        }
        else
            for (var i = 0; i < _touchedCount; i++) _contacts[_touched[i]] = default;
        _durations.Clear();
        _delays.Clear();
        _callGaps.Clear();
        _textGaps.Clear();
        _touchedCount = _days = _calls = _callsOut = _callsAtNight = _texts = _textsOut = _textsAtNight = 0;
        _conversations = _begun = _received = _answered = 0;
        _lastDay = int.MinValue;
    }

    /// <summary>Number of records added.</summary>
    public int Records => _calls + _texts;

    public void Add(ActorRecords records, int i)
    {
        ref var contact = ref _contacts[records.Contact[i]];
        if (!contact.Seen)
        {
            contact.Seen = true;
            contact.LastSecond = double.NegativeInfinity;
            _touched[_touchedCount++] = records.Contact[i];
        }
        if (records.Day[i] != _lastDay) _days++;
        _lastDay = records.Day[i];
        if (records.IsCall[i]) AddCall(records, i, ref contact);
        else AddText(records, i, ref contact);
        contact.LastSecond = records.Second[i];
    }

    void AddCall(ActorRecords records, int i, ref ContactState contact)
    {
        var second = records.Second[i];
        if (_calls++ > 0) _callGaps.Add(second - _lastCall);
        _lastCall = second;
        if (records.IsOut[i]) { _callsOut++; contact.CallsOut++; }
        if (records.IsNight[i]) _callsAtNight++;
        contact.Calls++;
        contact.Open = false;
        if (records.CallSeconds[i] < 0) return;
        contact.CallSeconds += records.CallSeconds[i];
        _durations.Add(records.CallSeconds[i]);
    }

    void AddText(ActorRecords records, int i, ref ContactState contact)
    {
        var second = records.Second[i];
        var isOut = records.IsOut[i];
        if (_texts++ > 0) _textGaps.Add(second - _lastText);
        _lastText = second;
        if (isOut) { _textsOut++; contact.TextsOut++; }
        if (records.IsNight[i]) _textsAtNight++;
        contact.Texts++;
        if (contact.Open && second - contact.LastSecond < ConversationGapSeconds)
        {
            if (isOut && contact.LastWasIn && second > contact.LastTextSecond) _delays.Add(second - contact.LastTextSecond);
        }
        else
        {
            _conversations++;
            if (isOut) _begun++;
            else _received++;
            contact.Open = true;
            contact.BegunByOther = !isOut;
            contact.Answered = false;
        }
        if (isOut && contact.BegunByOther && !contact.Answered)
        {
            contact.Answered = true;
            _answered++;
        }
        contact.LastWasIn = !isOut;
        contact.LastTextSecond = second;
    }

    /// <summary>Writes the numbers of the period in the order of <see cref="Measures"/>; NaN = not defined, as everything is of a sort of interaction without a record.</summary>
    public void Write(Span<double> into)
    {
        var at = 0;
        Put(into, Records, _days);
        Put(into, _calls, Contacts(calls: true));
        Put(into, _texts, Contacts(calls: false));
        PutDistribution(into, _durations);
        Put(into, _calls, Share(_callsAtNight, _calls, 0));
        Put(into, _texts, Share(_textsAtNight, _texts, 0));
        Put(into, Records, Share(_begun, _conversations, 0));
        Put(into, _calls, Share(_callsOut, _calls, 0));
        PutDistribution(into, _delays);
        Put(into, Records, Share(_answered, _received, double.NaN));
        Put(into, _calls, Entropy(calls: true));
        Put(into, _texts, Entropy(calls: false));
        PutDistribution(into, Balance(calls: true));
        PutDistribution(into, Balance(calls: false));
        PutDistribution(into, PerContact(calls: true));
        PutDistribution(into, PerContact(calls: false));
        PutDistribution(into, _callGaps);
        PutDistribution(into, _textGaps);
        Put(into, _calls, Pareto(calls: true));
        Put(into, _texts, Pareto(calls: false));
        Put(into, _calls, ParetoOfDurations());
        Put(into, _calls, _calls);
        Put(into, _texts, _texts);
        Put(into, _calls, _calls - _callsOut);
        Put(into, _texts, _texts - _textsOut);
        Put(into, _calls, _callsOut);
        Put(into, _texts, _textsOut);

        // As in bandicoot, a period without a record of the sort has no value at all, not zeros.
        void Put(Span<double> to, int records, double value) => to[at++] = records == 0 ? double.NaN : value;

        void PutDistribution(Span<double> to, Distribution distribution)
        {
            distribution.Summarize(to.Slice(at, statistics));
            at += statistics;
        }
    }

    static double Share(int part, int all, double none) => all == 0 ? none : (double)part / all;

    int Contacts(bool calls)
    {
        var n = 0;
        for (var i = 0; i < _touchedCount; i++)
            if (Interactions(i, calls) > 0) n++;
        return n;
    }

    int Interactions(int touched, bool calls) => calls ? _contacts[_touched[touched]].Calls : _contacts[_touched[touched]].Texts;

    double Entropy(bool calls)
    {
        double all = calls ? _calls : _texts, entropy = 0;
        if (all == 0) return double.NaN;
        for (var i = 0; i < _touchedCount; i++)
            if (Interactions(i, calls) is > 0 and var n) entropy -= n / all * Math.Log(n / all);
        return entropy;
    }

    Distribution Balance(bool calls)
    {
        _scratch.Clear();
        double all = calls ? _calls : _texts;
        for (var i = 0; i < _touchedCount; i++)
            if (Interactions(i, calls) > 0) _scratch.Add((calls ? _contacts[_touched[i]].CallsOut : _contacts[_touched[i]].TextsOut) / all);
        return _scratch;
    }

    Distribution PerContact(bool calls)
    {
        _scratch.Clear();
        for (var i = 0; i < _touchedCount; i++)
            if (Interactions(i, calls) is > 0 and var n) _scratch.Add(n);
        return _scratch;
    }

    double Pareto(bool calls)
    {
        var contacts = 0;
        for (var i = 0; i < _touchedCount; i++)
            if (Interactions(i, calls) is > 0 and var n) _amounts[contacts++] = n;
        return Pareto(contacts);
    }

    double ParetoOfDurations()
    {
        var contacts = 0;
        for (var i = 0; i < _touchedCount; i++)
            if (_contacts[_touched[i]].Calls > 0) _amounts[contacts++] = _contacts[_touched[i]].CallSeconds;
        return Pareto(contacts);
    }

    // The fewest contacts, largest first, that reach the target.
    double Pareto(int contacts)
    {
        if (contacts == 0) return double.NaN;
        var amounts = _amounts.AsSpan(0, contacts);
        amounts.Sort();
        var all = 0L;
        foreach (var n in amounts) all += n;
        var target = (long)Math.Ceiling(ParetoShare * all);
        var taken = 0;
        while (target > 0) target -= amounts[^++taken];
        return (double)taken / contacts;
    }
}
