using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace MetaLens.Testing.Browsing;

/// <summary>A page in a tab.</summary>
public sealed record OpenPage(IPage Page) : IAsyncDisposable
{
    public List<string> Complaints { get; } = [];
    public List<string> Requests { get; } = [];

    /// <summary>What axe-core finds against WCAG 2.2 AA and good practice.</summary>
    public async Task<IEnumerable<string>> AxeViolations()
    {
        var result = await Page.RunAxe(new Deque.AxeCore.Commons.AxeRunOptions
        {
            RunOnly = new Deque.AxeCore.Commons.RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        return result.Violations.Select(v => $"{v.Id}: {v.Help}: {v.Nodes[0].Html[..Math.Min(160, v.Nodes[0].Html.Length)]}");
    }

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
