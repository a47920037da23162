namespace MetaLens.Cli.Serving;

/// <summary>How far a live session is.</summary>
/// <param name="Phase"><c>waiting</c>, <c>working</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="Step">What is being done.</param>
/// <param name="Share">Share of the step done, 0 … 1; null where that is not known.</param>
/// <param name="Message">Why it failed.</param>
/// <param name="NeedsOwner">It failed because nobody knows whose export it is; the files are still there.</param>
/// <param name="Candidates">Whose it may be, the likeliest first.</param>
sealed record LiveState(string Phase, string Step = "", double? Share = null, string Message = "", bool NeedsOwner = false, IReadOnlyList<string>? Candidates = null);
