using BenchmarkDotNet.Running;
using MetaLens.Analyzers.Indicators;
using MetaLens.Benchmarks;

// "ties FILE" and "indicators FILE" are whole processes to be measured against other tools; everything else is for BenchmarkDotNet.
if (args is ["ties", var file]) TieTableOfFile.Print(file);
else if (args is ["indicators", var log]) IndicatorsOfFile.Print(log, IndicatorSet.Basic);
else if (args is ["all-indicators", var same]) IndicatorsOfFile.Print(same, IndicatorSet.All);
else BenchmarkSwitcher.FromAssembly(typeof(TieTableOfFile).Assembly).Run(args);
