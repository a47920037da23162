using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MetaLens.Analyzers.Hierarchy;

/// <summary>
/// Draws organisation charts in proportion to how well they fit the evidence: everybody in turn is given a manager (Gibbs sampling), and now and then changes places with theirs (Metropolis).
/// A chart's weight: exp of Σ evidence that managers manage their reports + 2/k · Σ evidence that the k reports of one manager are colleagues (so that large teams do not count by the square) + a
/// manager's chance of one more report growing with those there are, as in a Chinese restaurant process.
/// </summary>
sealed class ChartSampler
{
    const double NewManager = 0.5, SwapShare = 0.3, FirstTemperature = 6;
    const float Negligible = -25;
    readonly ChartEvidence _evidence;
    readonly Random _random;
    readonly int _n;
    readonly ChartTree _chart;

    // Room for lists of people.
    readonly int[] _people, _others;
    readonly double[] _team, _oneMore;

    // Of each candidate: what the team gains by one more report whoever that is, and by how much each colleague's evidence counts in it. Rows are filled up to whole vectors.
    readonly float[] _gain, _share, _colleagues, _score, _drawn;

    // As the evidence and the chances, but with a row for each employee: all candidates of one lie side by side.
    readonly float[] _managers, _chances;
    readonly int _row;
    double _temperature = 1;

    /// <summary>Begins at a chart.</summary>
    /// <param name="evidence">What speaks for whom.</param>
    /// <param name="manager">The manager of each, −1 for exactly one.</param>
    /// <param name="random">The draws.</param>
    public ChartSampler(ChartEvidence evidence, IReadOnlyList<int> manager, Random random)
    {
        (_evidence, _random, _n, _chart) = (evidence, random, manager.Count, new ChartTree(manager));
        _row = (_n + Vector256<float>.Count - 1) / Vector256<float>.Count * Vector256<float>.Count;
        (_people, _others, _team) = (new int[_n], new int[_n], new double[_n]);
        (_gain, _share, _colleagues, _score, _drawn) = (new float[_row], new float[_row], new float[_row], new float[_row], new float[_row]);
        (_managers, _chances) = (new float[_n * _row], new float[_n * _row]);
        for (var m = 0; m < _n; m++)
            for (var e = 0; e < _n; e++) _managers[(e * _row) + m] = evidence.Reports[(m * _n) + e];
        _oneMore = [.. Enumerable.Range(0, _n).Select(k => Math.Log(k + NewManager))];
        for (var m = 0; m < _n; m++) Retotal(m);
        (Below, Depth) = (new double[_n], new double[_n]);
    }

    /// <summary>Sum over the drawn charts of the chance that somebody manages somebody.</summary>
    public float Chance(int manager, int employee) => _chances[(employee * _row) + manager];

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
                if (_chart.Manager[employee] < 0) continue;
                ChooseManager(employee, drawing);
                if (_random.NextDouble() < SwapShare) Swap(employee);
            }
            if (drawing) CountLevels();
        }
    }

    void ChooseManager(int employee, bool drawing)
    {
        var managers = _chart.Manager;
        var old = managers[employee];
        Array.Clear(_colleagues);
        var colleagues = _evidence.Colleagues.AsSpan(employee * _n, _n);
        for (var other = 0; other < managers.Length; other++)
            if (managers[other] is >= 0 and var m) _colleagues[m] += colleagues[other];
        _chart.Move(employee, -1);
        _team[old] -= _colleagues[old];
        Regain(old);
        var best = Weigh(employee);
        var sum = Exponentiate(best);
        var chosen = Drawn(_random.NextDouble() * sum, old);
        if (drawing) Count(employee, (float)(1 / sum));
        _chart.Move(employee, chosen);
        _team[chosen] += _colleagues[chosen];
        Regain(chosen);
    }

    void Regain(int manager)
    {
        var reports = _chart.Reports(manager);
        var (one, now) = (PerTeam(reports + 1), PerTeam(reports));
        _gain[manager] = (float)(((one - now) * _team[manager]) + _oneMore[reports]);
        _share[manager] = (float)one;
    }

    // These three are called for everybody in every sweep from the start, before the runtime would take notice.

    // The score of each candidate; whoever stands below the employee is none. Gives the best.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    float Weigh(int employee)
    {
        var managers = _managers.AsSpan(employee * _row, _row);
        var cold = (float)(1 / _temperature);
        for (var at = 0; at < _row; at += Vector256<float>.Count)
            ((Vector256.Create<float>(managers[at..]) + Vector256.Create(_gain, at) + (Vector256.Create(_share, at) * Vector256.Create(_colleagues, at))) * cold).CopyTo(_score, at);
        for (var at = _n; at < _row; at++) _score[at] = float.NegativeInfinity;
        foreach (var below in _chart.Below(employee, _people)) _score[below] = float.NegativeInfinity;
        var best = Vector256.Create(float.NegativeInfinity);
        for (var at = 0; at < _row; at += Vector256<float>.Count) best = Vector256.Max(best, Vector256.Create(_score, at));
        var most = best[0];
        for (var lane = 1; lane < Vector256<float>.Count; lane++) most = Math.Max(most, best[lane]);
        return most;
    }

    // e^(score − best) of each candidate; gives the sum. Of one width on every machine, so that sums are the same.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    double Exponentiate(float best)
    {
        var (top, least, sum) = (Vector256.Create(best), Vector256.Create(Negligible), Vector256<float>.Zero);
        for (var at = 0; at < _row; at += Vector256<float>.Count)
        {
            var below = Vector256.Create(_score, at) - top;
            if (Vector256.LessThanOrEqualAll(below, least))
            {
                Vector256<float>.Zero.CopyTo(_drawn, at);
                continue;
            }
            var weight = Vector256.ConditionalSelect(Vector256.GreaterThan(below, least), Vector256.Exp(below), Vector256<float>.Zero);
            weight.CopyTo(_drawn, at);
            sum += weight;
        }
        return Vector256.Sum(sum);
    }

    // The candidate at which the weights up to it exceed the draw, the old manager where all are 0. Most weights are 0: eight at a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int Drawn(double draw, int old)
    {
        var chosen = old;
        for (var at = 0; at < _row && draw >= 0; at += Vector256<float>.Count)
        {
            if (Vector256.EqualsAll(Vector256.Create(_drawn, at), Vector256<float>.Zero)) continue;
            for (var m = at; m < at + Vector256<float>.Count && draw >= 0; m++)
            {
                if (_drawn[m] == 0) continue;
                chosen = m;
                draw -= _drawn[m];
            }
        }
        return chosen;
    }

    void Count(int employee, float perWeight)
    {
        var chances = _chances.AsSpan(employee * _row, _row);
        for (var at = 0; at < _row; at += Vector256<float>.Count)
            (Vector256.Create<float>(chances[at..]) + (Vector256.Create(_drawn, at) * perWeight)).CopyTo(chances[at..]);
    }

    // Employee and manager change places; the reports of each go to the other.
    void Swap(int employee)
    {
        int manager = _chart.Manager[employee], above = _chart.Manager[manager];
        float[] reports = _evidence.Reports, colleagues = _evidence.Colleagues;
        double gain = reports[(employee * _n) + manager] - reports[(manager * _n) + employee];
        gain += above >= 0 ? reports[(above * _n) + employee] - reports[(above * _n) + manager] : _evidence.Top(employee) - _evidence.Top(manager);
        var team = _chart.ReportsOf(manager, _people);
        var perTeam = PerTeam(team.Length);
        foreach (var x in team)
            if (x != employee)
                gain += reports[(employee * _n) + x] - reports[(manager * _n) + x] + (perTeam * (colleagues[(manager * _n) + x] - colleagues[(employee * _n) + x]));
        foreach (var x in _chart.ReportsOf(employee, _others)) gain += reports[(manager * _n) + x] - reports[(employee * _n) + x];
        if (above >= 0) gain += GainBesides(manager, employee, above);
        if (gain / _temperature < Math.Log(1 - _random.NextDouble())) return;
        var own = _chart.ReportsOf(employee, _others);
        team = _chart.ReportsOf(manager, _people);
        _chart.Move(manager, -1);
        _chart.Move(employee, above);
        _chart.Move(manager, employee);
        foreach (var x in team)
            if (x != employee) _chart.Move(x, employee);
        foreach (var x in own) _chart.Move(x, manager);
        Retotal(manager);
        Retotal(employee);
        if (above >= 0) Retotal(above);
    }

    // What the colleagues of the manager say of having the employee instead.
    double GainBesides(int manager, int employee, int above)
    {
        var gain = 0.0;
        var colleagues = _evidence.Colleagues;
        foreach (var x in _chart.ReportsOf(above, _people))
            if (x != manager) gain += colleagues[(employee * _n) + x] - colleagues[(manager * _n) + x];
        return gain * PerTeam(_chart.Reports(above));
    }

    static double PerTeam(int reports) => reports < 2 ? 0 : 2.0 / reports;

    void Retotal(int manager)
    {
        var sum = 0.0;
        var team = _chart.ReportsOf(manager, _people);
        for (var a = 0; a < team.Length; a++)
            for (var b = 0; b < a; b++) sum += _evidence.Colleagues[(team[a] * _n) + team[b]];
        _team[manager] = sum;
        Regain(manager);
    }

    void CountLevels()
    {
        var manager = _chart.Manager;
        for (var v = 0; v < _n; v++)
            for (var above = manager[v]; above >= 0; above = manager[above])
            {
                Below[above]++;
                Depth[v]++;
            }
    }
}
