using MetaLens.Messages;

namespace MetaLens.Testing;

/// <summary>The mail of an invented organisation, message by message: who is most active writes most; to a circle that the style weighs, there to whom they like; and answers follow.</summary>
sealed class OrganisationMail
{
    const int Days = 120, SmallestAssisted = 7;
    const double FirstHour = 8, Hours = 10, HourMs = 3_600_000, TeamReplyMs = 600_000, ReplyMs = 900_000, ReplySpread = 1.2, AssistantActivity = 3, ToAssistantShare = 0.5;
    const long FirstDay = 1_740_960_000_000, DayMs = 86_400_000;
    readonly OrganisationStyle _style;
    readonly Random _random;
    readonly MessageLogBuilder _log = new();
    readonly Dictionary<(int, int), double> _liking = [];
    readonly Dictionary<int, int[]> _departments;
    readonly int[] _everybody, _number, _assistant;
    readonly double[] _activity, _circles;
    int _sent;

    /// <summary>Draws the people of one organisation.</summary>
    public OrganisationMail(OrganisationStyle style, int seed)
    {
        (_style, _random) = (style, new Random((seed * 7919) + 17));
        Lines = new ReportingLines(style, _random);
        _everybody = [.. Enumerable.Range(0, style.People)];
        _number = [.. _everybody];
        _random.Shuffle(_number);
        _departments = _everybody.GroupBy(p => Lines.HeadOfDepartment[p]).ToDictionary(g => g.Key, g => g.ToArray());
        _activity = [.. _everybody.Select(p => Math.Exp(style.ActivitySpread * Normal()) * Math.Pow(1 + Lines.Below[p], style.LevelPower))];
        _assistant = new int[style.People];
        Array.Fill(_assistant, -1);
        foreach (var p in _everybody)
        {
            if (style.AssistantShare == 0 || Lines.Reports[p].Count < 2 || Lines.Below[p] < SmallestAssisted || _random.NextDouble() >= style.AssistantShare) continue;
            _assistant[p] = Lines.Reports[p][^1];
            _activity[_assistant[p]] *= AssistantActivity;
        }
        for (var p = 1; p < _activity.Length; p++) _activity[p] += _activity[p - 1];
        _circles = [style.Up, style.Down, style.Peers, style.Department, style.Anybody];
    }

    /// <summary>Who manages whom.</summary>
    public ReportingLines Lines { get; }

    /// <summary>What a person is called in the mail.</summary>
    public string NameOf(int person) => $"e{_number[person]:000}";

    /// <summary>Writes the mail.</summary>
    public MessageLog Write()
    {
        foreach (var p in _everybody) _log.Actor($"e{p:000}");
        while (_sent < _style.Messages)
        {
            var at = Array.BinarySearch(_activity, _random.NextDouble() * _activity[^1]);
            var from = Math.Min(at >= 0 ? at : ~at, _style.People - 1);
            var time = FirstDay + (_random.Next(Days) * DayMs) + (long)((FirstHour + (Hours * _random.NextDouble())) * HourMs);
            if (!WriteMailing(from, time)) WriteToOne(from, time);
        }
        return _log.Build();
    }

    bool WriteMailing(int from, long time)
    {
        var (reports, manager) = (Lines.Reports[from], Lines.Manager[from]);
        if (_style.ToAll > 0 && from <= Lines.Reports[0].Count && _random.NextDouble() < _style.ToAll) Send(from, _everybody, time);
        else if (reports.Count > 1 && _random.NextDouble() < _style.ToTeam)
        {
            Send(from, reports, time);
            if (_random.NextDouble() < _style.ReplyShare) Send(reports[_random.Next(reports.Count)], [from], time + (long)(TeamReplyMs * Math.Exp(Normal())));
        }
        else if (manager == 0 && _random.NextDouble() < _style.ToDepartment) Send(from, _departments[Lines.HeadOfDepartment[from]], time);
        else if (reports.Count == 0 && manager > 0 && _random.NextDouble() < _style.ToTeam / 4) Send(from, [.. Lines.Reports[manager], manager], time);
        else return false;
        return true;
    }

    void WriteToOne(int from, long time)
    {
        var manager = Lines.Manager[from];
        var to = Circle() switch
        {
            0 => manager,
            1 => Liked(from, Lines.Reports[from]),
            2 => manager < 0 ? -1 : Liked(from, Lines.Reports[manager]),
            3 => Liked(from, _departments[Lines.HeadOfDepartment[from]]),
            _ => _random.Next(_style.People),
        };
        if (to < 0 || to == from) return;
        if (_assistant[to] >= 0 && _assistant[to] != from && _random.NextDouble() < ToAssistantShare) to = _assistant[to];
        Send(from, _random.NextDouble() < _style.Copied && manager >= 0 ? [to, manager] : [to], time);
        while (_random.NextDouble() < _style.ReplyShare && _sent < _style.Messages)
        {
            (from, to) = (to, from);
            var slowness = Lines.Below[from] > Lines.Below[to] ? _style.SlownessOfSuperiors : 1;
            time += (long)(ReplyMs * slowness * Math.Exp(ReplySpread * Normal()));
            Send(from, [to], time);
        }
    }

    int Circle()
    {
        var left = _random.NextDouble() * _circles.Sum();
        var circle = 0;
        while (circle < _circles.Length - 1 && (left -= _circles[circle]) > 0) circle++;
        return circle;
    }

    int Liked(int from, IReadOnlyList<int> circle)
    {
        var left = circle.Where(p => p != from).Sum(p => Liking(from, p));
        if (left == 0) return -1;
        left *= _random.NextDouble();
        foreach (var p in circle)
            if (p != from && (left -= Liking(from, p)) <= 0) return p;
        return -1;
    }

    double Liking(int a, int b)
    {
        var pair = (Math.Min(a, b), Math.Max(a, b));
        return _liking.TryGetValue(pair, out var known) ? known : _liking[pair] = Math.Exp(_style.LikingSpread * Normal());
    }

    void Send(int from, IEnumerable<int> to, long time)
    {
        int[] recipients = [.. to.Where(p => p != from).Distinct().Select(p => _number[p])];
        if (recipients.Length == 0) return;
        _log.Add(new MessageRecord { SentAt = time, Sender = _number[from], Recipients = recipients, Size = 1000 });
        _sent++;
    }

    double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
