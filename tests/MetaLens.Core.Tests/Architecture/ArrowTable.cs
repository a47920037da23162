using System.Reflection;
using System.Text.RegularExpressions;
using MetaLens.Testing;

namespace MetaLens.Core.Tests.Architecture;

/// <summary>The arrow table of docs/architecture.md, and the uses found in the source and in public signatures.</summary>
static class ArrowTable
{
    /// <summary>Who may use whom, as the document says.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Read()
    {
        var rows = File.ReadAllLines(Path.Combine(SharedData.Root, "docs", "architecture.md")).Where(l => l.StartsWith('|')).Select(Cells).ToList();
        var columns = rows[0].Skip(1).ToList();
        return rows.Skip(2).ToDictionary(
            row => row[0],
            row => (IReadOnlySet<string>)columns.Where((_, i) => row[i + 1] == "x").ToHashSet());
    }

    /// <summary>Every use of one folder's names in another folder's source text, comments and strings left out.</summary>
    public static IEnumerable<(string File, string From, string To)> UsesInSource(IReadOnlyCollection<string> folders)
    {
        var named = new Regex($@"(?<![\w.])(?:global::)?(?:MetaLens\.)?({string.Join('|', folders)})\.[A-Z]|\busing\s+(?:static\s+|\w+\s*=\s*)?(?:global::)?MetaLens\.({string.Join('|', folders)})\b");
        foreach (var (file, folder) in SourceFiles(folders))
            foreach (Match use in named.Matches(WithoutCommentsAndStrings(File.ReadAllText(file))))
                if ((use.Groups[1].Success ? use.Groups[1] : use.Groups[2]).Value is var to && to != folder)
                    yield return (Path.GetRelativePath(SharedData.Root, file), folder, to);
    }

    /// <summary>Every use in a public signature of the library.</summary>
    public static IEnumerable<(string File, string From, string To)> UsesInSignatures(Assembly assembly)
    {
        foreach (var type in assembly.GetExportedTypes())
            foreach (var used in TypesOf(type).SelectMany(Unfold).Distinct())
                if (FolderOf(type) is { } from && FolderOf(used) is { } to && from != to)
                    yield return (type.FullName!, from, to);
    }

    static IEnumerable<(string File, string Folder)> SourceFiles(IReadOnlyCollection<string> folders)
    {
        var src = Path.Combine(SharedData.Root, "src");
        foreach (var file in Directory.EnumerateFiles(src, "*.*", SearchOption.AllDirectories))
        {
            if (Path.GetExtension(file) is not (".cs" or ".razor")) continue;
            var parts = Path.GetRelativePath(src, file).Replace('\\', '/').Split('/');
            var folder = parts[0] == "MetaLens.Core" ? parts[1] : parts[0]["MetaLens.".Length..];
            if (folders.Contains(folder)) yield return (file, folder);
        }
    }

    static IEnumerable<Type> TypesOf(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.BaseType is { } b) yield return b;
        foreach (var i in type.GetInterfaces()) yield return i;
        foreach (var m in type.GetMethods(All).Where(m => m.IsPublic || m.IsFamily))
        {
            yield return m.ReturnType;
            foreach (var p in m.GetParameters()) yield return p.ParameterType;
        }
        foreach (var c in type.GetConstructors(All).Where(c => c.IsPublic || c.IsFamily))
            foreach (var p in c.GetParameters()) yield return p.ParameterType;
        foreach (var f in type.GetFields(All).Where(f => f.IsPublic || f.IsFamily)) yield return f.FieldType;
    }

    static IEnumerable<Type> Unfold(Type type)
    {
        if (type.HasElementType) return Unfold(type.GetElementType()!);
        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Unfold).Prepend(type) : [type];
    }

    static string? FolderOf(Type type) => type.Namespace?.Split('.') is ["MetaLens", var folder, ..] ? folder : null;

    static string WithoutCommentsAndStrings(string code) =>
        Regex.Replace(code, """//[^\n]*|/\*[\s\S]*?\*/|"(?:\\.|[^"\\\n])*"|@\*[\s\S]*?\*@""", " ");

    static List<string> Cells(string row) => [.. row.Trim().Trim('|').Split('|').Select(c => c.Trim())];
}
