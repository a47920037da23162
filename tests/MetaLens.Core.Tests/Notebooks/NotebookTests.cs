using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Notebooks;

/// <summary>Cells print to the console and read files beside the notebook, so nothing else runs meanwhile.</summary>
[CollectionDefinition(nameof(NotebookTests), DisableParallelization = true)]
[Collection(nameof(NotebookTests))]
public class NotebookTests
{
    public static TheoryData<string> Names => [.. Notebook.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_cell_gives_the_output_that_is_stored_with_it(string name)
    {
        var notebook = Notebook.Load(name);
        var actual = await CSharpKernel.RunAsync(notebook, TestContext.Current.CancellationToken);
        var differences = notebook.DifferencesFrom(actual);
        if (differences.Count == 0) return;
        var made = Path.Combine(SharedData.Root, "artifacts", "notebooks", name);
        Directory.CreateDirectory(Path.GetDirectoryName(made)!);
        File.WriteAllText(made, notebook.With(actual).ToJson());
        Assert.Fail($"{string.Join('\n', differences)}\nMend: if the new results are right, cp artifacts/notebooks/{name} notebooks/{name}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_changed_stored_output_would_fail(string name)
    {
        var notebook = Notebook.Load(name);
        var stored = notebook.Stored;
        Assert.Empty(notebook.DifferencesFrom(stored));
        Assert.Contains(stored, o => o.Printed.Length > 0);
        for (var cell = 0; cell < stored.Count; cell++)
        {
            var changed = stored.ToArray();
            changed[cell] = changed[cell] with { Printed = changed[cell].Printed + "1" };
            var difference = Assert.Single(notebook.With(changed).DifferencesFrom(stored));
            Assert.Contains($"code cell {cell + 1}:", difference);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Outputs_that_are_stored_read_back_as_they_were(string name)
    {
        var notebook = Notebook.Load(name);
        var outputs = notebook.Code.Select((_, i) => new CellOutput(i % 2 == 0 ? "one\n\ntwo\n" : "", i % 3 == 0 ? "«3»\n4" : null)).ToList();
        Assert.Equal(outputs, notebook.With(outputs).Stored);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cell_of_code_is_explained_by_a_text_before_it(string name)
    {
        var notebook = Notebook.Load(name);
        Assert.Equal(".net-csharp", notebook.Kernel);
        Assert.Equal("markdown", notebook.CellTypes[0]);
        Assert.DoesNotContain(("code", "code"), notebook.CellTypes.Zip(notebook.CellTypes.Skip(1)));
    }
}
