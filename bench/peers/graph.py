"""Measures of the whole graph of a file, MetaLens and C igraph (one thread) in turn, and the ratios of medians.

python3 bench/peers/graph.py FILE BENCHMARKS [ROUNDS]

BENCHMARKS  the benchmark program      dotnet publish tests/MetaLens.Benchmarks -c Release -r linux-x64 --self-contained false -o BENCHMARKS_FOLDER
Debian: python3-igraph 0.10, python3-numpy.

Seconds on the clock and of processor time; MetaLens has all cores and, not being warmed up, compiles on the way.
"""
import json, os, platform, statistics, subprocess, sys, tempfile, time
import igraph, numpy

file, benchmarks = sys.argv[1:3]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
edges = os.path.join(tempfile.mkdtemp(), "edges.txt")
ours, theirs = {}, {}


def step(name, work):
    start, cpu = time.perf_counter(), time.process_time()
    value = work()
    theirs.setdefault(name, []).append((time.perf_counter() - start, time.process_time() - cpu))
    return value


for _ in range(rounds):
    for name, seconds in json.loads(subprocess.run([benchmarks, "graph", file, edges], check=True, capture_output=True, text=True).stdout).items():
        ours.setdefault(name, []).append(seconds)
    table = numpy.loadtxt(edges, dtype=numpy.int64, ndmin=2)

    def build():
        graph = igraph.Graph(int(table[:, :2].max()) + 1, directed=True)
        graph.add_edges(table[:, :2])
        graph.es["w"] = table[:, 2].tolist()
        return graph

    g = build()

    def undirected():
        joined = g.copy()
        joined.to_undirected(mode="collapse", combine_edges="sum")
        return joined

    h = step("to_undirected", undirected)
    step("pagerank", lambda: g.pagerank(damping=0.85))
    step("pagerank_weighted", lambda: g.pagerank(damping=0.85, weights="w"))
    step("weak_components", lambda: g.connected_components(mode="weak"))
    step("kcore", lambda: h.coreness())
    step("local_clustering", lambda: h.transitivity_local_undirected(mode="zero"))
    step("leiden", lambda: h.community_leiden(objective_function="modularity", weights="w", n_iterations=2))
    step("reach3_1000", lambda: g.neighborhood_size(vertices=list(range(min(1000, g.vcount()))), order=3, mode="out", mindist=1))

print(f"{os.path.basename(file)}, {rounds} rounds, {time.strftime('%Y-%m-%d')}, {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
for name, runs in ours.items():
    clock, cpu = (statistics.median(column) for column in zip(*runs))
    if name in theirs:
        their_clock, their_cpu = (statistics.median(column) for column in zip(*theirs[name]))
        print(f"  {name:18} {clock:6.2f} s {cpu:6.2f} s CPU   igraph {their_clock:6.2f} s {their_cpu:6.2f} s CPU   ratio {clock / their_clock:.2f} clock, {cpu / their_cpu:.2f} CPU")
    else:
        print(f"  {name:18} {clock:6.2f} s {cpu:6.2f} s CPU")
