using System.Text;

namespace MetaLens.Ingestion.NetFlow;

/// <summary>Which column of nfdump's CSV is which; 0-based, −1 = not there.</summary>
/// <param name="Start">First packet.</param>
/// <param name="From">Source address.</param>
/// <param name="To">Destination address.</param>
/// <param name="FromPort">Source port.</param>
/// <param name="ToPort">Destination port.</param>
/// <param name="Protocol">Name or number.</param>
/// <param name="Bytes">Bytes from source to destination.</param>
/// <param name="BytesBack">Bytes the other way, in bidirectional records.</param>
/// <param name="Width">Cells of the header.</param>
sealed record NetFlowColumns(int Start, int From, int To, int FromPort, int ToPort, int Protocol, int Bytes, int BytesBack, int Width)
{
    /// <summary>Cells that every row needs.</summary>
    public int Needed => Math.Max(Math.Max(Start, From), Math.Max(To, Bytes)) + 1;

    /// <summary>Finds the columns by the header of version 1.6 (<c>ts,te,td,sa,da…</c>) or 1.7 (<c>firstSeen,duration,proto,srcAddr…</c>); null for another header.</summary>
    public static NetFlowColumns? Of(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        var names = Array.ConvertAll(Encoding.UTF8.GetString(end < 0 ? head : head[..end]).Split(','), n => n.Trim());
        var columns = new NetFlowColumns(Find("ts", "firstSeen"), Find("sa", "srcAddr"), Find("da", "dstAddr"), Find("sp", "srcPort"), Find("dp", "dstPort"), Find("pr", "proto"), Find("ibyt", "bytes"), Find("obyt", "outBytes"), names.Length);
        return columns is { Start: >= 0, From: >= 0, To: >= 0, Bytes: >= 0 } ? columns : null;

        int Find(string older, string newer) => Math.Max(Array.IndexOf(names, older), Array.IndexOf(names, newer));
    }
}
