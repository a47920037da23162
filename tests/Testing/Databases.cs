using MetaLens.Ingestion;
using MetaLens.Messages;
using Microsoft.Data.Sqlite;

namespace MetaLens.Testing;

/// <summary>Small SQLite files made in a test.</summary>
static class Databases
{
    /// <summary>The bytes of a database made by these statements.</summary>
    public static byte[] Make(string sql)
    {
        LoadSqlite();
        var folder = Directory.CreateTempSubdirectory("metalens-");
        try
        {
            var path = Path.Combine(folder.FullName, "made.db");
            using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = sql;
                command.ExecuteNonQuery();
            }
            return File.ReadAllBytes(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads a database made by these statements, from disk.</summary>
    public static (MessageLog Log, IngestionReport Report) Read(string name, string sql, ReadOptions? options = null)
    {
        var folder = Directory.CreateTempSubdirectory("metalens-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, Make(sql));
            var read = Logs.Read(path, options);
            if (Directory.GetFiles(folder.FullName).Length != 1) throw new InvalidOperationException("Reading left a file beside the database.");
            return read;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // MetaLens finds the operating system's SQLite when it first opens a database, be it a broken one.
    static void LoadSqlite()
    {
        using var broken = Source.Of("chat.db", new MemoryStream("SQLite format 3\0"u8.ToArray()));
        try
        {
            MessageReader.Read([broken], new ReadOptions());
        }
        catch (MessageFormatException)
        {
        }
    }
}
