using System.Runtime.CompilerServices;
using Xunit;

namespace MetaLens.Testing;

/// <summary>Real data for tests, kept beside the project and never in it. Where it is missing a test says so and is skipped; on CI it must be there.</summary>
static class SharedData
{
    /// <summary>The project's root, found from this file's own place.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder under <c>../shared</c>.</summary>
    public static string Path(string relative)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "..", "shared", relative));
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            if (Environment.GetEnvironmentVariable("CI") is not null) Assert.Fail($"{path} is missing, and on CI it must be there.");
            Assert.Skip($"skipped: {path} is not on this machine");
        }
        return path;
    }

    static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(here)!);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "MetaLens.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("MetaLens.sln not found above the tests.");
        return folder.FullName;
    }
}
