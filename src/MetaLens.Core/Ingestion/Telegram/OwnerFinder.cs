using System.Text.Json;
using MetaLens.Ingestion.Json;

namespace MetaLens.Ingestion.Telegram;

/// <summary>Looks ahead in the export of a single direct chat for the account that is not the peer: the owner. Stops at its first message.</summary>
sealed class OwnerFinder(string peerId)
{
    /// <summary>The owner's id and name; null when the owner never wrote.</summary>
    public (string Id, string Name)? Owner { get; private set; }

    /// <summary>Whether the peer wrote under its id; if neither did, the export is too old or too edited to tell who is who.</summary>
    public bool SawPeer { get; private set; }

    public void Look(SourceFile file, CancellationToken stop)
    {
        var quiet = new ReadOptions();
        JsonFile.Walk(file, new ReadContext(quiet, new IngestionReport(quiet), stop), Walk, mend: s => new ControlCharacterStream(s));
    }

    void Walk(ref JsonTokens json)
    {
        if (!json.Read() || json.Type != JsonTokenType.StartObject) return;
        while (Owner is null && json.NextMember())
        {
            if (json.Is("messages"u8) && json.EnterArray())
                while (Owner is null && json.NextMember()) ReadEntry(ref json);
            else json.Skip();
        }
    }

    void ReadEntry(ref JsonTokens json)
    {
        string id = "", name = "";
        if (json.Type != JsonTokenType.StartObject) { json.Skip(); return; }
        while (json.NextMember())
        {
            if (json.Is("from"u8) || json.Is("actor"u8)) name = json.ReadName();
            else if (json.Is("from_id"u8) || json.Is("actor_id"u8)) id = Peers.Normal(json.ReadName());
            else json.Skip();
        }
        if (id == peerId) SawPeer = true;
        else if (id.StartsWith("user", StringComparison.Ordinal)) Owner = (id, name);
    }
}
