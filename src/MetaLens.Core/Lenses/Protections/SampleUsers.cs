namespace MetaLens.Lenses.Protections;

/// <summary>
/// The observer watches a share of the users only (a network's own customers, the accounts an order names): it has the rows that one of them sends or receives. Who is watched
/// depends on seed and name alone, so a shuffled or longer log watches the same people.
/// </summary>
/// <param name="Share">Share of users watched, 0.0001 … 1.</param>
public sealed record SampleUsers(double Share) : Protection
{
    /// <summary>Share of users watched, 0.0001 … 1.</summary>
    public double Share { get; } = Allowed.Real(Share, 0.0001, 1, "of the users");

    internal override Station Station => Station.Choice;

    internal override void Apply(ObservationDraft draft, Random random)
    {
        var salt = (uint)random.Next();
        var watched = new bool[draft.PartyCount];
        for (var i = 0; i < watched.Length; i++) watched[i] = Uniform(salt, draft.Names is null ? $"{i}" : draft.Names[i]) < Share;
        draft.KeepWhere(IsSeen);

        bool IsSeen(int row)
        {
            if (draft.Columns.Sender[row] is >= 0 and var sender && watched[sender]) return true;
            foreach (var recipient in draft.RecipientsOf(row))
                if (watched[recipient]) return true;
            return false;
        }
    }

    // FNV-1a, then the finisher of MurmurHash3 so that names that differ in the last letter fall apart.
    static double Uniform(uint salt, string name)
    {
        unchecked
        {
            var hash = 2166136261u ^ salt;
            foreach (var letter in name) hash = (hash ^ letter) * 16777619u;
            hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
            hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
            return (hash ^ (hash >> 16)) / 4294967296.0;
        }
    }
}
