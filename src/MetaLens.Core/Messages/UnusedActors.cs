namespace MetaLens.Messages;

/// <summary>Leaves out actors that occur in no message (their messages were outside the window), keeping the order of the others.</summary>
static class UnusedActors
{
    public static (LogColumns Columns, string[] Names) Remove(LogColumns columns, string[] names)
    {
        var used = new bool[names.Length];
        foreach (var s in columns.Sender) used[s] = true;
        foreach (var r in columns.Recipient) used[r] = true;
        if (Array.TrueForAll(used, u => u)) return (columns, names);
        var newIndex = new int[names.Length];
        var kept = new List<string>();
        for (var i = 0; i < names.Length; i++)
        {
            if (!used[i]) continue;
            newIndex[i] = kept.Count;
            kept.Add(names[i]);
        }
        return (columns with { Sender = Array.ConvertAll(columns.Sender, i => newIndex[i]), Recipient = Array.ConvertAll(columns.Recipient, i => newIndex[i]) }, [.. kept]);
    }
}
