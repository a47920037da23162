using System.Globalization;
using BenchmarkDotNet.Running;
using MetaLens.Analyzers.Indicators;
using MetaLens.Benchmarks;
using MetaLens.Benchmarks.Ingestion;
using MetaLens.Testing;

// "ties FILE", "indicators FILE" and "all-indicators FILE" are the whole processes that bench/peers/compare.py measures against other tools, "graph FILE EDGES" the steps that
// bench/peers/graph.py measures against igraph, "motifs FILE" the counting of temporal motifs alone, "formats [ID…]" the importers' megabytes a second,
// "export ID MEGABYTES FOLDER" makes an export to read by hand, "chart-ratios" the tables that charts of organisations are read with; everything else is for BenchmarkDotNet.
if (args is ["ties", var file]) TieTableOfFile.Print(file);
else if (args is ["indicators", var log]) IndicatorsOfFile.Print(log, IndicatorSet.Basic);
else if (args is ["all-indicators", var same]) IndicatorsOfFile.Print(same, IndicatorSet.All);
else if (args is ["graph", var messages, var edges]) GraphMeasuresOfFile.Print(messages, edges);
else if (args is ["motifs", var events]) MotifsOfFile.Print(events);
else if (args is ["formats", .. var formats]) ThroughputTable.Print(formats);
else if (args is ["export", var id, var megabytes, var folder]) SampleExport.Of(id).WriteTo(folder, long.Parse(megabytes, CultureInfo.InvariantCulture) * 1_000_000);
else if (args is ["chart-ratios"]) ChartRatioTables.Print();
else BenchmarkSwitcher.FromAssembly(typeof(TieTableOfFile).Assembly).Run(args);
