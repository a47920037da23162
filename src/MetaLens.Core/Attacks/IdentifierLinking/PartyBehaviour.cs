using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>What each party does, whoever it does it with: volumes, degrees, rhythm, signature, burstiness, delays, sizes.</summary>
sealed class PartyBehaviour
{
    const int HoursOfWeek = 168, SignatureRanks = 10;
    const long Hour = 3_600_000;

    PartyBehaviour(int[] parties, DenseMatrix numbers, DenseMatrix weekSending, DenseMatrix weekReceiving, DenseMatrix signature) =>
        (Parties, Numbers, WeekSending, WeekReceiving, Signature) = (parties, numbers, weekSending, weekReceiving, signature);

    /// <summary>The parties compared, ascending.</summary>
    public int[] Parties { get; }

    /// <summary>One row of plain numbers per party, on logarithmic scales; NaN where unknown.</summary>
    public DenseMatrix Numbers { get; }

    /// <summary>Square roots of the shares of messages sent in each hour of the week.</summary>
    public DenseMatrix WeekSending { get; }

    /// <summary>The same for messages received.</summary>
    public DenseMatrix WeekReceiving { get; }

    /// <summary>Square roots of the shares of messages that go to the first, second … contact.</summary>
    public DenseMatrix Signature { get; }

    public static PartyBehaviour Of(Observation seen, CommunicationGraph sent, int maximum, long boundary)
    {
        var received = GraphBuilder.Reversed(sent);
        int n = seen.PartyCount;
        var rows = new int[n];
        for (var i = 0; i < seen.Count; i++)
        {
            if (seen.Sender[i] >= 0) rows[seen.Sender[i]]++;
            foreach (var to in seen.RecipientsOf(i)) rows[to]++;
        }
        int[] parties = [.. Enumerable.Range(0, n).Where(p => rows[p] > 0).OrderByDescending(p => rows[p]).ThenBy(p => p).Take(maximum).Order()];
        var place = new int[n];
        Array.Fill(place, -1);
        for (var i = 0; i < parties.Length; i++) place[parties[i]] = i;
        var events = new EventColumns(parties.Length, boundary);
        for (var i = 0; i < seen.Count; i++)
        {
            var recipients = seen.RecipientsOf(i);
            if (seen.Sender[i] >= 0 && place[seen.Sender[i]] is >= 0 and var s) events.Sent(s, seen.SeenAt[i], seen.Size[i], recipients.Length);
            foreach (var to in recipients)
                if (place[to] is >= 0 and var r) events.Received(r, seen.SeenAt[i], seen.Size[i]);
        }
        var numbers = new DenseMatrix(parties.Length, EventColumns.NumberCount + 3);
        var signature = new DenseMatrix(parties.Length, 2 * SignatureRanks);
        for (var i = 0; i < parties.Length; i++)
        {
            events.Describe(i, numbers[i]);
            var own = numbers[i][EventColumns.NumberCount..];
            var mutual = 0;
            foreach (var t in sent.Neighbours(parties[i])) mutual += received.Neighbours(parties[i]).BinarySearch(t) >= 0 ? 1 : 0;
            own[0] = MathF.Log(1 + sent.Degree(parties[i]));
            own[1] = MathF.Log(1 + received.Degree(parties[i]));
            own[2] = MathF.Log(1 + mutual);
            Sign(sent, parties[i], signature[i][..SignatureRanks]);
            Sign(received, parties[i], signature[i][SignatureRanks..]);
        }
        return new PartyBehaviour(parties, numbers, Rhythm(events.WeekSent), Rhythm(events.WeekReceived), signature);
    }

    static void Sign(CommunicationGraph graph, int party, Span<float> ranks)
    {
        var counts = graph.Messages[graph.Offset[party]..graph.Offset[party + 1]].ToArray();
        Array.Sort(counts, (a, b) => b - a);
        var total = counts.Sum();
        for (var k = 0; k < Math.Min(ranks.Length, counts.Length); k++) ranks[k] = MathF.Sqrt((float)counts[k] / total);
    }

    // Neighbouring hours share, so that few messages still overlap; square roots make the product of two rows a Bhattacharyya coefficient.
    static DenseMatrix Rhythm(DenseMatrix counts)
    {
        var smooth = new DenseMatrix(counts.Rows, HoursOfWeek);
        for (var r = 0; r < counts.Rows; r++)
        {
            var total = 0f;
            for (var h = 0; h < HoursOfWeek; h++)
                total += smooth[r][h] = counts[r][h] + (0.5f * (counts[r][(h + 1) % HoursOfWeek] + counts[r][(h + HoursOfWeek - 1) % HoursOfWeek]))
                    + (0.3f * (counts[r][(h + 24) % HoursOfWeek] + counts[r][(h + HoursOfWeek - 24) % HoursOfWeek]));
            if (total > 0)
                for (var h = 0; h < HoursOfWeek; h++) smooth[r][h] = MathF.Sqrt(smooth[r][h] / total);
        }
        return smooth;
    }

    /// <summary>Hour of the week of an instant, 0 = the hour that Thursday 1970-01-01 began.</summary>
    public static int HourOfWeek(long at) => (int)((((at / Hour) % HoursOfWeek) + HoursOfWeek) % HoursOfWeek);
}
