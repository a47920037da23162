using System.Globalization;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion;

/// <summary>What one export must read as, worked out by hand from the file.</summary>
/// <param name="Path">Below shared/exports.</param>
/// <param name="Format">Id of the format that must recognise it.</param>
/// <param name="Messages">Records in the log.</param>
/// <param name="Actors">Actors in the log.</param>
/// <param name="Deliveries">Deliveries in the log.</param>
/// <param name="First">First time, ISO 8601.</param>
/// <param name="Last">Last time, ISO 8601.</param>
/// <param name="Sizes">Sizes in order of time, parted by blanks; null = not checked.</param>
/// <param name="Owner">The owner's name; null = not known.</param>
/// <param name="Basis">How times are known.</param>
/// <param name="Kinds">Kinds in order of time as first letters; null = not checked.</param>
/// <param name="Rejected">Rejected records.</param>
/// <param name="NamesFormat">The caller names the format, because another has the very same form.</param>
public sealed record Expectation(string Path, string Format, int Messages, int Actors, int Deliveries, string First, string Last, string? Sizes = null,
    string? Owner = null, TimeBasis Basis = TimeBasis.Utc, string? Kinds = null, int Rejected = 0, bool NamesFormat = false)
{
    public void Check(ReadOptions? options = null)
    {
        using var source = Source.Open(SharedData.Path("exports/" + Path), new ArchiveLimits());
        var (log, report) = MessageReader.Read([source], options ?? new ReadOptions(), NamesFormat ? MessageFormats.Find(Format) : null);
        Assert.All(report.Files, f => Assert.Equal(Format, f.Format));
        Assert.Equal((Messages, Actors, Deliveries, Basis), (log.Count, log.Actors.Count, log.DeliveryCount, log.TimeBasis));
        Assert.Equal((First, Last), (Iso(log.SentAt[0]), Iso(log.SentAt[^1])));
        if (Sizes is not null) Assert.Equal(Sizes, string.Join(' ', log.Size.ToArray()));
        if (Kinds is not null) Assert.Equal(Kinds, string.Concat(log.Kind.ToArray().Select(k => k.ToString()[0])));
        Assert.Equal(Owner, log.Owner is { } owner ? log.Actors.NameOf(owner) : null);
        Assert.Equal(Rejected, report.RejectedTotal);
    }

    public override string ToString() => Path;

    static string Iso(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-ddTHH:mm:ss.FFF", CultureInfo.InvariantCulture);
}
