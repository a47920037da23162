using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MetaLens.Ingestion.Sqlite;

/// <summary>
/// A SQLite file opened for reading only: in place when it lies on disk, from memory when it is inside an archive; nothing is ever written to disk.
/// Tables and columns are asked for by name, because every version of an app has others.
/// </summary>
sealed class SqliteDatabase : IDisposable
{
    readonly SqliteConnection _connection;
    readonly MemoryImage? _image;
    readonly Dictionary<string, HashSet<string>> _columns = new(StringComparer.OrdinalIgnoreCase);

    SqliteDatabase(SqliteConnection connection, MemoryImage? image)
    {
        _connection = connection;
        _image = image;
        using var tables = Query("SELECT m.name, p.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS p WHERE m.type IN ('table', 'view')");
        while (tables.Read())
        {
            if (!_columns.TryGetValue(tables.GetString(0), out var columns)) _columns[tables.GetString(0)] = columns = new(StringComparer.OrdinalIgnoreCase);
            columns.Add(tables.GetString(1));
        }
    }

    /// <summary>Whether the first bytes are those of a SQLite file.</summary>
    public static bool IsOne(SourceFile file) => file.Head.StartsWith("SQLite format 3\0"u8);

    /// <summary>Whether the head of a SQLite file, which begins with its schema, names all these tables. Only a first guess: a long schema goes on elsewhere.</summary>
    public static bool HeadNames(SourceFile file, params ReadOnlySpan<string> tables)
    {
        foreach (var table in tables)
            if (file.Head.IndexOf(System.Text.Encoding.UTF8.GetBytes(table)) < 0) return false;
        return true;
    }

    /// <summary>Opens a database.</summary>
    /// <exception cref="MessageFormatException">It is no SQLite file, it is broken, or this machine has no SQLite.</exception>
    static SqliteDatabase Open(SourceFile file)
    {
        var library = SqliteLibrary.Require(file.Name);
        MemoryImage? image = null;
        SqliteConnection? connection = null;
        try
        {
            if (file.DiskPath is { } path)
            {
                connection = new SqliteConnection($"Data Source={PathAsUri(path)};Pooling=False");
                connection.Open();
            }
            else
            {
                image = MemoryImage.Read(file);
                connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
                connection.Open();
                image.Attach(library, connection);
            }
            return new SqliteDatabase(connection, image);
        }
        catch (Exception e) when (e is SqliteException or IOException or InvalidDataException or InvalidOperationException)
        {
            connection?.Dispose();
            image?.Dispose();
            throw new MessageFormatException(new Place(file.Name), $"a database that cannot be read (SQLite: {(e as SqliteException)?.SqliteErrorCode.ToString(CultureInfo.InvariantCulture) ?? "file cut short"})",
                "a complete SQLite file", "close the app that writes it and copy the file with its -wal file beside it");
        }
    }

    /// <summary>Opens a database and lets it be read; what a damaged page holds is rejected, and what was read before it stays.</summary>
    /// <exception cref="MessageFormatException">It cannot be opened at all.</exception>
    public static void Read(SourceFile file, ReadContext context, Action<SqliteDatabase> read)
    {
        using var database = Open(file);
        try
        {
            read(database);
        }
        catch (SqliteException e)
        {
            context.Report.Reject(RejectReasons.Truncated, new Place(file.Name), $"sqlite {e.SqliteErrorCode}", "");
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidCastException)
        {
            // A value that is missing, or of another type than its column's.
            context.Report.Reject(RejectReasons.RecordMalformed, new Place(file.Name), "row", "");
        }
    }

    /// <summary>Whether there is such a table with all these columns.</summary>
    public bool Has(string table, params ReadOnlySpan<string> columns)
    {
        if (!_columns.TryGetValue(table, out var known)) return false;
        foreach (var column in columns)
            if (!known.Contains(column)) return false;
        return true;
    }

    /// <summary>A column for a SELECT: <c>alias.column</c> where it exists, else <c>NULL</c>.</summary>
    public string ColumnOrNull(string alias, string table, string column) => Has(table, column) ? $"{alias}.{column}" : "NULL";

    /// <summary>Runs a query of this program's own words (never a value from a file).</summary>
    public SqliteDataReader Query(string sql)
    {
        // Disposed with its connection: a reader ends with its command.
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // every caller passes constants and names that were checked against the schema
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteReader();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _image?.Dispose();
    }

    // A log that was not written back (-wal) must be read; otherwise nothing beside the file may be made.
    static string PathAsUri(string path)
    {
        var wal = new FileInfo(path + "-wal");
        var whole = Uri.EscapeDataString(Path.GetFullPath(path).Replace('\\', '/')).Replace("%2F", "/", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal);
        return $"file://{(whole.StartsWith('/') ? "" : "/")}{whole}?mode=ro{(wal is { Exists: true, Length: > 0 } ? "" : "&immutable=1")}";
    }
}
