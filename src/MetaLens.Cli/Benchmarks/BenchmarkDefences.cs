using System.Collections.Immutable;
using System.Globalization;
using MetaLens.Cli.Output;
using MetaLens.Exposure;
using MetaLens.Exposure.Evaluations;

namespace MetaLens.Cli.Benchmarks;

/// <summary>Every attack with and without protections on the public data sets, as tables in Markdown.</summary>
static class BenchmarkDefences
{
    static readonly (string Data, string Name, string File)[] DataSets =
    [
        ("manufacturing", "Manufacturing, mail", "manufacturing/communication.csv"),
        ("collegemsg", "CollegeMsg, private messages", "collegemsg/CollegeMsg.txt"),
        ("irc-disentanglement", "Ubuntu channel, group", "irc-disentanglement/messages.csv"),
    ];

    /// <summary>Writes the tables of the data sets that are there.</summary>
    public static void Write(BenchmarkData data, TextWriter output, CancellationToken stop)
    {
        foreach (var (name, title, file) in DataSets)
        {
            if (!data.Has(name)) continue;
            // In the group no row has a recipient, so that replies alone can be asked for; elsewhere nobody knows what answers what.
            var replies = name == "irc-disentanglement";
            var all = data.Log(file);
            var log = all.Latest(Math.Min(Math.Max(1, all.Count), replies ? all.Count : AttackDefences.UsualMessages));
            var only = AttackSetting.For(log).Select(s => s.Attack).Where(a => a == "replies" == replies).ToImmutableHashSet();
            var links = replies ? new ReplyLinks(log, data.Labels("irc-disentanglement/reply_links.csv", 0, 1, 2)) : null;
            var attacks = AttackDefences.Measure(log, data.Seed, links, only, progress: null, stop);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## What beats each attack: {title}\n\n{(log.Count < all.Count ? $"The latest {log.Count:N0} of {all.Count:N0} messages." : $"{log.Count:N0} messages.")}\n"));
            output.WriteLine("| attack | setting | n | undefended | protections added | defended | chance | outcome |\n|---|---|---|---|---|---|---|---|");
            foreach (var attack in attacks)
            {
                var head = string.Create(CultureInfo.InvariantCulture, $"| {attack.Attack} | {attack.Setting} | {attack.Undefended.Subjects} | {Text(attack.Undefended)}");
                if (attack.Reason is not null) output.WriteLine($"{head} | – | – | {Chance(attack.Undefended)} | {attack.Reason} |");
                foreach (var defence in attack.Defences)
                    output.WriteLine($"{head} | {defence.Text} | {Text(defence.Score)} | {Chance(defence.Score)} | {DefenceRows.Word(defence.Outcome)} |");
            }
        }
    }

    static string Text(MetricEstimate score) => string.Create(CultureInfo.InvariantCulture, $"{score.Value:0.000} ({score.Low:0.000} … {score.High:0.000})");

    static string Chance(MetricEstimate score) => score.Chance?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "–";
}
