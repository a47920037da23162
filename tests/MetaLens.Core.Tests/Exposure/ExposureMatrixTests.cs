using MetaLens.Exposure;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Synthesis;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Exposure;

public class ExposureMatrixTests
{
    static readonly Lens Nothing = LensCatalog.Find("nothing");

    public static TheoryData<string> DataSets => ["collegemsg", "copenhagen", "manufacturing", "email-eu"];

    static MessageLog Load(string name) => name switch
    {
        "collegemsg" => Logs.CollegeMsg(),
        "copenhagen" => Logs.CopenhagenSms(),
        "manufacturing" => Logs.Manufacturing(),
        _ => Logs.EmailEu(),
    };

    [Theory]
    [MemberData(nameof(DataSets))]
    public void Holding_the_records_answers_everything_and_seeing_nothing_answers_nothing(string name) => FullAndNothingAndCheck(Load(name), 0);

    [Fact]
    public void The_same_holds_for_any_log()
    {
        for (var seed = 0; seed < 6; seed++) FullAndNothingAndCheck(Logs.Random(seed, actors: 30 + (20 * seed), messages: 800, days: 40), seed);
    }

    static void FullAndNothingAndCheck(MessageLog log, int seed)
    {
        var matrix = ExposureAnalysis.Measure(log, [Lens.None, Nothing], seed);
        foreach (var question in (string[])["contacts", "closeness", "frequency", "identity"])
        {
            Assert.Equal(1, matrix[question, "none"].Score!.Value, 1e-9);
            Assert.Equal(1, matrix[question, "none"].Exposure!.Value, 1e-9);
        }
        foreach (var cell in matrix.Cells.Where(c => c.Lens == "nothing" && c.Exposure is not null))
            Assert.True(cell.Low <= 1e-9 && cell.Exposure < 0.05, $"{cell.Question}: {cell.Exposure} [{cell.Low}, {cell.High}]");
    }

    [Fact]
    public void End_to_end_encryption_changes_content_and_kind_only()
    {
        var log = Population(1).Log;
        var matrix = ExposureAnalysis.Measure(log, [LensCatalog.Find("instagram-e2ee-optin"), LensCatalog.Find("instagram-standard")]);
        foreach (var question in matrix.Questions.Select(q => q.Id))
        {
            var (before, after) = (matrix[question, "instagram-e2ee-optin"], matrix[question, "instagram-standard"]);
            if (question is "content" or "kind") Assert.True(after.Exposure > before.Exposure, question);
            else Assert.Equal(before with { Lens = after.Lens }, after);
        }
    }

    [Theory]
    [InlineData("hide=sender")]
    [InlineData("hide=sender,receipts=off")]
    [InlineData("delay=10m")]
    [InlineData("round=1d")]
    [InlineData("cover=1/h")]
    [InlineData("rotate=7d")]
    [InlineData("retain=7d")]
    [InlineData("pad=padme")]
    public void A_protection_never_raises_the_mean_exposure_beyond_its_interval(string protection)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var log = Population(seed).Log;
            var (without, with) = (LensCatalog.Find("instagram-e2ee-optin"), LensCatalog.Find("instagram-e2ee-optin").With(LensText.Parse(protection).Protections));
            var matrix = ExposureAnalysis.Measure(log, [without, with], seed);
            Assert.True(Mean(matrix, with, c => c.Low) <= Mean(matrix, without, c => c.High) + 1e-9);
        }
    }

    [Fact]
    public void The_numbering_of_people_and_the_order_of_rows_change_no_figure()
    {
        var log = Population(2).Log;
        Lens[] lenses = [LensCatalog.Find("signal-sealed"), LensText.Parse("rotate=7d"), LensText.Parse("hide=sender,round=1h")];
        var original = ExposureAnalysis.Measure(log, lenses, 3);
        var shuffled = ExposureAnalysis.Measure(Shuffled(log, new Random(7)), lenses, 3);
        foreach (var (a, b) in original.Cells.Zip(shuffled.Cells))
        {
            Assert.Equal(a.Subjects, b.Subjects);
            Assert.Equal(a.Score ?? -1, b.Score ?? -1, 1e-6);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_matrix()
    {
        var log = Population(3).Log;
        Lens[] lenses = [LensCatalog.Find("signal-sealed"), LensText.Parse("cover=1/h,delay=5m")];
        Assert.Equal(ExposureAnalysis.Measure(log, lenses, 5).Cells.AsEnumerable(), ExposureAnalysis.Measure(log, lenses, 5).Cells);
    }

    [Fact]
    public void Fewer_than_twenty_people_give_no_number_but_the_reason()
    {
        var cell = ExposureAnalysis.Measure(Logs.Of(("ann", "bob", 0), ("bob", "ann", 60)), [Lens.None])["contacts", "none"];
        Assert.Null(cell.Exposure);
        Assert.Equal("only 2 of the 20 subjects that a number needs", cell.Reason);
    }

    [Fact]
    public void An_empty_log_has_a_matrix_without_numbers() =>
        Assert.All(ExposureAnalysis.Measure(Logs.Of(), [Lens.None, Nothing]).Cells, c => Assert.Null(c.Exposure));

    static SyntheticPopulation Population(int seed) => PopulationGenerator.Generate(new PopulationOptions { Actors = 60, Days = 40, MessagesPerDay = 3, Seed = seed });

    static double Mean(ExposureMatrix matrix, Lens lens, Func<ExposureCell, double?> end) => matrix.Cells.Where(c => c.Lens == lens.Id && c.Exposure is not null).Average(c => end(c)!.Value);

    static MessageLog Shuffled(MessageLog log, Random random)
    {
        var order = Enumerable.Range(0, log.Count).ToArray();
        random.Shuffle(order);
        var copy = new MessageLogBuilder();
        foreach (var m in order)
            copy.Add(new MessageRecord
            {
                SentAt = log.SentAt[m],
                Sender = copy.Actor(log.Actors.Names[log.Sender[m]]),
                Recipients = log.RecipientsOf(m).ToArray().Select(r => copy.Actor(log.Actors.Names[r])).ToArray(),
                Size = log.Size[m],
                Kind = log.Kind[m],
                Traits = log.Traits[m],
            });
        return copy.Build();
    }
}
