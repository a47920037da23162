using System.Collections.Immutable;
using MetaLens.Exposure;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Findings;
using MetaLens.Reports.Languages;
using MetaLens.Reports.People;
using MetaLens.Reports.Publication;
using MetaLens.Reports.Sights;

namespace MetaLens.Reports;

/// <summary>Everything a report says, computed and worded, before a line of it is drawn.</summary>
/// <param name="Subject">What was looked at.</param>
/// <param name="Findings">What the records give away, in the order of the page.</param>
/// <param name="Reach">Who else is in the records.</param>
/// <param name="Exposure">What survives; null for a report without the matrix.</param>
/// <param name="PrimaryLenses">Ids of the lenses shown at first.</param>
/// <param name="Advice">What would help.</param>
/// <param name="Ingestion">What happened while reading.</param>
/// <param name="Provenance">How the report came to be.</param>
public sealed record ReportModel(
    ReportSubject Subject, ImmutableArray<Finding> Findings, Finding Reach, ExposureMatrix? Exposure, ImmutableArray<string> PrimaryLenses,
    ImmutableArray<ProtectionAdvice> Advice, IngestionReport Ingestion, Provenance Provenance)
{
    const int WorthCollecting = 500_000, LargeLog = 2_000_000, LongLog = 20_000_000;

    /// <summary>The language that it speaks.</summary>
    public Language Language => Subject.Language;

    /// <summary>What the end of encryption changes in these records; null without a message.</summary>
    public BeforeAfter? BeforeAfter { get; init; }

    /// <summary>Everybody whom a picture shows, one by one; nobody in a published report.</summary>
    public ImmutableArray<Person> People { get; init; } = [];

    /// <summary>What is left where records are kept for less long; null for a log of a day or less, and for a published report.</summary>
    public Retention? Retention { get; init; }

    /// <summary>What each lens of the matrix holds, where there is too little to measure every cell; empty where every cell that records can answer has its number.</summary>
    public ImmutableArray<LensSight> Sights { get; init; } = [];

    /// <summary>How the records were made coarse for publication; null where they were not.</summary>
    public PublishedRecords? Published { get; init; }

    /// <summary>What the formats could not tell; nothing in a published report, as such a sentence may name a file or a person.</summary>
    public IReadOnlyList<string> Notes => Published is null ? Ingestion.NotesWithoutNames : [];

    /// <summary>The sight of a question through a lens; null where it was not looked for, or where the records do not have what is asked for.</summary>
    public Sight? SightOf(string question, string lens) =>
        Exposure?[question, lens] is { } cell && IsLookedFor(cell) ? Sights.FirstOrDefault(s => s.Lens == lens)?[question] : null;

    static bool IsLookedFor(ExposureCell cell) => cell.Exposure is null && (cell.Subjects > 0 || cell.Question != "kind");

    /// <summary>Whether any question about people, and not only that about what was said, was measured through any lens.</summary>
    public bool HasMeasuredPeople => Exposure is { } matrix && matrix.Cells.Any(c => c.Exposure is not null && c.Question != "content");

    /// <summary>Whether the people bear invented names.</summary>
    public bool NamesAreInvented { get; init; }

    /// <summary>
    /// The finding that leads the page: the most surprising of those that are at least likely; the first where none is, or none surprises.
    /// </summary>
    public Finding Lead => Findings.Append(Reach).Where(f => f.Certainty >= Certainty.Likely && f.Surprise > 0).MaxBy(f => f.Surprise) ?? Findings[0];

    /// <summary>The first sentence of the page: that of <see cref="Lead"/>; where nothing is at least likely, what holds for any records.</summary>
    public string Headline => (Lead.Certainty >= Certainty.Likely && Lead.Surprise > 0) || BeforeAfter is null ? Lead.Headline : Language["headline.any"];

    /// <summary>Every picture of the report, in the order of the page.</summary>
    public ImmutableArray<Chart> Pictures => [.. Findings.Append(Reach).SelectMany(f => f.Pictures), .. AdviceCharts.Of(Advice, Language)];

    /// <summary>The report as <c>metalens/report/1</c>: every number shown, by name.</summary>
    public string ToJson() => ReportJson.Write(this);

    /// <summary>Looks at the records and words what they give away. Seconds for a hundred thousand messages; the matrix and the advice come with the input.</summary>
    public static ReportModel From(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var zone = input.TimeZone;
        var inventNames = input.InventNames ?? input.Log.Owner is null;
        var language = input.Language;
        var exact = new Evidence(Lenses.Lens.None.Observe(input.Log, input.Seed), zone, inventNames, input.Seed, language: language);
        var evidence = input.Published is { } published ? new Evidence(Lenses.Lens.None.Observe(published.Log, input.Seed), zone, inventNames, input.Seed, published.Step, language) : exact;
        var primary = input.Exposure is null ? [] : input.PrimaryLenses.IsEmpty ? [.. input.Exposure.Lenses.Take(4).Select(l => l.Id)] : input.PrimaryLenses;
        var log = evidence.IsCoarse ? input.Published!.Log : input.Log;
        // The longest is begun first. The last two use all cores and most memory: of a large log they go by themselves.
        Func<Finding>[] steps =
        [
            () => CirclesFinding.Of(evidence),
            () => ClosestFinding.Of(evidence),
            () => LeadersFinding.Of(evidence),
            () => DayAndNightFinding.Of(evidence),
            .. evidence.Owner is null ? (Func<Finding>[])[] : [() => NightContactFinding.Of(evidence)],
            () => WhereOnEarthFinding.Of(evidence),
            () => TurningPointsFinding.Of(evidence),
            // A share over many people shows nobody, so that it may rest on the exact times.
            () => FoundAgainFinding.Of(exact),
        ];
        Finding[] found = log.Count > LargeLog ? [.. SideBySide(log, steps[..^2]), .. OneByOne(log, steps[^2..])] : SideBySide(log, steps);
        ImmutableArray<Finding> findings = [found[1], found[0], .. found[2..]];
        GiveBack(log);
        var (people, reach, beforeAfter, retention, sights) = (ImmutableArray<Person>.Empty, default(Finding)!, default(BeforeAfter), default(Retention), ImmutableArray<LensSight>.Empty);
        Parallel.Invoke(WithinMemory(log),
            () => people = evidence.IsCoarse ? [] : PersonTable.Of(evidence, findings.SelectMany(f => f.Pictures).SelectMany(p => p.PersonKeys), findings.SelectMany(f => f.Moments)),
            () => reach = ReachFinding.Of(evidence),
            () => beforeAfter = BeforeAfter.Of(log, evidence),
            () => retention = Retention.Of(input.Log, evidence, input.Retention is null ? null : Translation.Of(input.Retention, language)),
            () => sights = SightsOf(input));
        return new ReportModel(ReportSubject.Of(log, evidence),
            input.Published is null ? findings : [.. findings.Select(WithoutPeople)],
            reach, input.Exposure is null ? null : Translation.Of(input.Exposure, language), primary, [.. input.Advice.Select(a => a with { Name = language.Translate(a.Name) })], input.Ingestion, input.Provenance)
        {
            BeforeAfter = beforeAfter,
            People = people,
            Retention = retention,
            Sights = sights,
            Published = input.Published,
            NamesAreInvented = inventNames,
        };
    }

    static ImmutableArray<LensSight> SightsOf(ReportInput input)
    {
        if (input.Exposure is not { } matrix || !matrix.Cells.Any(IsLookedFor)) return [];
        var measured = matrix.Messages < input.Log.Count ? input.Log.Latest(matrix.Messages) : input.Log;
        return [.. matrix.Lenses.Select(l => LensSight.Of(l, measured, input.Seed))];
    }

    // Each keeps one core busy, mostly. They are begun in their order, which a loop over their numbers would not do.
    static T[] SideBySide<T>(MessageLog log, Func<T>[] steps)
    {
        if (log.Count > LongLog) return OneByOne(log, steps);
        GiveBack(log);
        var results = new T[steps.Length];
        var begun = 0;
        Parallel.For(0, steps.Length, _ =>
        {
            var step = Interlocked.Increment(ref begun) - 1;
            results[step] = steps[step]();
        });
        return results;
    }

    static T[] OneByOne<T>(MessageLog log, Func<T>[] steps) => Array.ConvertAll(steps, step =>
    {
        GiveBack(log);
        return step();
    });

    // What a step leaves behind is as large as the log; left to its own time, the collector keeps it beside the next.
    static void GiveBack(MessageLog log)
    {
        if (log.Count > WorthCollecting) GC.Collect();
    }

    // Of a long log what each holds meanwhile is too much together.
    static ParallelOptions WithinMemory(MessageLog log) => new() { MaxDegreeOfParallelism = log.Count > LongLog ? 1 : -1 };

    static Finding WithoutPeople(Finding finding) => finding with { Pictures = [.. finding.Pictures.Where(p => !p.ShowsPeople)], Moments = [] };
}
