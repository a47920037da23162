using MetaLens.Analyzers.Frequency;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Indicators;

/// <summary>The indicators of a period that bandicoot has under an option only, or not at all. Used like <see cref="PeriodIndicators"/>, beside it.</summary>
sealed class FurtherIndicators(Observation seen)
{
    const double SecondsOfDay = 86_400, SecondsOfHour = 3600;

    readonly bool _anySize = seen.Size.ContainsAnyExcept(-1), _anyGroup = seen.DeliveryCount > seen.Count;
    readonly Distribution _gaps = new(), _sizes = new(), _scratch = new();
    readonly double[] _hours = new double[24];
    readonly HashSet<int> _groups = [];
    int _records, _inGroups, _lastRow;
    double _last;

    public void Clear()
    {
        _gaps.Clear();
        _sizes.Clear();
        _groups.Clear();
        Array.Clear(_hours);
        _records = _inGroups = 0;
        _lastRow = -1;
    }

    public void Add(in ActorRecord record)
    {
        if (_records++ > 0) _gaps.Add(record.Second - _last);
        _last = record.Second;
        _hours[(int)((record.Second - record.Day * SecondsOfDay) / SecondsOfHour)]++;
        if (record.IsCall) return;
        // One message to many is as many records, but one size.
        if (_anySize && record.IsOut && record.Row != _lastRow && seen.Size[record.Row] is >= 0 and var bytes) _sizes.Add(bytes);
        _lastRow = record.Row;
        if (!_anyGroup || seen.RecipientsOf(record.Row).Length < 2) return;
        _inGroups++;
        if (seen.Conversation[record.Row] is >= 0 and var group) _groups.Add(group);
    }

    /// <summary>Writes the numbers of the period in the order of <see cref="Measures.Further"/>; NaN = not defined.</summary>
    public void Write(PeriodIndicators period, ref IndicatorWriter to)
    {
        to.Put(period.Calls, Contacts(period, calls: true, sent: false));
        to.Put(period.Texts, Contacts(period, calls: false, sent: false));
        to.Put(period.Calls, Contacts(period, calls: true, sent: true));
        to.Put(period.Texts, Contacts(period, calls: false, sent: true));
        to.Put(period.Calls, NormalizedEntropy(period, calls: true));
        to.Put(period.Texts, NormalizedEntropy(period, calls: false));
        to.Put(Balance(period, calls: true));
        to.Put(Balance(period, calls: false));
        to.Put(Sent(period, calls: true));
        to.Put(Sent(period, calls: false));
        to.Put(_gaps);
        to.Put(_records, InterEventTimes.Burstiness(_gaps.Values));
        to.Put(_records, InterEventTimes.FiniteBurstiness(_gaps.Values));
        to.Put(_records, InterEventTimes.Memory(_gaps.Values));
        to.Put(_records, WeekProfile.EntropyBits(_hours));
        to.Put(_sizes);
        to.Put(period.Texts, _groups.Count);
        to.Put(period.Texts, (double)_inGroups / period.Texts);
    }

    static int Contacts(PeriodIndicators period, bool calls, bool sent)
    {
        var n = 0;
        foreach (var contact in period.Touched)
        {
            ref readonly var with = ref period.With(contact);
            if ((sent ? with.Out(calls) : with.Records(calls) - with.Out(calls)) > 0) n++;
        }
        return n;
    }

    static double NormalizedEntropy(PeriodIndicators period, bool calls)
    {
        double all = calls ? period.Calls : period.Texts, entropy = 0;
        var contacts = 0;
        foreach (var contact in period.Touched)
        {
            if (period.With(contact).Records(calls) is not (> 0 and var n)) continue;
            entropy -= n / all * Math.Log(n / all);
            contacts++;
        }
        return contacts > 1 ? entropy / Math.Log(contacts) : 0;
    }

    Distribution Balance(PeriodIndicators period, bool calls)
    {
        _scratch.Clear();
        foreach (var contact in period.Touched)
            if (period.With(contact).Records(calls) is > 0 and var n) _scratch.Add((double)period.With(contact).Out(calls) / n);
        return _scratch;
    }

    Distribution Sent(PeriodIndicators period, bool calls)
    {
        _scratch.Clear();
        foreach (var contact in period.Touched)
            if (period.With(contact).Out(calls) is > 0 and var n) _scratch.Add(n);
        return _scratch;
    }
}
