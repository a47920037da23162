using MetaLens.Exposure;
using MetaLens.Ingestion;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;

namespace MetaLens.Reports.Tests;

/// <summary>Reports to look at: a population's, one person's, and one of people with hostile names.</summary>
static class SampleReports
{
    public const string Script = "<script>alert(1)</script>";
    public const string RightToLeft = "שרה \u202Eكوهين";
    public static readonly string Long = string.Concat(Enumerable.Repeat("Wolfeschlegelsteinhausenbergerdorff ", 9))[..300];

    public static ReportInput Input(MessageLog log, IngestionReport? ingestion = null) =>
        new(log, ingestion ?? new IngestionReport(new ReadOptions()), new Provenance("0.1.0", "metalens report CollegeMsg.txt -o report.html --seed 7", [new InputFile("CollegeMsg.txt", new string('a', 64))], 7))
        {
            Exposure = SampleMatrix.Make(),
            Retention = ExposureAnalysis.Measure(log, Retention.Lenses(LensCatalog.Find("instagram-e2ee-optin"), log)),
            Advice = SampleMatrix.Advice,
            Seed = 7,
        };

    public static ReportInput CollegeMsg()
    {
        var (log, ingestion) = Logs.Read(SharedData.Path("data/collegemsg/CollegeMsg.txt"));
        return Input(log, ingestion);
    }

    /// <summary>Sixty people over thirty days at random.</summary>
    public static ReportInput Population() => Input(Logs.Random(5, actors: 60, messages: 3000));

    /// <summary>An export of half a year: Ada writes by day, to one person most, sleeps at night (UTC+1); some of the names are hostile.</summary>
    public static ReportInput OwnExport()
    {
        string[] others = [Script, RightToLeft, "🦊👩‍👩‍👧‍👦 emoji", Long, "' onmouseover='alert(1)", "&lt;b&gt;", "Ben", "Chloé", "Dmitri", "Eun-ji", "Fatima", "Gus"];
        var random = new Random(11);
        var log = new MessageLogBuilder { Owner = "Ada" };
        for (var i = 0; i < 4000; i++)
        {
            var other = (int)(others.Length * Math.Pow(random.NextDouble(), 2.5));
            var day = other == 1 ? random.Next(70) : other == 2 ? 90 + random.Next(90) : random.Next(180);
            var hour = 7 + (random.NextDouble() * 8) + (random.NextDouble() * 8);
            var (from, to) = random.Next(2) == 0 ? ("Ada", others[other]) : (others[other], "Ada");
            log.Add(new MessageRecord
            {
                SentAt = 1_700_000_000_000 + (long)(((day * 24) + hour - 1 - 22.2) * 3_600_000),
                Sender = log.Actor(from),
                Recipients = [log.Actor(to)],
                Size = 20 + random.Next(400),
            });
        }
        return Input(log.Build());
    }
}
