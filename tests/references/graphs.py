#!/usr/bin/python3
"""Reference values for the graph measures, made with networkx 2.8.8 and python-igraph 0.10.2 (Debian 12: python3-networkx, python3-igraph).

    /usr/bin/python3 tests/references/graphs.py FOLDER_OF_DATA_SETS

writes graphs-collegemsg.json, graphs-copenhagen.json and graphs-manufacturing.json beside this file.

Conventions. A node is every identifier that occurs, an edge a pair with at least one message, its weight the number of messages; messages to oneself are left out.
Undirected = both directions joined, weights added. PageRank: damping 0.85, dangling nodes spread evenly, tol 1e-15 per node. Closeness: incoming distances in the
directed graph, as networkx has it (wf_improved and plain). Betweenness: directed, unweighted, normalised by (n-1)(n-2). Eigenvector: undirected, Euclidean norm 1, on the
largest component. Clustering: undirected; weighted = geometric mean of weights over the largest weight. Barrat: igraph, zero for degree < 2. Dispersion:
normalised=False and networkx's own normalised form with alpha 1, b 0, c 0. Disparity: undirected, by messages; neither library has it, so the formula is
spelled out below. Leiden: igraph's community_leiden until it is stable, best quality of ten seeds.
A measure of nodes is given by the sum, the sum of squares and the values of about 20 nodes spread over the sorted identifiers.
"""
import json
import os
import random
import sys

import igraph
import networkx as nx

HERE = os.path.dirname(os.path.abspath(__file__))


def rows(folder, name):
    if name == "collegemsg":
        for line in open(os.path.join(folder, "collegemsg/CollegeMsg.txt")):
            a, b, _ = line.split()
            yield a, b
    elif name == "copenhagen":
        for line in list(open(os.path.join(folder, "copenhagen/sms.csv")))[1:]:
            _, a, b = line.strip().split(",")
            yield a, b
    else:
        for line in list(open(os.path.join(folder, "manufacturing/communication.csv")))[1:]:
            a, b, _ = line.strip().split(";")
            yield a, b


def graphs(folder, name):
    directed = nx.DiGraph()
    for a, b in rows(folder, name):
        directed.add_nodes_from((a, b))
        if a == b:
            continue
        if directed.has_edge(a, b):
            directed[a][b]["weight"] += 1
        else:
            directed.add_edge(a, b, weight=1)
    undirected = nx.Graph()
    undirected.add_nodes_from(directed)
    for a, b, w in directed.edges(data="weight"):
        if undirected.has_edge(a, b):
            undirected[a][b]["weight"] += w
        else:
            undirected.add_edge(a, b, weight=w)
    return directed, undirected


def summary(values):
    keys = sorted(values, key=int)
    step = max(1, len(keys) // 20)
    return {
        "sum": float(sum(values.values())),
        "sum_of_squares": float(sum(v * v for v in values.values())),
        "sample": {k: float(values[k]) for k in keys[::step]},
    }


def pairs(graph):
    """About 40 ties spread over the sorted list."""
    ties = sorted((min(int(a), int(b)), max(int(a), int(b))) for a, b in graph.edges)
    return [(str(a), str(b)) for a, b in ties[:: max(1, len(ties) // 40)]]


def disparity(undirected, chosen):
    """Smaller of both ends' (1 - w/s)^(k - 1), from networkx's degrees k and strengths s; 1 from an end with one tie."""
    degree, strength = dict(undirected.degree()), dict(undirected.degree(weight="weight"))

    def of(a, b):
        w = undirected[a][b]["weight"]
        return min(1.0 if degree[v] < 2 else (1 - w / strength[v]) ** (degree[v] - 1) for v in (a, b))

    every = [of(a, b) for a, b in undirected.edges]
    return {"sum": sum(every), "sum_of_squares": sum(p * p for p in every), "sample": [[a, b, of(a, b)] for a, b in chosen]}


def leiden(undirected, objective, weighted, resolution):
    order = list(undirected)
    index = {v: i for i, v in enumerate(order)}
    g = igraph.Graph(n=len(order), edges=[(index[a], index[b]) for a, b in undirected.edges])
    weights = [w for _, _, w in undirected.edges(data="weight")] if weighted else [1.0] * g.ecount()
    strength = g.strength(weights=weights)
    total = 2 * sum(weights)
    best = None
    for seed in range(10):
        random.seed(seed)
        igraph.set_random_number_generator(random)
        found = g.community_leiden(objective_function=objective, weights=weights, resolution_parameter=resolution, n_iterations=-1)
        of = found.membership
        inside = 2 * sum(w for (a, b), w in zip(g.get_edgelist(), weights) if of[a] == of[b])
        mass = {}
        for v, c in enumerate(of):
            mass[c] = mass.get(c, 0) + (strength[v] if objective == "modularity" else 1)
        penalty = resolution / total if objective == "modularity" else resolution
        quality = (inside - penalty * sum(m * m for m in mass.values())) / total
        best = quality if best is None else max(best, quality)
    return best


def reference(folder, name):
    directed, undirected = graphs(folder, name)
    largest = undirected.subgraph(max(nx.connected_components(undirected), key=len))
    back = directed.reverse()
    order = list(undirected)
    index = {v: i for i, v in enumerate(order)}
    g = igraph.Graph(n=len(order), edges=[(index[a], index[b]) for a, b in undirected.edges])
    weights = [w for _, _, w in undirected.edges(data="weight")]
    barrat = dict(zip(order, g.transitivity_local_undirected(mode="zero", weights=weights)))
    chosen = pairs(undirected)
    return {
        "tool": "networkx " + nx.__version__ + ", python-igraph " + igraph.__version__ + "; conventions in graphs.py",
        "nodes": len(directed),
        "directed_ties": directed.number_of_edges(),
        "undirected_ties": undirected.number_of_edges(),
        "pagerank_weighted": summary(nx.pagerank(directed, alpha=0.85, tol=1e-15, max_iter=10000, weight="weight")),
        "pagerank_unweighted": summary(nx.pagerank(directed, alpha=0.85, tol=1e-15, max_iter=10000, weight=None)),
        "reverse_pagerank_weighted": summary(nx.pagerank(back, alpha=0.85, tol=1e-15, max_iter=10000, weight="weight")),
        "betweenness": summary(nx.betweenness_centrality(directed)),
        "betweenness_undirected": summary(nx.betweenness_centrality(undirected)),
        "closeness": summary(nx.closeness_centrality(directed)),
        "closeness_plain": summary(nx.closeness_centrality(directed, wf_improved=False)),
        "eigenvector_weighted_largest_component": summary(nx.eigenvector_centrality_numpy(largest, weight="weight", tol=0)),
        "core_number": summary(nx.core_number(undirected)),
        "clustering": summary(nx.clustering(undirected)),
        "clustering_weighted": summary(nx.clustering(undirected, weight="weight")),
        "clustering_barrat": summary(barrat),
        "transitivity": nx.transitivity(undirected),
        "weak_components": sorted(map(len, nx.weakly_connected_components(directed)), reverse=True)[:10],
        "weak_component_count": nx.number_weakly_connected_components(directed),
        "strong_components": sorted(map(len, nx.strongly_connected_components(directed)), reverse=True)[:10],
        "strong_component_count": nx.number_strongly_connected_components(directed),
        "assortativity_undirected": nx.degree_assortativity_coefficient(undirected),
        "assortativity_out_in": nx.degree_assortativity_coefficient(directed),
        "reciprocity": nx.overall_reciprocity(directed),
        "dispersion": [[a, b, nx.dispersion(undirected, a, b, normalized=False), nx.dispersion(undirected, a, b, normalized=True, alpha=1.0, b=0.0, c=0.0)]
                       for a, b in chosen],
        "disparity": disparity(undirected, chosen),
        "leiden": {
            "modularity_weighted": leiden(undirected, "modularity", True, 1.0),
            "modularity_unweighted": leiden(undirected, "modularity", False, 1.0),
            "modularity_weighted_resolution_3": leiden(undirected, "modularity", True, 3.0),
            "cpm_unweighted_0.05": leiden(undirected, "CPM", False, 0.05),
            "cpm_weighted_1": leiden(undirected, "CPM", True, 1.0),
        },
    }


for data in ("manufacturing", "copenhagen", "collegemsg"):
    with open(os.path.join(HERE, "graphs-" + data + ".json"), "w") as out:
        json.dump(reference(sys.argv[1], data), out, indent=1)
        out.write("\n")
