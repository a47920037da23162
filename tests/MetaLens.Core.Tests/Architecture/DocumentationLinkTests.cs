using System.Text.RegularExpressions;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Architecture;

public partial class DocumentationLinkTests
{
    [Fact]
    public void Every_link_of_a_page_leads_to_a_file_or_a_heading()
    {
        string[] pages = [Path.Combine(SharedData.Root, "README.md"), .. ((string[])["docs", "notebooks"]).SelectMany(f => Directory.GetFiles(Path.Combine(SharedData.Root, f), "*.md"))];
        foreach (var page in pages)
            foreach (var target in Link().Matches(File.ReadAllText(page)).Select(m => m.Groups[1].Value).Where(t => !t.Contains("://", StringComparison.Ordinal)))
            {
                var (path, heading) = target.Split('#') is [var file, var anchor] ? (file, anchor) : (target, null);
                var full = path.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path));
                Assert.True(File.Exists(full), $"{page}: no file {target}");
                if (heading is not null) Assert.Contains(heading, Heading().Matches(File.ReadAllText(full)).Select(m => AnchorOf(m.Groups[1].Value)));
            }
    }

    // As GitHub makes them: lower case, blanks to dashes, other signs dropped.
    static string AnchorOf(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
