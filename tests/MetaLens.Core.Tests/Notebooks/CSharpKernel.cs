using System.Globalization;
using MetaLens.Messages;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using NodaTime;

namespace MetaLens.Core.Tests.Notebooks;

/// <summary>Runs the cells of a notebook one after the other, each seeing what the ones before it declared, in the notebook's own folder.</summary>
static class CSharpKernel
{
    // What .NET Interactive has in scope before the first cell.
    static readonly ScriptOptions BeforeTheFirstCell = ScriptOptions.Default
        .WithImports("System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq")
        .WithReferences(typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(Console).Assembly, typeof(MessageLog).Assembly, typeof(Instant).Assembly);

    public static async Task<IReadOnlyList<CellOutput>> RunAsync(Notebook notebook, CancellationToken stop)
    {
        var (console, folder) = (Console.Out, Environment.CurrentDirectory);
        try
        {
            Environment.CurrentDirectory = Notebook.Folder;
            var outputs = new List<CellOutput>();
            ScriptState<object>? state = null;
            foreach (var code in notebook.Code.Select(WithoutReferences))
            {
                using var printed = new StringWriter { NewLine = "\n" };
                Console.SetOut(printed);
                state = state is null
                    ? await CSharpScript.RunAsync(code, BeforeTheFirstCell, cancellationToken: stop)
                    : await state.ContinueWithAsync(code, cancellationToken: stop);
                outputs.Add(new CellOutput(printed.ToString(), state.ReturnValue is { } value ? Convert.ToString(value, CultureInfo.InvariantCulture) : null));
            }
            return outputs;
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = folder;
        }
    }

    // A reader's #r names the built library; here the library under test is referenced already.
    static string WithoutReferences(string code) => string.Join('\n', code.Split('\n').Where(line => !line.StartsWith("#r ", StringComparison.Ordinal)));
}
