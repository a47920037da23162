namespace MetaLens.Analyzers.Hierarchy;

/// <summary>
/// Draws organisation charts in proportion to how well they fit the evidence: everybody in turn is given a manager (Gibbs sampling), and now and then changes places with theirs (Metropolis).
/// A chart's weight: exp of Σ evidence that managers manage their reports + 2/k · Σ evidence that the k reports of one manager are colleagues (so that large teams do not count by the square) + a
/// manager's chance of one more report growing with those there are, as in a Chinese restaurant process.
/// </summary>
sealed class ChartSampler
{
    const double NewManager = 0.5, SwapShare = 0.3, FirstTemperature = 6, Negligible = -25;
    readonly ChartEvidence _evidence;
    readonly Random _random;
    readonly int _n;
    readonly int[] _manager, _reports, _mark;
    readonly double[] _team, _colleagues, _score, _oneMore;
    double _temperature = 1;

    /// <summary>Begins at a chart.</summary>
    /// <param name="evidence">What speaks for whom.</param>
    /// <param name="manager">The manager of each, −1 for exactly one.</param>
    /// <param name="random">The draws.</param>
    public ChartSampler(ChartEvidence evidence, IReadOnlyList<int> manager, Random random)
    {
        (_evidence, _random, _n, _manager) = (evidence, random, manager.Count, [.. manager]);
        (_reports, _mark, _team, _colleagues, _score) = (new int[_n], new int[_n], new double[_n], new double[_n], new double[_n]);
        _oneMore = [.. Enumerable.Range(0, _n).Select(k => Math.Log(k + NewManager))];
        foreach (var m in _manager)
            if (m >= 0) _reports[m]++;
        for (var m = 0; m < _n; m++) Retotal(m);
        Chances = new float[_n * _n];
        (Below, Depth) = (new double[_n], new double[_n]);
    }

    /// <summary>Sum over the drawn charts of the chance that the row manages the column.</summary>
    public float[] Chances { get; }

    /// <summary>Sum over the drawn charts of how many stand below each.</summary>
    public double[] Below { get; }

    /// <summary>Sum over the drawn charts of how many stand above each.</summary>
    public double[] Depth { get; }

    /// <summary>Cools down, then draws. O((cooling + draws) · people²).</summary>
    public void Run(int cooling, int draws, CancellationToken stop)
    {
        int[] order = [.. Enumerable.Range(0, _n)];
        for (var sweep = 0; sweep < cooling + draws; sweep++)
        {
            stop.ThrowIfCancellationRequested();
            var drawing = sweep >= cooling;
            _temperature = drawing ? 1 : FirstTemperature + ((1 - FirstTemperature) * sweep / cooling);
            _random.Shuffle(order);
            foreach (var employee in order)
            {
                if (_manager[employee] < 0) continue;
                ChooseManager(employee, drawing);
                if (_random.NextDouble() < SwapShare) Swap(employee);
            }
            if (drawing) CountLevels();
        }
    }

    void ChooseManager(int employee, bool drawing)
    {
        var old = _manager[employee];
        Array.Clear(_colleagues);
        for (var other = 0; other < _n; other++)
            if (other != employee && _manager[other] is >= 0 and var m) _colleagues[m] += _evidence.Colleagues[(employee * _n) + other];
        _reports[old]--;
        _team[old] -= _colleagues[old];
        MarkBelow(employee);
        var best = double.NegativeInfinity;
        for (var m = 0; m < _n; m++)
        {
            _score[m] = _mark[m] > 0 ? double.NegativeInfinity
                : (_evidence.Reports[(m * _n) + employee] + (PerTeam(_reports[m] + 1) * (_team[m] + _colleagues[m])) - (PerTeam(_reports[m]) * _team[m]) + _oneMore[_reports[m]]) / _temperature;
            best = Math.Max(best, _score[m]);
        }
        var sum = 0.0;
        for (var m = 0; m < _n; m++) sum += _score[m] = _score[m] - best > Negligible ? Math.Exp(_score[m] - best) : 0;
        var draw = _random.NextDouble() * sum;
        var chosen = old;
        for (var m = 0; m < _n; m++)
        {
            if (_score[m] == 0) continue;
            if (drawing) Chances[(m * _n) + employee] += (float)(_score[m] / sum);
            if (draw >= 0) chosen = m;
            draw -= _score[m];
        }
        _manager[employee] = chosen;
        _reports[chosen]++;
        _team[chosen] += _colleagues[chosen];
    }

    // Employee and manager change places; the reports of each go to the other.
    void Swap(int employee)
    {
        int manager = _manager[employee], above = _manager[manager];
        float[] reports = _evidence.Reports, colleagues = _evidence.Colleagues;
        double gain = reports[(employee * _n) + manager] - reports[(manager * _n) + employee];
        gain += above >= 0 ? reports[(above * _n) + employee] - reports[(above * _n) + manager] : _evidence.Top(employee) - _evidence.Top(manager);
        for (var x = 0; x < _n; x++)
        {
            if (x == employee || x == manager) continue;
            if (_manager[x] == manager)
                gain += reports[(employee * _n) + x] - reports[(manager * _n) + x] + (PerTeam(_reports[manager]) * (colleagues[(manager * _n) + x] - colleagues[(employee * _n) + x]));
            else if (_manager[x] == employee)
                gain += reports[(manager * _n) + x] - reports[(employee * _n) + x];
            else if (above >= 0 && _manager[x] == above)
                gain += PerTeam(_reports[above]) * (colleagues[(employee * _n) + x] - colleagues[(manager * _n) + x]);
        }
        if (gain / _temperature < Math.Log(1 - _random.NextDouble())) return;
        for (var x = 0; x < _n; x++)
            if (x != employee && x != manager && (_manager[x] == manager || _manager[x] == employee)) _manager[x] = _manager[x] == manager ? employee : manager;
        (_manager[manager], _manager[employee]) = (employee, above);
        (_reports[manager], _reports[employee]) = (_reports[employee], _reports[manager]);
        Retotal(manager);
        Retotal(employee);
        if (above >= 0) Retotal(above);
    }

    static double PerTeam(int reports) => reports < 2 ? 0 : 2.0 / reports;

    void Retotal(int manager)
    {
        var sum = 0.0;
        for (var a = 0; a < _n; a++)
            if (_manager[a] == manager)
                for (var b = 0; b < a; b++)
                    if (_manager[b] == manager) sum += _evidence.Colleagues[(a * _n) + b];
        _team[manager] = sum;
    }

    // 1 = the employee or below, −1 = not.
    void MarkBelow(int employee)
    {
        Array.Clear(_mark);
        _mark[employee] = 1;
        for (var v = 0; v < _n; v++)
        {
            var top = v;
            while (_mark[top] == 0 && _manager[top] >= 0) top = _manager[top];
            var mark = _mark[top] > 0 ? 1 : -1;
            for (var at = v; _mark[at] == 0; at = _manager[at])
            {
                _mark[at] = mark;
                if (_manager[at] < 0) break;
            }
        }
    }

    void CountLevels()
    {
        for (var v = 0; v < _n; v++)
            for (var above = _manager[v]; above >= 0; above = _manager[above])
            {
                Below[above]++;
                Depth[v]++;
            }
    }
}
