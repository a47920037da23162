using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Reports.Sights;

/// <summary>What an observer holds of a log, column by column. It stands in for the measured exposure where there are too few people to measure it on.</summary>
/// <param name="Lens">Id of the lens.</param>
/// <param name="Content">What was said.</param>
/// <param name="Ends">Who wrote to whom: plain with both ends, half with one.</param>
/// <param name="Times">When somebody who is named wrote: half where only the other end is named.</param>
/// <param name="Kinds">Which kind of message: half with its size alone.</param>
public sealed record LensSight(string Lens, Sight Content, Sight Ends, Sight Times, Sight Kinds)
{
    /// <summary>Looks at a log through a lens. O(deliveries).</summary>
    public static LensSight Of(Lens lens, MessageLog log, int seed)
    {
        ArgumentNullException.ThrowIfNull(lens);
        var seen = lens.Observe(log, seed).Restrict(ObservationWindow.Communication);
        var sender = seen.Sender.ContainsAnyExcept(-1);
        var recipients = seen.Recipient.Length > 0;
        return new LensSight(lens.Id,
            seen.Count > 0 && seen.ContentReadable ? Sight.Plain : Sight.Out,
            sender && recipients ? Sight.Plain : sender || recipients ? Sight.Half : Sight.Out,
            sender ? Sight.Plain : recipients ? Sight.Half : Sight.Out,
            seen.Count > 0 && seen.KindsVisible ? Sight.Plain : seen.Size.ContainsAnyExcept(-1) ? Sight.Half : Sight.Out);
    }

    /// <summary>The sight of a question, by its id.</summary>
    public Sight this[string question] => question switch
    {
        "content" => Content,
        "kind" => Kinds,
        "rhythm" or "frequency" or "events" => Times,
        _ => Ends,
    };
}
