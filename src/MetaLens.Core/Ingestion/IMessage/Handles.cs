using MetaLens.Ingestion.Sqlite;
using MetaLens.Messages;

namespace MetaLens.Ingestion.IMessage;

/// <summary>Numbers and addresses by row; those that the database itself knows to be one person are one actor.</summary>
sealed class Handles
{
    readonly Dictionary<long, int> _actorOf = [];

    public Handles(SqliteDatabase database, MessageLogBuilder log)
    {
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        using var rows = database.Query($"SELECT h.ROWID, h.id, {database.ColumnOrNull("h", "handle", "person_centric_id")} FROM handle AS h ORDER BY h.ROWID");
        while (rows.Read())
        {
            if (rows.IsDBNull(1) || rows.GetString(1).Trim() is not { Length: > 0 } id) continue;
            var person = rows.IsDBNull(2) ? "" : rows.GetString(2);
            if (person.Length == 0 || !people.TryGetValue(person, out var actor)) actor = log.Actor(id);
            if (person.Length > 0) people[person] = actor;
            _actorOf[rows.GetInt64(0)] = actor;
        }
    }

    /// <summary>The actor of a handle; −1 for none.</summary>
    public int Actor(long row) => _actorOf.GetValueOrDefault(row, -1);
}
