namespace MetaLens.Attacks.Groups;

/// <summary>
/// One row of length 1 per party: its contacts by ln(1 + messages) · ln(1 + parties/degree of the contact), and itself like the strongest of them, so that whoever talks with somebody is like that one, too.
/// </summary>
sealed class ContactProfiles
{
    readonly (int Contact, double Weight)[][] _rows;

    /// <summary>Weighs contacts. O(ties).</summary>
    /// <param name="contacts">Each party's contacts and how many messages went with them.</param>
    public ContactProfiles(IReadOnlyList<IReadOnlyList<(int Contact, double Messages)>> contacts)
    {
        var degree = new int[contacts.Count];
        foreach (var of in contacts)
            foreach (var (contact, _) in of) degree[contact]++;
        _rows = [.. contacts.Select(Row)];

        (int, double)[] Row(IReadOnlyList<(int Contact, double Messages)> of, int party)
        {
            if (of.Count == 0) return [];
            (int Contact, double Weight)[] row = [.. of.Select(c => (c.Contact, Math.Log(1 + c.Messages) * Math.Log(1 + ((double)contacts.Count / degree[c.Contact]))))];
            var strongest = row.Max(c => c.Weight);
            var length = Math.Sqrt(row.Sum(c => c.Weight * c.Weight) + (strongest * strongest));
            return [.. row.Append((party, strongest)).Select(c => (c.Item1, c.Item2 / length))];
        }
    }

    /// <summary>Whether a party has contacts.</summary>
    public bool Has(int party) => _rows[party].Length > 0;

    /// <summary>The rows of some parties by contact, for <see cref="AddLikeness"/>. O(their contacts).</summary>
    public ILookup<int, (int Place, double Weight)> ByContact(IReadOnlyList<int> parties) =>
        parties.SelectMany((party, place) => _rows[party].Select(c => (c.Contact, Entry: (place, c.Weight)))).ToLookup(c => c.Contact, c => c.Entry);

    /// <summary>Adds a party's cosine with each of those looked up. O(Σ over its contacts of how many of them share the contact).</summary>
    public void AddLikeness(int party, ILookup<int, (int Place, double Weight)> others, Span<double> likeness)
    {
        foreach (var (contact, weight) in _rows[party])
            foreach (var (place, other) in others[contact]) likeness[place] += weight * other;
    }
}
