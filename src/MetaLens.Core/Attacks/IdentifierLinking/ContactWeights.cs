using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>
/// A sparse matrix of how much each party has to do with each other: rows and columns are the compared parties, weights grow with the logarithm of the messages, with their
/// nearness to the change of identifiers and with the rarity of the contact; each row has length 1.
/// </summary>
sealed class ContactWeights
{
    // Ten days and two: tuned on CollegeMsg and Manufacturing.
    const double FadingMilliseconds = 10 * 86_400_000.0, MessageScale = 2;
    readonly int[] _offset, _contact;
    readonly float[] _weight;

    ContactWeights(int[] offset, int[] contact, float[] weight) => (_offset, _contact, _weight) = (offset, contact, weight);

    int Rows => _offset.Length - 1;

    /// <summary>The weights of both directions: to whom each party sends, and from whom it receives.</summary>
    /// <param name="seen">The observation.</param>
    /// <param name="sent">Its directed graph.</param>
    /// <param name="parties">The parties compared, ascending.</param>
    /// <param name="boundary">When the identifiers changed: messages near it count for more, as contacts come and go.</param>
    public static ContactWeights[] BothWays(Observation seen, CommunicationGraph sent, int[] parties, long boundary)
    {
        var strength = new double[sent.Target.Length];
        for (var i = 0; i < seen.Count; i++)
            foreach (var to in seen.RecipientsOf(i))
                if (seen.Sender[i] >= 0 && to != seen.Sender[i])
                    strength[sent.Find(seen.Sender[i], to)] += 1 / (1 + (Math.Abs(seen.SeenAt[i] - boundary) / FadingMilliseconds));
        var received = GraphBuilder.Reversed(sent);
        return [Of(sent, received, parties, (e, from, to) => strength[e]), Of(received, sent, parties, (e, from, to) => strength[sent.Find(to, from)])];
    }

    static ContactWeights Of(CommunicationGraph graph, CommunicationGraph reversed, int[] parties, Func<int, int, int, double> strength)
    {
        var place = new int[graph.NodeCount];
        Array.Fill(place, -1);
        for (var i = 0; i < parties.Length; i++) place[parties[i]] = i;
        var offset = new int[parties.Length + 1];
        List<int> contact = [];
        List<float> weight = [];
        for (var i = 0; i < parties.Length; i++)
        {
            var squares = 0.0;
            var start = contact.Count;
            for (var e = graph.Offset[parties[i]]; e < graph.Offset[parties[i] + 1]; e++)
            {
                var other = graph.Target[e];
                if (place[other] < 0) continue;
                var w = Math.Log(1 + (MessageScale * strength(e, parties[i], other))) * Math.Log(1 + ((double)parties.Length / reversed.Degree(other)));
                contact.Add(place[other]);
                weight.Add((float)w);
                squares += w * w;
            }
            for (var k = start; k < weight.Count; k++) weight[k] /= (float)Math.Sqrt(squares);
            offset[i + 1] = contact.Count;
        }
        return new ContactWeights(offset, [.. contact], [.. weight]);
    }

    /// <summary>This matrix times a dense one.</summary>
    public DenseMatrix Times(DenseMatrix right)
    {
        var product = new DenseMatrix(Rows, right.Columns);
        for (var r = 0; r < Rows; r++)
            for (var k = _offset[r]; k < _offset[r + 1]; k++)
                DenseMatrix.AddScaled(product[r], right[_contact[k]], _weight[k]);
        return product;
    }
}
