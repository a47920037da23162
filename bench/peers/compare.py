"""Runs MetaLens and its peers on the same file in turn and prints the ratios of medians.

python3 bench/peers/compare.py read|ties|indicators FILE METALENS BENCHMARKS PEERS [ROUNDS]

METALENS    the published program      dotnet publish src/MetaLens.Cli -c Release -r linux-x64 --self-contained false -o METALENS_FOLDER
BENCHMARKS  the benchmark program      dotnet publish tests/MetaLens.Benchmarks -c Release -r linux-x64 --self-contained false -o BENCHMARKS_FOLDER
PEERS       a folder with node_modules npm install @duckdb/node-api nodejs-polars nodejs-polars-linux-x64-gnu

pandas has a part in "ties" where python3 has it (Debian: python3-pandas), on files below a gigabyte.

"indicators" computes for everybody what the basic set of "analyze indicators" holds for texts; its SQL is below, polars has no part in it.

Whole processes, from start to exit: seconds on the clock, seconds of processor time, peak memory. Rounds are interleaved, so that what else the machine does
falls on all alike; where it does much, the ratio of processor times says more than that of the clock.
"""
import importlib.util, os, platform, statistics, subprocess, sys, tempfile, time

what, file, metalens, benchmarks, peers = sys.argv[1:6]
rounds = int(sys.argv[6]) if len(sys.argv) > 6 else 5

# One record per person and delivery; a conversation ends with an hour of silence between two, and a reply is the first answer inside it.
INDICATORS = """
with record as (
  select sender u, receiver c, timestamp t, true o from read_csv('%(file)s') where sender <> receiver union all
  select receiver, sender, timestamp, false from read_csv('%(file)s') where sender <> receiver),
person as (
  select u, count(*) n, count(*) filter (o) n_out, count(distinct t // 86400) active_days, avg(((t %% 86400) // 3600 not between 7 and 18)::int) night from record group by u),
contact as (select u, c, count(*) n, count(*) filter (o) n_out from record group by u, c),
contacts as (
  select u, count(*) k, count(*) filter (n_out > 0) k_out, count(*) filter (n > n_out) k_in, avg(n) n_mean, stddev_pop(n) n_std,
    -sum(n / total * ln(n / total)) entropy, avg(n_out / total) balance, stddev_pop(n_out / total) balance_std,
    count(*) filter (smaller < 0.8 * total) / count(*) pareto
  from (select *, (sum(n) over (partition by u))::double total, coalesce(sum(n) over (partition by u order by n desc, c rows between unbounded preceding and 1 preceding), 0) smaller from contact)
  group by u),
gap as (select u, avg(g) gap_mean, stddev_pop(g) gap_std from (select u, t - lag(t) over (partition by u order by t) g from record) group by u),
talk as (select u, t, o, t - lag(t) over w g, lag(o) over w last_o from record window w as (partition by u, c order by t)),
conversation as (
  select u, avg(o::int) filter (g is null or g >= 3600) initiated, avg(g) filter (o and not last_o and g < 3600) delay, stddev_pop(g) filter (o and not last_o and g < 3600) delay_std,
    count(*) filter (o and not last_o and g < 3600) / nullif(count(*) filter (not o and (g is null or g >= 3600)), 0) rate
  from talk group by u)
select count(*), sum(n), sum(n_out), sum(active_days), sum(night), sum(k), sum(k_out), sum(k_in), sum(n_mean), sum(n_std), sum(entropy), sum(balance), sum(balance_std), sum(pareto), sum(gap_mean), sum(gap_std),
  sum(initiated), sum(delay), sum(delay_std), sum(rate)
from person join contacts using (u) left join gap using (u) left join conversation using (u)
"""
DUCKDB = """
const { DuckDBInstance } = require('@duckdb/node-api');
const sql = {
  read: `select count(*), sum(size), sum(length(sender)), sum(length(receiver)), min(timestamp), max(timestamp) from read_csv('%(file)s')`,
  ties: `select count(*), sum(n), sum(b), max(f), max(l) from (select sender, receiver, count(*) n, sum(size) b, min(timestamp) f, max(timestamp) l from read_csv('%(file)s') group by 1, 2)`,
  indicators: `%(indicators)s`,
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
PANDAS = """
import sys, pandas
ties = pandas.read_csv(sys.argv[1], parse_dates=['timestamp'] if 'iso' in sys.argv[1] else False).groupby(['sender', 'receiver']).agg(
    n=('size', 'count'), bytes=('size', 'sum'), first=('timestamp', 'min'), last=('timestamp', 'max'))
print(len(ties), ties.n.sum())
"""


def script(text, name):
    path = os.path.join(peers, f"{name}-{what}.js")
    with open(path, "w") as out:
        out.write(text % {"file": os.path.abspath(file), "what": what, "indicators": INDICATORS % {"file": os.path.abspath(file)}})
    return ["node", path]


commands = {
    "MetaLens": [metalens, "inspect", file, "--json"] if what == "read" else [benchmarks, what, file],
    "DuckDB": script(DUCKDB, "duckdb"),
}
if what != "indicators":
    commands["polars"] = script(POLARS, "polars")
if what == "ties" and importlib.util.find_spec("pandas") and os.path.getsize(file) < 1e9:
    commands["pandas"] = [sys.executable, "-c", PANDAS, file]


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
