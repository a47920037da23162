using System.Collections.Immutable;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Hierarchy;

/// <summary>
/// What mail tells of each pair of people of a chart: every trait in a few steps, so that how often each step is met can be counted (<see cref="ChartRatios"/>).
/// People have places 0 … count − 1.
/// </summary>
public sealed class ChartTraits
{
    static readonly float[] StrengthSteps = [-0.3f, 0.5f, 1.2f, 2], GroupSteps = [0, 0.1f, 0.3f], RankSteps = [0, 2, 5], StandingSteps = [-0.3f, -0.05f, 0.1f, 0.35f, 0.6f];
    static readonly float[] ShareSteps = [0.02f, 0.06f, 0.12f, 0.25f], DownSteps = [0.35f, 0.5f, 0.65f], TogetherSteps = [0, 1, 2];
    static readonly double[] LikenessQuantiles = [0.5, 0.75, 0.9, 0.95, 0.98];
    readonly ChartMail _mail;
    readonly int _n;
    readonly int[] _place;
    readonly float[] _both, _strength, _together, _likeness;
    readonly float[][] _sortedTies;
    readonly float[] _likenessSteps;
    readonly float _all, _togetherAll;
    readonly byte[][] _reports, _colleagues;

    ChartTraits(ImmutableArray<PartyId> people, int[] place, ChartMail mail, double[] standing)
    {
        (People, Standing, _place, _mail, _n) = (people, [.. standing], place, mail, mail.People);
        _both = new float[_n * _n];
        (_strength, _together) = (new float[_n], new float[_n]);
        for (var i = 0; i < _n; i++)
            for (var j = 0; j < _n; j++)
            {
                _both[(i * _n) + j] = mail.Sent[(i * _n) + j] + mail.Sent[(j * _n) + i];
                _strength[i] += _both[(i * _n) + j];
                _together[i] += mail.Together[(i * _n) + j];
            }
        _all = Math.Max(1, _strength.Sum());
        _togetherAll = Math.Max(1, _together.Sum());
        _sortedTies = [.. Enumerable.Range(0, _n).Select(i => Ascending(_both[(i * _n)..((i + 1) * _n)]))];
        _likeness = ContactLikeness.Of(_both, _strength, _all);
        var sorted = Ascending([.. Enumerable.Range(0, _n).SelectMany(i => _likeness.AsSpan(i * _n, i).ToArray())]);
        _likenessSteps = [.. LikenessQuantiles.Select(q => sorted.Length == 0 ? 0 : sorted[(int)(q * (sorted.Length - 1))])];
        _reports = [.. ReportsSteps.Select(_ => new byte[_n * _n])];
        _colleagues = [.. ColleaguesSteps.Select(_ => new byte[_n * _n])];
        for (var a = 0; a < _n; a++)
            for (var b = 0; b < _n; b++)
                if (a != b) Take(a, b);
    }

    /// <summary>How many steps each trait of manager → employee has: strength of the tie, share of the manager's mailings to several, rank among the employee's ties, difference of standing, share of the employee's mail, share of it going down.</summary>
    public static ImmutableArray<int> ReportsSteps { get; } = [7, 5, 5, 6, 6, 5];

    /// <summary>How many steps each trait of two colleagues has: strength of the tie, being addressed together, likeness of contacts.</summary>
    public static ImmutableArray<int> ColleaguesSteps { get; } = [7, 6, 6];

    /// <summary>Who has a place, by place: the <see cref="OrganisationChart.MostPeople"/> most active parties, in order of index.</summary>
    public ImmutableArray<PartyId> People { get; }

    /// <summary>Standing by volumes and ranks of each place, 0 … 1.</summary>
    public ImmutableArray<double> Standing { get; }

    /// <summary>Place of a party, −1 for none.</summary>
    public int PlaceOf(PartyId party) => _place[party.Index];

    /// <summary>The step of a trait for every pair, row = manager, column = employee; 0 on the diagonal, which means nothing.</summary>
    /// <param name="trait">Number of the trait, as in <see cref="ReportsSteps"/>.</param>
    public ReadOnlySpan<byte> Reports(int trait) => _reports[trait];

    /// <summary>The step of a trait for every pair of colleagues; symmetric, 0 on the diagonal.</summary>
    /// <param name="trait">Number of the trait, as in <see cref="ColleaguesSteps"/>.</param>
    public ReadOnlySpan<byte> Colleagues(int trait) => _colleagues[trait];

    /// <summary>Takes the traits of all pairs. O(rows + people³), memory 40 bytes · people².</summary>
    /// <param name="seen">What the observer has.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ChartTraits Of(Observation seen, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var graph = GraphBuilder.Directed(seen);
        var strengths = Strengths.Of(graph);
        int[] parties = [.. Enumerable.Range(0, graph.NodeCount).Where(v => strengths.In[v] + strengths.Out[v] > 0)
            .OrderByDescending(v => strengths.In[v] + strengths.Out[v]).ThenBy(v => v).Take(OrganisationChart.MostPeople).Order()];
        var place = new int[graph.NodeCount];
        Array.Fill(place, -1);
        for (var i = 0; i < parties.Length; i++) place[parties[i]] = i;
        return new ChartTraits([.. parties.Select(p => new PartyId(p))], place, ChartMail.Of(seen, place, parties.Length), VolumeStanding.Of(graph, parties, stop));
    }

    void Take(int manager, int employee)
    {
        var at = (manager * _n) + employee;
        float weight = _both[at], expected = _strength[manager] * _strength[employee] / _all;
        var tied = weight > 0;
        var strength = tied ? 2 + Step(Math.Log((weight + 0.5) / (expected + 0.5)), StrengthSteps) : expected > 1 ? 0 : 1;
        var stronger = tied ? _n - CountUpTo(_sortedTies[employee], weight) : 0;
        float together = _mail.Together[at], expectedTogether = _together[manager] * _together[employee] / _togetherAll;
        _reports[0][at] = (byte)strength;
        _reports[1][at] = (byte)(_mail.GroupMailings[manager] == 0 ? 0 : 1 + Step(_mail.Grouped[at] / _mail.GroupMailings[manager], GroupSteps));
        _reports[2][at] = (byte)(tied ? Step(stronger, RankSteps) : 4);
        _reports[3][at] = (byte)Step(Standing[manager] - Standing[employee], StandingSteps);
        _reports[4][at] = (byte)(tied ? 1 + Step(weight / _strength[employee], ShareSteps) : 0);
        _reports[5][at] = (byte)(tied ? 1 + Step(_mail.Sent[at] / weight, DownSteps) : 0);
        _colleagues[0][at] = (byte)strength;
        _colleagues[1][at] = (byte)(together > 0 ? 2 + Step(Math.Log((together + 0.5) / (expectedTogether + 0.5)), TogetherSteps) : expectedTogether > 1 ? 0 : 1);
        _colleagues[2][at] = (byte)Step(_likeness[at], _likenessSteps);
    }

    static float[] Ascending(float[] values)
    {
        Array.Sort(values);
        return values;
    }

    // How many of ascending numbers are at most the value.
    static int CountUpTo(float[] ascending, float value)
    {
        int low = 0, high = ascending.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ascending[middle] <= value) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    static int Step(double value, float[] steps)
    {
        var step = 0;
        while (step < steps.Length && value > steps[step]) step++;
        return step;
    }
}
