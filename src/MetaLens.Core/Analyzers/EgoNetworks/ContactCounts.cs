namespace MetaLens.Analyzers.EgoNetworks;

/// <summary>What one person's own records say passed with each contact.</summary>
public sealed class ContactCounts
{
    const long HalfHourMs = 1_800_000;

    readonly Dictionary<string, long> _sent, _received;

    ContactCounts(Dictionary<string, long> sent, Dictionary<string, long> received)
    {
        _sent = sent;
        _received = received;
    }

    /// <summary>Everybody with a record.</summary>
    public IEnumerable<string> Contacts => _sent.Keys.Union(_received.Keys, StringComparer.Ordinal);

    /// <summary>To a contact; 0 = nothing.</summary>
    public long SentTo(string contact) => _sent.GetValueOrDefault(contact);

    /// <summary>From a contact; 0 = nothing.</summary>
    public long ReceivedFrom(string contact) => _received.GetValueOrDefault(contact);

    /// <summary>Counts a person's records. Calls of unknown length add no seconds. O(records).</summary>
    public static ContactCounts Of(PersonalRecords person, ContactUnit unit)
    {
        ArgumentNullException.ThrowIfNull(person);
        var counts = new ContactCounts(new(StringComparer.Ordinal), new(StringComparer.Ordinal));
        var lastHalfHour = new Dictionary<(string, bool), long>();
        foreach (var r in person.Records)
        {
            var amount = unit switch
            {
                ContactUnit.Calls => r.IsCall ? 1 : 0,
                ContactUnit.Texts => r.IsCall ? 0 : 1,
                ContactUnit.CallSeconds => Math.Max(0, r.CallSeconds),
                _ => IsNew(r) ? 1L : 0,
            };
            var side = r.IsOut ? counts._sent : counts._received;
            side[r.Contact] = side.GetValueOrDefault(r.Contact) + amount;
        }
        return counts;

        // Records come in order of time, so equal half hours are neighbours.
        bool IsNew(PersonalRecord r)
        {
            var halfHour = Math.DivRem(r.At, HalfHourMs) is var (q, rest) && rest < 0 ? q - 1 : q;
            var isNew = !lastHalfHour.TryGetValue((r.Contact, r.IsOut), out var last) || last != halfHour;
            lastHalfHour[(r.Contact, r.IsOut)] = halfHour;
            return isNew;
        }
    }
}
