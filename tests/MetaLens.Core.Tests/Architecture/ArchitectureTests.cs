using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Architecture;

public class ArchitectureTests
{
    static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> Allowed = ArrowTable.Read();

    [Fact]
    public void The_table_names_every_folder_of_the_library_and_no_other()
    {
        var folders = Directory.GetDirectories(Path.Combine(SharedData.Root, "src", "MetaLens.Core")).Select(d => Path.GetFileName(d)!).Where(d => d is not ("bin" or "obj"));
        Assert.Empty(folders.Except(Allowed.Keys));
        Assert.Contains("Attacks", Allowed.Keys);
    }

    [Fact]
    public void No_folder_uses_another_against_the_arrows_in_source() =>
        Assert.Empty(ArrowTable.UsesInSource([.. Allowed.Keys]).Where(u => !Allowed[u.From].Contains(u.To)).Select(u => $"{u.File}: {u.From} uses {u.To}"));

    [Fact]
    public void No_public_signature_uses_another_folder_against_the_arrows() =>
        Assert.Empty(ArrowTable.UsesInSignatures(typeof(MessageLog).Assembly).Where(u => !Allowed[u.From].Contains(u.To)).Select(u => $"{u.File}: {u.From} uses {u.To}"));

    [Fact]
    public void Graphs_analyzers_and_attacks_may_never_see_the_log() =>
        Assert.All(["Graphs", "Analyzers", "Attacks", "Learning"], folder => Assert.DoesNotContain("Messages", Allowed[folder]));

    [Fact]
    public void The_answer_key_is_named_in_lenses_and_exposure_only()
    {
        var core = Path.Combine(SharedData.Root, "src");
        var naming = Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories).Where(f => File.ReadAllText(f).Contains("AnswerKey", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(core, f).Replace('\\', '/'));
        Assert.All(naming, f => Assert.True(f.StartsWith("MetaLens.Core/Lenses/", StringComparison.Ordinal) || f.StartsWith("MetaLens.Core/Exposure/", StringComparison.Ordinal), f));
    }

    [Fact]
    public void A_file_has_at_most_400_lines_and_the_median_is_under_80()
    {
        var lengths = Directory.EnumerateFiles(Path.Combine(SharedData.Root, "src"), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !f.Contains("/obj/", StringComparison.Ordinal))
            .Select(f => (File: Path.GetFileName(f), Lines: File.ReadAllLines(f).Length)).OrderBy(f => f.Lines).ToList();
        Assert.All(lengths, f => Assert.True(f.Lines <= 400, f.ToString()));
        Assert.True(lengths[lengths.Count / 2].Lines < 80);
    }
}
