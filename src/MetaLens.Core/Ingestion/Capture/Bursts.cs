using MetaLens.Messages;

namespace MetaLens.Ingestion.Capture;

/// <summary>Joins the packets of one direction of a flow into bursts; a burst ends when nothing came for half a second.</summary>
sealed class Bursts(MessageLogBuilder log)
{
    const long IdleGap = 500_000;
    const int PacketsBetweenSweeps = 1 << 16;

    readonly Dictionary<FlowKey, Burst> _open = [];
    int _sinceSweep;

    public void Add(IpPacket packet, long microsecond)
    {
        // A step of the clock backwards beyond the gap begins a new burst too.
        if (_open.TryGetValue(packet.Flow, out var burst) && Math.Abs(microsecond - burst.Last) <= IdleGap)
            _open[packet.Flow] = burst with { Last = Math.Max(burst.Last, microsecond), Bytes = burst.Bytes + packet.Length };
        else
        {
            if (burst.Bytes > 0) Flush(packet.Flow, burst);
            _open[packet.Flow] = new Burst(microsecond, microsecond, packet.Length);
        }
        if (++_sinceSweep < PacketsBetweenSweeps) return;
        _sinceSweep = 0;
        foreach (var (flow, idle) in _open.Where(o => o.Value.Last + IdleGap < microsecond).OrderBy(o => o.Value.First).ToList())
        {
            Flush(flow, idle);
            _open.Remove(flow);
        }
    }

    public void FlushAll()
    {
        foreach (var (flow, burst) in _open.OrderBy(o => o.Value.First)) Flush(flow, burst);
        _open.Clear();
    }

    void Flush(FlowKey flow, Burst burst) => log.Add(new MessageRecord
    {
        SentAt = burst.First / 1000,
        Sender = log.Actor(FlowKey.AddressOf(flow.From)),
        Recipients = [log.Actor(FlowKey.AddressOf(flow.To))],
        Size = burst.Bytes > int.MaxValue ? -1 : (int)burst.Bytes,
        Conversation = log.Conversation(flow.Name),
        Traits = new MessageTraits(RecipientBasis.Exact),
    });

    readonly record struct Burst(long First, long Last, long Bytes);
}
