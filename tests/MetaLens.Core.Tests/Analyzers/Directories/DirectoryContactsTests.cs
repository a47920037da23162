using MetaLens.Analyzers;
using MetaLens.Analyzers.Directories;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Directories;

public class DirectoryContactsTests
{
    [Fact]
    public void A_contact_with_a_listed_party_is_found_whoever_wrote()
    {
        var seen = Logs.Seen(("ann", "clinic", 10), ("clinic", "ann", 20), ("bob", "ann", 30), ("clinic", "bob", 40));
        var found = DirectoryContacts.Of(seen, new Dictionary<string, string> { ["clinic"] = "health", ["nobody"] = "law" });
        Assert.Equal([("ann", "health", 2, 10_000L, 20_000L), ("bob", "health", 1, 40_000L, 40_000L)], found.Select(f => (seen.NameOf(f.Party), f.Category, f.Messages, f.First, f.Last)));
    }

    [Fact]
    public void A_missing_directory_is_named_in_the_message()
    {
        var analysis = AnalysisCatalog.Find("directory")!;
        var arguments = new AnalysisArguments(analysis, new Dictionary<string, string> { ["directory"] = "no-such-file.csv" });
        Assert.Contains("no-such-file.csv", Assert.Throws<ArgumentException>(() => analysis.Run(Logs.Seen(), arguments, TestContext.Current.CancellationToken)).Message);
    }

    [Fact]
    public void A_directory_file_is_read_by_its_header()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, "category,actor,note\n\"health, mind\",clinic,x\n");
        try
        {
            var analysis = AnalysisCatalog.Find("directory")!;
            var arguments = new AnalysisArguments(analysis, new Dictionary<string, string> { ["directory"] = path });
            var row = Assert.Single(analysis.Run(Logs.Seen(("ann", "clinic", 10)), arguments, TestContext.Current.CancellationToken).Rows);
            Assert.Equal(["ann", "clinic", "health, mind"], row[..3]);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
