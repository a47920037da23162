using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.EgoNetworks;

/// <summary>What one person sent and received, as that person's own file or export holds it. Two people's files need not agree.</summary>
/// <param name="Person">Whose they are.</param>
/// <param name="Records">In order of time.</param>
public sealed record PersonalRecords(string Person, IReadOnlyList<PersonalRecord> Records)
{
    /// <summary>Most that the clocks of two files may differ on one record, milliseconds (below this).</summary>
    public const long ClockDifference = 30_000;

    /// <summary>The records of one party of an observation; a message to oneself is one record sent, hidden others are left out. O(its entries).</summary>
    public static PersonalRecords Of(Observation seen, PartyTimelines timelines, LocalClock clock, PartyId party)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(timelines);
        ArgumentNullException.ThrowIfNull(clock);
        var records = new List<PersonalRecord>();
        foreach (var entry in timelines[party.Index])
            if (entry.Alter >= 0)
                records.Add(new PersonalRecord(seen.NameOf(new PartyId(entry.Alter)), clock.ToLocal(entry.SeenAt), entry.IsSent, seen.IsCall(entry.Row), seen.CallSeconds.IsEmpty ? -1 : seen.CallSeconds[entry.Row]));
        return new PersonalRecords(seen.NameOf(party), records);
    }

    /// <summary>
    /// Leaves out records of the ego and of its contacts that the other's own file, where it is among them, does not hold: same sort and length, other direction, less than 30 s apart (who is named in it plays
    /// no part, as in bandicoot). The ego first, then the contacts in order of name, each against what is left of the others.
    /// O(records of the ego and the contacts · records of the other).
    /// </summary>
    /// <param name="ego">The ego.</param>
    /// <param name="contacts">Files of its contacts, by name.</param>
    public static (PersonalRecords Ego, IReadOnlyDictionary<string, PersonalRecords> Contacts) Reciprocated(PersonalRecords ego, IReadOnlyDictionary<string, PersonalRecords> contacts)
    {
        ArgumentNullException.ThrowIfNull(ego);
        ArgumentNullException.ThrowIfNull(contacts);
        var left = new Dictionary<string, PersonalRecords>(contacts, StringComparer.Ordinal) { [ego.Person] = ego };
        foreach (var person in (IEnumerable<string>)[ego.Person, .. contacts.Keys.Where(c => c != ego.Person).Order(StringComparer.Ordinal)])
            left[person] = left[person] with { Records = [.. left[person].Records.Where(r => !left.TryGetValue(r.Contact, out var other) || other.Records.Any(r.IsMirroredBy))] };
        var own = left[ego.Person];
        left.Remove(ego.Person);
        return (own, left);
    }
}
