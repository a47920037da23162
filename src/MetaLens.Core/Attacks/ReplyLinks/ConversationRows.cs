using MetaLens.Lenses;

namespace MetaLens.Attacks.ReplyLinks;

/// <summary>The rows of each conversation in order, and each row's place there. Rows without a conversation are one.</summary>
sealed class ConversationRows
{
    readonly Dictionary<int, int[]> _rows;
    readonly int[] _conversation, _place;

    public ConversationRows(Observation seen)
    {
        _conversation = seen.Conversation.ToArray();
        _place = new int[seen.Count];
        var lists = new Dictionary<int, List<int>>();
        for (var i = 0; i < seen.Count; i++)
        {
            if (!lists.TryGetValue(_conversation[i], out var list)) lists[_conversation[i]] = list = [];
            _place[i] = list.Count;
            list.Add(i);
        }
        _rows = lists.ToDictionary(l => l.Key, l => l.Value.ToArray());
    }

    /// <summary>The rows of every conversation.</summary>
    public IEnumerable<int[]> All => _rows.Values;

    public (int[] Rows, int Place) At(int row) => (_rows[_conversation[row]], _place[row]);
}
