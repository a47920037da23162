using System.Security.Cryptography;
using System.Text;

namespace MetaLens.Reports;

/// <summary>The style sheet and the script that are written into the page, and the hashes by which its policy lets in these two and nothing else.</summary>
static class PageAssets
{
    /// <summary>The style of pictures alone, as a saved picture carries it.</summary>
    public static string ChartStyle { get; } = Read("charts.css");

    /// <summary>The page's one style sheet. What is before the comment belongs to pictures.</summary>
    public static string Style { get; } = $"{ChartStyle}/* end of pictures */\n{Read("report.css")}";

    /// <summary>The page's one script.</summary>
    public static string Script { get; } = Read("report.js");

    /// <summary>No request to anywhere; only this style and this script.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>The script of the page that takes an export.</summary>
    public static string DropScript { get; } = Read("drop.js");

    /// <summary>The script of the dials of a live report.</summary>
    public static string DialsScript { get; } = Read("dials.js");

    /// <summary>The same for pages that come from the program itself: they may talk to it, and nobody may put them into a frame.</summary>
    public static string LivePolicy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}' '{Hash(DropScript)}' '{Hash(DialsScript)}'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    static string Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The resource {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
