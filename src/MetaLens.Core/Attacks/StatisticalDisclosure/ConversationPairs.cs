using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// Pairs by membership in the same conversations, from rows that name a conversation and only one end. A party's row in a conversation of n seen
/// parties is worth 1/(n − 1) to each of the others.
/// </summary>
static class ConversationPairs
{
    const int LargestConversation = 2000;

    /// <summary>Adds them; says whether there was any.</summary>
    public static bool AddTo(List<PairScore> pairs, Observation seen)
    {
        var members = new SortedDictionary<int, SortedDictionary<int, int>>();
        for (var i = 0; i < seen.Count; i++)
        {
            var (conversation, sender) = (seen.Conversation[i], seen.Sender[i]);
            var recipients = seen.RecipientsOf(i);
            if (conversation < 0 || (sender >= 0 && !recipients.IsEmpty)) continue;
            if (sender >= 0) Count(conversation, sender);
            foreach (var to in recipients) Count(conversation, to);
        }
        var any = false;
        foreach (var rows in members.Values.Where(m => m.Count is > 1 and <= LargestConversation))
        {
            var others = rows.Count - 1.0;
            var parties = rows.ToArray();
            for (var a = 0; a < parties.Length; a++)
                for (var b = a + 1; b < parties.Length; b++)
                    pairs.Add(new PairScore(new PartyId(parties[a].Key), new PartyId(parties[b].Key), (parties[a].Value + parties[b].Value) / others));
            any = true;
        }
        return any;

        void Count(int conversation, int party)
        {
            if (!members.TryGetValue(conversation, out var rows)) members[conversation] = rows = [];
            rows[party] = rows.GetValueOrDefault(party) + 1;
        }
    }
}
