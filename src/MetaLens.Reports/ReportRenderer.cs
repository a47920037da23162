using System.Collections.Immutable;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MetaLens.Reports;

/// <summary>Draws a report.</summary>
public static class ReportRenderer
{
    /// <summary>The report as one HTML file that asks for nothing from anywhere. All names are encoded.</summary>
    public static Task<string> RenderAsync(ReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Using(async draw => "<!DOCTYPE html>\n" + await draw(typeof(ReportPage), new() { [nameof(ReportPage.Model)] = model }) + "\n");
    }

    /// <summary>Every picture of the report as an SVG file of its own, light on white.</summary>
    /// <returns>Name without extension, and the file's text.</returns>
    public static Task<ImmutableArray<(string Name, string Svg)>> FiguresAsync(ReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Using(async draw =>
        {
            var figures = ImmutableArray.CreateBuilder<(string Name, string Svg)>();
            foreach (var chart in model.Pictures) figures.Add((chart.Id, await File(draw, chart)));
            return figures.ToImmutable();
        });
    }

    /// <summary>One picture as an SVG file of its own, light on white.</summary>
    public static Task<string> FigureAsync(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return Using(draw => File(draw, chart));
    }

    static async Task<string> File(Func<Type, Dictionary<string, object?>, Task<string>> draw, Chart chart)
    {
        var svg = await draw(typeof(ChartDrawing), new() { [nameof(ChartDrawing.Chart)] = chart, [nameof(ChartDrawing.Width)] = chart.PreferredWidth });
        // A file of its own has no page to take its style from; on paper it is always day.
        var inside = svg.IndexOf('>', StringComparison.Ordinal) + 1;
        var style = PageAssets.ChartStyle.Replace("@media (prefers-color-scheme: dark)", "@media not all", StringComparison.Ordinal);
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{svg[..inside]}<style>{style}</style>{svg[inside..].Trim()}\n";
    }

    internal static async Task<T> Using<T>(Func<Func<Type, Dictionary<string, object?>, Task<string>>, Task<T>> work)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(() => work(async (component, parameters) =>
            (await renderer.RenderComponentAsync(component, ParameterView.FromDictionary(parameters))).ToHtmlString()));
    }
}
