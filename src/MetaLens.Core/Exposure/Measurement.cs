namespace MetaLens.Exposure;

/// <summary>
/// A score that can be taken again on any draw of its subjects, which is what an interval needs. Either a number, or the reason why there is none.
/// </summary>
public abstract class Measurement
{
    /// <summary>Fewest subjects a number is given for.</summary>
    public const int FewestSubjects = 20;

    /// <summary>Number of subjects: people, pairs or messages.</summary>
    public abstract int Subjects { get; }

    /// <summary>The score over a draw of subjects (indices, repeats allowed), 0 … 1.</summary>
    public abstract double Score(ReadOnlySpan<int> draw);

    /// <summary>What guessing scores over the same draw, 0 … 1, below 1.</summary>
    public abstract double Chance(ReadOnlySpan<int> draw);

    /// <summary>Whether the score or its chance can differ from draw to draw.</summary>
    public virtual bool Varies => true;

    /// <summary>Why there is no number; null when there is one.</summary>
    public virtual string? Reason => Subjects < FewestSubjects ? $"only {Subjects} of the {FewestSubjects} subjects that a number needs" : null;

    /// <summary>A question that does not apply.</summary>
    /// <param name="reason">Why, as a clause.</param>
    public static Measurement None(string reason) => new Absent(reason);

    sealed class Absent(string reason) : Measurement
    {
        public override int Subjects => 0;
        public override string Reason => reason;
        public override double Score(ReadOnlySpan<int> draw) => 0;
        public override double Chance(ReadOnlySpan<int> draw) => 0;
    }
}
