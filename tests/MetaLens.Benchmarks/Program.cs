using BenchmarkDotNet.Running;
using MetaLens.Benchmarks;
using MetaLens.Benchmarks.Ingestion;

// "ties FILE" is the whole process that bench/peers/compare.py measures against other tools, "formats [ID…]" the importers' megabytes a second; everything else is
// for BenchmarkDotNet.
if (args is ["ties", var file]) TieTableOfFile.Print(file);
else if (args is ["formats", .. var formats]) ThroughputTable.Print(formats);
else BenchmarkSwitcher.FromAssembly(typeof(TieTableOfFile).Assembly).Run(args);
