using System.Runtime.CompilerServices;

namespace MetaLens.Messages;

/// <summary>
/// The columns of a log that is being built, made as long as they will be and not filled yet: several threads write the messages to their places at once. Every message has
/// one recipient that it names itself, is of unspecified kind and in no conversation, for which no column is needed.
/// </summary>
sealed class MessageRoom
{
    int _unsorted;

    /// <summary>Unix milliseconds.</summary>
    public required long[] SentAt { get; init; }

    /// <summary>Names of whoever writes, by numbers of its own until <see cref="Finish"/>; then actor indices.</summary>
    public required int[] Sender { get; init; }

    /// <summary>As <see cref="Sender"/>.</summary>
    public required int[] Recipient { get; init; }

    /// <summary>Bytes; −1 = unknown.</summary>
    public required int[] Size { get; init; }

    /// <summary>Whether the finished messages are in order of time.</summary>
    public bool IsSorted => _unsorted == 0;

    /// <summary>Finishes the messages start … end − 1, once all before them are written. Other threads may finish others.</summary>
    /// <param name="start">The first.</param>
    /// <param name="end">Behind the last.</param>
    /// <param name="actorOf">The actor index of each of the writer's numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Finish(int start, int end, ReadOnlySpan<int> actorOf)
    {
        foreach (ref var name in Sender.AsSpan(start..end)) name = actorOf[name];
        foreach (ref var name in Recipient.AsSpan(start..end)) name = actorOf[name];
        var last = start > 0 ? SentAt[start - 1] : long.MinValue;
        foreach (var at in SentAt.AsSpan(start..end))
        {
            if (at < last) _unsorted = 1;
            last = at;
        }
    }
}
