using System.Runtime.CompilerServices;

namespace MetaLens.Analyzers.Indicators;

/// <summary>
/// bandicoot's indicators of one actor in one period: <see cref="Add"/> every record in order of time, then <see cref="Write"/>. Reused from period to period.
/// </summary>
/// <remarks>
/// A conversation is texts with one contact, each less than the gap (an hour in bandicoot) after the record, text or call, before it; a call closes the open one and belongs to none. A reply's delay
/// runs from the last incoming text before it, and zero delays do not count.
/// </remarks>
sealed class PeriodIndicators(IndicatorOptions options)
{
    static readonly double[] Logarithms = [.. Enumerable.Range(0, 256).Select(n => Math.Log(n))];

    readonly double _gapSeconds = options.ConversationGap.TotalSeconds;
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
            foreach (var contact in _touched.AsSpan(0, _touchedCount)) _contacts[contact] = default;
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

    public int Calls => _calls;

    public int Texts => _texts;

    /// <summary>The numbers of the contacts with a record in the period.</summary>
    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _touchedCount);

    /// <summary>What has passed with a contact.</summary>
    public ref readonly ContactState With(int contact) => ref _contacts[contact];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(in ActorRecord record)
    {
        ref var contact = ref _contacts[record.Contact];
        if (!contact.Seen)
        {
            contact.Seen = true;
            contact.LastSecond = double.NegativeInfinity;
            _touched[_touchedCount++] = record.Contact;
        }
        if (record.Day != _lastDay)
        {
            _days++;
            _lastDay = record.Day;
        }
        if (record.IsCall) AddCall(record, ref contact);
        else AddText(record, ref contact);
        contact.LastSecond = record.Second;
    }

    void AddCall(in ActorRecord record, ref ContactState contact)
    {
        if (_calls++ > 0) _callGaps.Add(record.Second - _lastCall);
        _lastCall = record.Second;
        if (record.IsOut) { _callsOut++; contact.CallsOut++; }
        if (record.IsNight) _callsAtNight++;
        contact.Calls++;
        contact.Open = false;
        if (record.CallSeconds < 0) return;
        contact.CallSeconds += record.CallSeconds;
        _durations.Add(record.CallSeconds);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void AddText(in ActorRecord record, ref ContactState contact)
    {
        var second = record.Second;
        var isOut = record.IsOut;
        if (_texts++ > 0) _textGaps.Add(second - _lastText);
        _lastText = second;
        if (isOut) { _textsOut++; contact.TextsOut++; }
        if (record.IsNight) _textsAtNight++;
        contact.Texts++;
        if (contact.Open && second - contact.LastSecond < _gapSeconds)
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

    /// <summary>Writes the numbers of the period in the order of <see cref="Measures.Basic"/>; NaN = not defined, as everything is of a sort of interaction without a record.</summary>
    public void Write(ref IndicatorWriter to)
    {
        to.Put(Records, _days);
        to.Put(_calls, Contacts(calls: true));
        to.Put(_texts, Contacts(calls: false));
        to.Put(_durations);
        to.Put(_calls, Share(_callsAtNight, _calls, 0));
        to.Put(_texts, Share(_textsAtNight, _texts, 0));
        to.Put(Records, Share(_begun, _conversations, 0));
        to.Put(_calls, Share(_callsOut, _calls, 0));
        to.Put(_delays);
        to.Put(Records, Share(_answered, _received, double.NaN));
        to.Put(_calls, Entropy(calls: true));
        to.Put(_texts, Entropy(calls: false));
        to.Put(Balance(calls: true));
        to.Put(Balance(calls: false));
        to.Put(PerContact(calls: true));
        to.Put(PerContact(calls: false));
        to.Put(_callGaps);
        to.Put(_textGaps);
        to.Put(_calls, Pareto(calls: true));
        to.Put(_texts, Pareto(calls: false));
        to.Put(_calls, ParetoOfDurations());
        to.Put(_calls, _calls);
        to.Put(_texts, _texts);
        to.Put(_calls, _calls - _callsOut);
        to.Put(_texts, _texts - _textsOut);
        to.Put(_calls, _callsOut);
        to.Put(_texts, _textsOut);
    }

    static double Share(int part, int all, double none) => all == 0 ? none : (double)part / all;

    // Where there is no record of the sort, nobody is looked through.
    ReadOnlySpan<int> TouchedBy(bool calls) => (calls ? _calls : _texts) == 0 ? [] : Touched;

    int Contacts(bool calls)
    {
        var n = 0;
        foreach (var contact in TouchedBy(calls))
            if (_contacts[contact].Records(calls) > options.MoreThan) n++;
        return n;
    }

    double Entropy(bool calls)
    {
        double all = calls ? _calls : _texts, entropy = 0;
        foreach (var contact in TouchedBy(calls))
            if (_contacts[contact].Records(calls) is > 0 and var n) entropy -= n / all * (Logarithm(n) - Logarithm((int)all));
        return entropy;
    }

    // Most contacts have few records, and a logarithm costs more than looking one up.
    static double Logarithm(int n) => n < Logarithms.Length ? Logarithms[n] : Math.Log(n);

    Distribution Balance(bool calls)
    {
        _scratch.Clear();
        double all = calls ? _calls : _texts;
        foreach (var contact in TouchedBy(calls))
            if (_contacts[contact].Records(calls) > 0) _scratch.Add(_contacts[contact].Out(calls) / all);
        return _scratch;
    }

    Distribution PerContact(bool calls)
    {
        _scratch.Clear();
        foreach (var contact in TouchedBy(calls))
            if (_contacts[contact].Records(calls) is > 0 and var n) _scratch.Add(n);
        return _scratch;
    }

    double Pareto(bool calls)
    {
        var contacts = 0;
        foreach (var contact in TouchedBy(calls))
            if (_contacts[contact].Records(calls) is > 0 and var n) _amounts[contacts++] = n;
        return Pareto(contacts);
    }

    double ParetoOfDurations()
    {
        var contacts = 0;
        foreach (var contact in TouchedBy(calls: true))
            if (_contacts[contact].Calls > 0) _amounts[contacts++] = _contacts[contact].CallSeconds;
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
        var target = (long)Math.Ceiling(options.ParetoShare * all);
        var taken = 0;
        while (target > 0) target -= amounts[^++taken];
        return (double)taken / contacts;
    }
}
