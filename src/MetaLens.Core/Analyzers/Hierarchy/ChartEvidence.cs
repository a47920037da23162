using System.Numerics;

namespace MetaLens.Analyzers.Hierarchy;

/// <summary>What speaks for each pair being manager and employee, and for each being colleagues under one manager: sums of <see cref="ChartRatios"/>, tempered because the traits say partly the same.</summary>
sealed class ChartEvidence
{
    const float ReportsTemper = 0.4f, ColleaguesTemper = 0.25f;
    const double TopWeight = 20;
    static readonly float[] StrengthSteps = [-0.3f, 0.5f, 1.2f, 2], GroupSteps = [0, 0.1f, 0.3f], RankSteps = [0, 2, 5], StandingSteps = [-0.3f, -0.05f, 0.1f, 0.35f, 0.6f];
    static readonly float[] ShareSteps = [0.02f, 0.06f, 0.12f, 0.25f], DownSteps = [0.35f, 0.5f, 0.65f], TogetherSteps = [0, 1, 2];
    static readonly double[] LikenessQuantiles = [0.5, 0.75, 0.9, 0.95, 0.98];
    readonly ChartMail _mail;
    readonly double[] _standing;
    readonly int _n;
    readonly float[] _both, _strength, _together, _likeness;
    readonly float[][] _sortedTies;
    readonly float[] _likenessSteps;
    readonly float _all, _togetherAll;

    /// <summary>Weighs all pairs. O(people³) at worst, for likeness of contacts.</summary>
    /// <param name="mail">Mail between the people.</param>
    /// <param name="standing">Standing of each, 0 … 1, from volumes and ranks.</param>
    public ChartEvidence(ChartMail mail, double[] standing)
    {
        (_mail, _standing, _n) = (mail, standing, mail.People);
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
        _sortedTies = [.. Enumerable.Range(0, _n).Select(i => _both.AsSpan(i * _n, _n).ToArray().Order().ToArray())];
        _likeness = Likeness();
        var sorted = Enumerable.Range(0, _n).SelectMany(i => Enumerable.Range(0, i).Select(j => _likeness[(i * _n) + j])).Order().ToArray();
        _likenessSteps = [.. LikenessQuantiles.Select(q => sorted.Length == 0 ? 0 : sorted[(int)(q * (sorted.Length - 1))])];
        (Reports, Colleagues) = (new float[_n * _n], new float[_n * _n]);
        for (var a = 0; a < _n; a++)
            for (var b = 0; b < _n; b++)
                if (a != b) (Reports[(a * _n) + b], Colleagues[(a * _n) + b]) = Weigh(a, b);
    }

    /// <summary>Log odds that the row manages the column.</summary>
    public float[] Reports { get; }

    /// <summary>Log odds, up to a constant, that somebody stands at the very top: who has neither ties nor standing would otherwise end there, where no manager is to be found.</summary>
    public double Top(int person) => TopWeight * _standing[person];

    /// <summary>Log odds that both have one manager; symmetric.</summary>
    public float[] Colleagues { get; }

    (float Reports, float Colleagues) Weigh(int manager, int employee)
    {
        var at = (manager * _n) + employee;
        float weight = _both[at], expected = _strength[manager] * _strength[employee] / _all;
        var tied = weight > 0;
        var strength = tied ? 2 + Step(Math.Log((weight + 0.5) / (expected + 0.5)), StrengthSteps) : expected > 1 ? 0 : 1;
        var stronger = tied ? _n - CountUpTo(_sortedTies[employee], weight) : 0;
        float together = _mail.Together[at], expectedTogether = _together[manager] * _together[employee] / _togetherAll;
        var addressed = together == 0 ? (expectedTogether > 1 ? 0 : 1) : 2 + Step(Math.Log((together + 0.5) / (expectedTogether + 0.5)), TogetherSteps);
        var reports = ChartRatios.Reports[0][strength]
            + ChartRatios.Reports[1][_mail.GroupMailings[manager] == 0 ? 0 : 1 + Step(_mail.Grouped[at] / _mail.GroupMailings[manager], GroupSteps)]
            + ChartRatios.Reports[2][tied ? Step(stronger, RankSteps) : 4]
            + ChartRatios.Reports[3][Step(_standing[manager] - _standing[employee], StandingSteps)]
            + ChartRatios.Reports[4][tied ? 1 + Step(weight / _strength[employee], ShareSteps) : 0]
            + ChartRatios.Reports[5][tied ? 1 + Step(_mail.Sent[at] / weight, DownSteps) : 0];
        var colleagues = ChartRatios.Colleagues[0][strength] + ChartRatios.Colleagues[1][addressed] + ChartRatios.Colleagues[2][Step(_likeness[at], _likenessSteps)];
        return (ReportsTemper * reports, ColleaguesTemper * colleagues);
    }

    // Cosine of the ties to third people, each tie weighted by how far it exceeds what the ends' volumes let expect.
    float[] Likeness()
    {
        var profile = new float[_n * _n];
        for (var i = 0; i < _n; i++)
        {
            var length = 0.0;
            for (var j = 0; j < _n; j++)
            {
                if (_both[(i * _n) + j] is not (> 0 and var weight)) continue;
                var excess = Math.Log(1 + (weight / Math.Max(0.3, _strength[i] * _strength[j] / _all)));
                profile[(i * _n) + j] = (float)excess;
                length += excess * excess;
            }
            for (var j = 0; j < _n; j++) profile[(i * _n) + j] /= (float)Math.Sqrt(length) + 1e-9f;
        }
        var likeness = new float[_n * _n];
        Parallel.For(0, _n, i =>
        {
            for (var j = 0; j < _n; j++)
                if (j != i) likeness[(i * _n) + j] = Product(profile.AsSpan(i * _n, _n), profile.AsSpan(j * _n, _n));
        });
        return likeness;
    }

    static float Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count) sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        var product = Vector.Sum(sum);
        for (; i < a.Length; i++) product += a[i] * b[i];
        return product;
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
