using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace MetaLens.Ingestion.Sqlite;

/// <summary>The bytes of a database in memory that SQLite reads as if they were a file.</summary>
sealed unsafe class MemoryImage : IDisposable
{
    const uint ReadOnly = 4;
    const int LegacyJournal = 1;

    byte* _bytes;
    readonly long _length;

    MemoryImage(byte* bytes, long length)
    {
        _bytes = bytes;
        _length = length;
    }

    /// <summary>Reads a whole file into memory.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is compressed and broken.</exception>
    public static MemoryImage Read(SourceFile file)
    {
        nuint capacity = (nuint)Math.Max(file.Length, 1 << 16) + 1;
        var bytes = (byte*)NativeMemory.Alloc(capacity);
        long length = 0;
        try
        {
            using var stream = file.Open();
            for (int read; (read = stream.Read(new Span<byte>(bytes + length, (int)Math.Min(1 << 20, (long)capacity - length)))) > 0;)
            {
                length += read;
                if (length == (long)capacity) bytes = (byte*)NativeMemory.Realloc(bytes, capacity *= 2);
            }
        }
        catch
        {
            NativeMemory.Free(bytes);
            throw;
        }
        // A file in write-ahead mode cannot be read from memory; without its log it is the same file in the older mode.
        if (length > 20 && bytes[18] == 2) bytes[18] = bytes[19] = LegacyJournal;
        return new MemoryImage(bytes, length);
    }

    /// <summary>Puts the image in the place of a connection's main database.</summary>
    /// <exception cref="SqliteException">SQLite does not take it.</exception>
    public void Attach(nint library, SqliteConnection connection)
    {
        // The managed binding of this version has no name for it.
        var deserialize = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, long, long, uint, int>)NativeLibrary.GetExport(library, "sqlite3_deserialize");
        int result;
        fixed (byte* main = "main\0"u8)
            result = deserialize(connection.Handle!.DangerousGetHandle(), main, _bytes, _length, _length, ReadOnly);
        if (result != 0) throw new SqliteException("The database cannot be read from memory.", result);
    }

    public void Dispose()
    {
        NativeMemory.Free(_bytes);
        _bytes = null;
    }
}
