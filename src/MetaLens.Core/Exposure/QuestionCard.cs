namespace MetaLens.Exposure;

/// <summary>What a question is, for people and for docs.</summary>
/// <param name="Id">Short unique name.</param>
/// <param name="Question">The question in plain words ("Who talks with whom?").</param>
/// <param name="Score">How an answer is scored, in a sentence.</param>
/// <param name="ChanceLevel">What guessing scores, in a sentence.</param>
/// <param name="Subject">What is counted and resampled: people, pairs, messages.</param>
public sealed record QuestionCard(string Id, string Question, string Score, string ChanceLevel, string Subject);
