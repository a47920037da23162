using Microsoft.Playwright;

namespace MetaLens.Reports.Tests;

/// <summary>A report in a tab.</summary>
public sealed record OpenReport(IPage Page) : IAsyncDisposable
{
    public List<string> Complaints { get; } = [];
    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
