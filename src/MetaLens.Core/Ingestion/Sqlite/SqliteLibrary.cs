using System.Runtime.InteropServices;
using SQLitePCL;

namespace MetaLens.Ingestion.Sqlite;

/// <summary>The operating system's own SQLite, under the name that the managed binding looks for; no native copy ships with MetaLens.</summary>
static class SqliteLibrary
{
    const string BindingName = "e_sqlite3";
    static readonly Lazy<nint> Handle = new(Load);

    /// <summary>Makes the binding usable.</summary>
    /// <param name="file">The database that needs it, for the error.</param>
    /// <returns>The library's handle.</returns>
    /// <exception cref="MessageFormatException">There is no SQLite on this machine.</exception>
    public static nint Require(string file) => Handle.Value != 0 ? Handle.Value
        : throw new MessageFormatException(new Place(file), "a database, and no SQLite on this machine to read it with", string.Join(" or ", Names),
            OperatingSystem.IsLinux() ? "install it (Debian, Ubuntu: apt install libsqlite3-0; Alpine: apk add sqlite-libs; Fedora: dnf install sqlite-libs)" : "update the operating system, which brings it");

    static string[] Names =>
        OperatingSystem.IsWindows() ? ["winsqlite3"]
        : OperatingSystem.IsMacOS() ? ["/usr/lib/libsqlite3.dylib", "libsqlite3.dylib"]
        : ["libsqlite3.so.0", "libsqlite3.so"];

    static nint Load()
    {
        foreach (var name in Names)
        {
            if (!NativeLibrary.TryLoad(name, out var handle)) continue;
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (asked, _, _) => asked == BindingName ? handle : 0);
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            return handle;
        }
        return 0;
    }
}
