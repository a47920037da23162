using System.Globalization;
using MetaLens.Reports.Languages;
using Microsoft.AspNetCore.Components;

namespace MetaLens.Reports.Charts;

/// <summary>Draws one sort of chart as SVG.</summary>
public abstract class ChartView<TChart> : ComponentBase
    where TChart : Chart
{
    /// <summary>Below this width labels go above what they name and events become numbers.</summary>
    protected const int NarrowBelow = 500;

    /// <summary>What to draw.</summary>
    [Parameter, EditorRequired]
    public TChart Chart { get; set; } = null!;

    /// <summary>Width in CSS pixels; the height follows.</summary>
    [Parameter, EditorRequired]
    public int Width { get; set; }

    /// <summary>Whether it is drawn for a telephone.</summary>
    protected bool Narrow => Width < NarrowBelow;

    /// <summary>Its numbers and dates.</summary>
    protected Figures Figures => Chart.Language.Figures;

    /// <summary>A coordinate: at most two decimals, never with a comma.</summary>
    protected static string N(double x) => Math.Round(x, 2).ToString(CultureInfo.InvariantCulture);
}
