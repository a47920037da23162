namespace MetaLens.Analyzers.Anonymity;

/// <summary>The senders of the messages in a window, each as likely as its part of them; kept up to date as messages come and go. Every step and every measure O(1).</summary>
sealed class SenderCrowd(int parties)
{
    readonly int[] _messages = new int[parties];

    // How many senders have at least n messages; position 0 is not used.
    readonly List<int> _atLeast = [0, 0];
    int _all, _most;

    // Σ n log2 n, and Σ rank · n with the senders in descending order of n.
    double _terms, _ranked;

    /// <summary>Distinct senders.</summary>
    public int Size => _atLeast[1];

    /// <summary>Entropy in bits: log2 all − Σ n log2 n / all.</summary>
    public double Entropy => Math.Max(0, Math.Log2(_all) - _terms / _all);

    /// <summary>−log2 of the largest part.</summary>
    public double MinEntropy => Math.Log2(_all) - Math.Log2(_most);

    /// <summary>Guessing entropy: Σ i p_(i), the likeliest first.</summary>
    public double Guesses => _ranked / _all;

    /// <summary>One more message of a sender.</summary>
    public void Enter(int sender)
    {
        var n = ++_messages[sender];
        _all++;
        _terms += Term(n) - Term(n - 1);
        if (n == _atLeast.Count) _atLeast.Add(0);
        // It takes the place of the first of those that had as many.
        _ranked += ++_atLeast[n];
        _most = Math.Max(_most, n);
    }

    /// <summary>One message less.</summary>
    public void Leave(int sender)
    {
        var n = _messages[sender]--;
        _all--;
        _terms -= Term(n) - Term(n - 1);
        // It takes the place of the last of those that had as many.
        _ranked -= _atLeast[n]--;
        if (_atLeast[_most] == 0) _most--;
    }

    static double Term(int n) => n > 0 ? n * Math.Log2(n) : 0;
}
