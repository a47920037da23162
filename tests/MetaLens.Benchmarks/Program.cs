using BenchmarkDotNet.Running;
using MetaLens.Benchmarks;

// "ties FILE" is the whole process that bench/peers/compare.py measures against other tools; everything else is for BenchmarkDotNet.
if (args is ["ties", var file]) TieTableOfFile.Print(file);
else BenchmarkSwitcher.FromAssembly(typeof(TieTableOfFile).Assembly).Run(args);
