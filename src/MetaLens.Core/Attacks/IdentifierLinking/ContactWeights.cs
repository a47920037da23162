using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>
/// A sparse matrix of how much each party has to do with each other: rows and columns are the compared parties, weights grow with the logarithm of the messages, with their
/// nearness to the change of identifiers and with the rarity of the contact; each row has length 1.
/// </summary>
sealed class ContactWeights
{
    // Tuned on CollegeMsg and Manufacturing.
    const double FadingMilliseconds = 10 * 86_400_000.0;
    readonly int[] _offset, _contact;
    readonly float[] _weight;

    ContactWeights(int[] offset, int[] contact, float[] weight) => (_offset, _contact, _weight) = (offset, contact, weight);

    int Rows => _offset.Length - 1;

    /// <summary>The weights of both directions: to whom each party sends, and from whom it receives.</summary>
    /// <param name="seen">The observation.</param>
    /// <param name="sent">Its directed graph.</param>
    /// <param name="parties">The parties compared, ascending.</param>
    /// <param name="boundary">When the identifiers changed: messages near it count for more, as contacts come and go.</param>
    /// <param name="messageScale">How soon a contact counts in full: a weight is ln(1 + scale · messages).</param>
    public static ContactWeights[] BothWays(Observation seen, CommunicationGraph sent, int[] parties, long boundary, double messageScale)
    {
        var strength = new double[sent.Target.Length];
        for (var i = 0; i < seen.Count; i++)
            foreach (var to in seen.RecipientsOf(i))
                if (seen.Sender[i] >= 0 && to != seen.Sender[i])
                    strength[sent.Find(seen.Sender[i], to)] += Nearness(seen.SeenAt[i], boundary);
        var received = GraphBuilder.Reversed(sent);
        return
        [
            Of(parties, party => Edges(sent, party).Select(e => (sent.Target[e], strength[e])), received.Degree, messageScale),
            Of(parties, party => Edges(received, party).Select(e => (received.Target[e], strength[sent.Find(received.Target[e], party)])), sent.Degree, messageScale),
        ];

        static IEnumerable<int> Edges(CommunicationGraph graph, int party) => Enumerable.Range(graph.Offset[party], graph.Degree(party));
    }

    /// <summary>Who is addressed together with whom by whomever; empty rows where nobody is.</summary>
    /// <inheritdoc cref="BothWays" path="/param"/>
    public static ContactWeights AddressedTogether(Observation seen, int[] parties, long boundary, double messageScale)
    {
        var together = Attacks.AddressedTogether.Of(seen, at => Nearness(at, boundary));
        return Of(parties, party => (together[party] ?? []).Select(t => (t.Key, t.Value)), party => together[party]?.Count ?? 0, messageScale);
    }

    static double Nearness(long at, long boundary) => 1 / (1 + (Math.Abs(at - boundary) / FadingMilliseconds));

    static ContactWeights Of(int[] parties, Func<int, IEnumerable<(int Other, double Strength)>> contacts, Func<int, int> popularity, double messageScale)
    {
        var offset = new int[parties.Length + 1];
        List<int> contact = [];
        List<float> weight = [];
        for (var i = 0; i < parties.Length; i++)
        {
            var squares = 0.0;
            var start = contact.Count;
            foreach (var (other, strength) in contacts(parties[i]))
            {
                if (Array.BinarySearch(parties, other) is not (>= 0 and var place)) continue;
                var w = Math.Log(1 + (messageScale * strength)) * Math.Log(1 + ((double)parties.Length / popularity(other)));
                contact.Add(place);
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
