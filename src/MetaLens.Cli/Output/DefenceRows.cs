using System.Text.Json.Nodes;
using MetaLens.Exposure;

namespace MetaLens.Cli.Output;

/// <summary>Attacks and what protections leave of them, as rows and as JSON.</summary>
static class DefenceRows
{
    public static readonly string[] Columns = ["attack", "setting", "protections", "value", "low", "high", "chance", "outcome", "delay_seconds", "extra_bytes_share"];

    /// <summary>The attack without protections first, then with each; where nothing was tried, why.</summary>
    public static IEnumerable<object?[]> Of(IEnumerable<DefendedAttack> attacks) => attacks.SelectMany(a => a.Defences
        .Select(d => Row(a, d.Text, d.Score, Word(d.Outcome), d.Cost.MeanDelay.TotalSeconds, d.ExtraBytesShare))
        .Prepend(Row(a, "none", a.Undefended, a.Reason ?? (a.BeatenBy is null ? "none of these beats it" : ""), null, null)));

    public static JsonArray Json(IEnumerable<DefendedAttack> attacks) => new([.. attacks.Select(a =>
    {
        var attack = new JsonObject { ["attack"] = a.Attack, ["setting"] = a.Setting, ["metric"] = a.Undefended.Metric };
        Add(attack, a.Undefended);
        attack["reason"] = a.Reason;
        attack["beaten_by"] = a.BeatenBy?.Text;
        attack["defences"] = new JsonArray([.. a.Defences.Select(d =>
        {
            var defence = new JsonObject { ["protections"] = d.Text };
            Add(defence, d.Score);
            defence["outcome"] = Word(d.Outcome);
            defence["delay_seconds"] = d.Cost.MeanDelay.TotalSeconds;
            defence["extra_bytes_share"] = d.ExtraBytesShare;
            return defence;
        })]);
        return attack;
    })]);

    public static string Word(DefenceOutcome outcome) => outcome switch
    {
        DefenceOutcome.Beaten => "beaten",
        DefenceOutcome.Weaker => "weaker",
        _ => "holds",
    };

    static object?[] Row(DefendedAttack attack, string protections, MetricEstimate score, string outcome, double? delay, double? bytes) =>
        [attack.Attack, attack.Setting, protections, score.Value, score.Low, score.High, score.Chance, outcome, delay, bytes];

    static void Add(JsonObject to, MetricEstimate score)
    {
        (to["value"], to["low"], to["high"], to["chance"], to["subjects"]) =
            (JsonOutput.Value(score.Value), JsonOutput.Value(score.Low), JsonOutput.Value(score.High), JsonOutput.Value(score.Chance), score.Subjects);
    }
}
