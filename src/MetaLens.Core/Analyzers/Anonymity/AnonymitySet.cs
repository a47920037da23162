namespace MetaLens.Analyzers.Anonymity;

/// <summary>Among how many a sender hides when only the time of sending is known.</summary>
/// <param name="WindowSeconds">Senders active within so many seconds before or after are candidates.</param>
/// <param name="MedianSize">Median number of candidates over messages, at least 1 (the sender itself).</param>
/// <param name="MedianEffectiveSize">Median of 2^H with H the entropy of the candidates weighted by their messages in the window, 1 … size.</param>
/// <param name="MedianDegree">Median of H / log2 N, N all who ever send: 0 = found, 1 = anybody as likely; NaN with one sender.</param>
/// <param name="MedianMinEntropyBits">Median of −log2 of the likeliest candidate's part of the window's messages, bits, 0 … H: how sure one guess is.</param>
/// <param name="MedianGuesses">Median of the guesses that it takes on average, the likeliest candidate first, Σ i p_(i), 1 … size.</param>
/// <param name="ShareAlone">Part of the messages whose sender is the only candidate, 0 … 1.</param>
/// <param name="Messages">Messages looked at.</param>
public readonly record struct AnonymitySet(double WindowSeconds, double MedianSize, double MedianEffectiveSize, double MedianDegree, double MedianMinEntropyBits, double MedianGuesses, double ShareAlone, int Messages);
