using MetaLens.Ingestion.Sqlite;
using MetaLens.Messages;

namespace MetaLens.Ingestion.WhatsApp;

/// <summary>Addresses of a msgstore.db: row number → person or group. Hidden ids (LID) stand for the number they are mapped to.</summary>
sealed class StoreJids
{
    readonly Dictionary<long, (string User, string Server)> _jids = [];
    readonly Dictionary<long, long> _numberOf = [];
    readonly MessageLogBuilder _log;

    public StoreJids(SqliteDatabase database, MessageLogBuilder log)
    {
        _log = log;
        using (var rows = database.Query("SELECT _id, user, server FROM jid"))
            while (rows.Read())
                _jids[rows.GetInt64(0)] = (rows.IsDBNull(1) ? "" : rows.GetString(1), rows.IsDBNull(2) ? "" : rows.GetString(2));
        if (!database.Has("jid_map", "lid_row_id", "jid_row_id")) return;
        using var map = database.Query("SELECT lid_row_id, jid_row_id FROM jid_map WHERE lid_row_id IS NOT NULL AND jid_row_id IS NOT NULL");
        while (map.Read()) _numberOf[map.GetInt64(0)] = map.GetInt64(1);
    }

    /// <summary>The actor of an address: its number; −1 when there is none.</summary>
    public int Actor(long row)
    {
        if (!_jids.TryGetValue(_numberOf.GetValueOrDefault(row, row), out var jid) || jid.User.Length == 0) return -1;
        return _log.Actor(jid.Server == "s.whatsapp.net" ? "+" + jid.User : jid.Server.Length == 0 ? jid.User : $"{jid.User}@{jid.Server}");
    }

    /// <summary>Whether the address is a group's.</summary>
    public bool IsGroup(long row) => ServerOf(row) == "g.us";

    /// <summary>Whether the address is one that many read and nobody answers: status updates, broadcast lists, channels.</summary>
    public bool IsBroadcast(long row) => ServerOf(row) is "broadcast" or "newsletter" || (_jids.TryGetValue(row, out var jid) && jid.User == "status");

    /// <summary>The address as it stands.</summary>
    public string Name(long row) => _jids.TryGetValue(row, out var jid) ? $"{jid.User}@{jid.Server}" : $"chat {row}";

    string ServerOf(long row) => _jids.TryGetValue(row, out var jid) ? jid.Server : "";
}
