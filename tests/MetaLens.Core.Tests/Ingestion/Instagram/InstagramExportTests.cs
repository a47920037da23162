using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Instagram;

/// <summary>The sample of shared/exports/instagram; times as in its target.json.</summary>
public class InstagramExportTests
{
    [Fact]
    public void The_sample_reads_as_its_target_says() =>
        new Expectation("instagram/joweich_chat-miner__test_instagram_test_export.json", "instagram", 2, 2, 2, "2019-12-24T11:23:00", "2020-01-17T20:49:00", "11 11", Kinds: "TT").Check();
}
