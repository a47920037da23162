using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Signal;

public class SignalSampleTests
{
    [Fact]
    public void Dump()
    {
        var o = new System.Text.StringBuilder();
        foreach (var f in Directory.GetFiles(SharedData.Path("exports/signal"), "*", SearchOption.AllDirectories).Order())
            if (!f.EndsWith(".txtproto", StringComparison.Ordinal) && !f.EndsWith("target.json", StringComparison.Ordinal))
            {
                try { var r = Logs.Read(f); o.AppendLine(Path.GetFileName(f) + "\t" + Imports.Summary(r)); foreach (var l in Imports.Lines(r.Log)) o.AppendLine("    " + l); }
                catch (Exception e) { o.AppendLine(Path.GetFileName(f) + "\t" + e.GetType().Name + " " + e.Message); }
            }
        File.WriteAllText("/tmp/signal.dump", o.ToString());
    }
}
