"""Runs MetaLens and its peers on the same file in turn and prints the ratios of medians.

python3 bench/peers/compare.py read|ties FILE METALENS BENCHMARKS PEERS [ROUNDS]

METALENS    the published program      dotnet publish src/MetaLens.Cli -c Release -r linux-x64 --self-contained false -o METALENS_FOLDER
BENCHMARKS  the benchmark program      dotnet publish tests/MetaLens.Benchmarks -c Release -r linux-x64 --self-contained false -o BENCHMARKS_FOLDER
PEERS       a folder with node_modules npm install @duckdb/node-api nodejs-polars nodejs-polars-linux-x64-gnu

Whole processes, from start to exit: seconds on the clock, seconds of processor time, peak memory. Rounds are interleaved, so that what else the machine does
falls on all alike; where it does much, the ratio of processor times says more than that of the clock.
"""
import os, platform, statistics, subprocess, sys, tempfile, time

what, file, metalens, benchmarks, peers = sys.argv[1:6]
rounds = int(sys.argv[6]) if len(sys.argv) > 6 else 5

DUCKDB = """
const { DuckDBInstance } = require('@duckdb/node-api');
const sql = {
  read: `select count(*), sum(size), sum(length(sender)), sum(length(receiver)), min(timestamp), max(timestamp) from read_csv('%(file)s')`,
  ties: `select count(*), sum(n), sum(b), max(f), max(l) from (select sender, receiver, count(*) n, sum(size) b, min(timestamp) f, max(timestamp) l from read_csv('%(file)s') group by 1, 2)`,
};
(async () => {
  const db = await DuckDBInstance.create(':memory:', { threads: '2' });
  console.log(JSON.stringify((await (await db.connect()).runAndReadAll(sql['%(what)s'])).getRowsJson()));
})();
"""
POLARS = """
const pl = require('nodejs-polars');
const options = { tryParseDates: '%(file)s'.includes('iso') };
if ('%(what)s' === 'read') { const d = pl.readCSV('%(file)s', options); console.log(d.height, d.getColumn('size').sum()); }
else {
  const c = pl.col, d = pl.scanCSV('%(file)s', options).groupBy(['sender', 'receiver'])
    .agg(c('size').count().alias('n'), c('size').sum().alias('bytes'), c('timestamp').min().alias('first'), c('timestamp').max().alias('last')).collectSync();
  console.log(d.height, d.getColumn('n').sum());
}
"""


def script(text, name):
    path = os.path.join(peers, f"{name}-{what}.js")
    with open(path, "w") as out:
        out.write(text % {"file": os.path.abspath(file), "what": what})
    return ["node", path]


commands = {
    "MetaLens": [metalens, "inspect", file, "--json"] if what == "read" else [benchmarks, "ties", file],
    "DuckDB": script(DUCKDB, "duckdb"),
    "polars": script(POLARS, "polars"),
}


def run(command):
    start = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, env={**os.environ, "POLARS_MAX_THREADS": "2"})
        _, status, used = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"{' '.join(command)} failed")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


results = {name: [] for name in commands}
for _ in range(rounds):
    for name, command in commands.items():
        results[name].append(run(command))
medians = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in results.items()}
print(f"{what} {os.path.basename(file)}, {rounds} rounds, {time.strftime('%Y-%m-%d')}, {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
for name, (clock, cpu, memory) in medians.items():
    ours = medians["MetaLens"]
    print(f"  {name:9} {clock:6.2f} s {cpu:6.2f} s CPU {memory:5.0f} MB   MetaLens / {name}: {ours[0] / clock:.2f} clock, {ours[1] / cpu:.2f} CPU, {ours[2] / memory:.2f} memory")
