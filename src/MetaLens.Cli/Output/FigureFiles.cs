using System.Diagnostics;

namespace MetaLens.Cli.Output;

/// <summary>Writes figures as files; as PNG through a browser that is installed.</summary>
static class FigureFiles
{
    static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "brave-browser"];

    public static void Write(string folder, IReadOnlyList<(string Name, string Svg)> figures, bool png, CancellationToken stop)
    {
        var browser = png ? FindBrowser() : null;
        Directory.CreateDirectory(folder);
        foreach (var (name, svg) in figures)
        {
            stop.ThrowIfCancellationRequested();
            var file = Path.Combine(folder, name + ".svg");
            OutputFile.WriteText(file, svg);
            if (browser is not null) Photograph(browser, Path.GetFullPath(file), Path.Combine(Path.GetFullPath(folder), name + ".png"), svg);
        }
    }

    static string FindBrowser() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(folder => Browsers.Select(b => Path.Combine(folder, b))).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"--png: found no browser; expected one of {string.Join(", ", Browsers)} on the PATH. Mend: install Chromium, or use the SVG files.");

    static void Photograph(string browser, string svg, string png, string text)
    {
        var profile = Directory.CreateTempSubdirectory("metalens-browser-");
        try
        {
            var (width, height) = SizeOf(text);
            var start = new ProcessStartInfo(browser)
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                ArgumentList =
                {
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--hide-scrollbars", "--force-device-scale-factor=2", $"--user-data-dir={profile.FullName}", $"--window-size={width},{height}", $"--screenshot={png}", new Uri(svg).AbsoluteUri,
                },
            };
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardOutput.ReadToEnd();
            if (!process.WaitForExit(TimeSpan.FromSeconds(60)) || process.ExitCode != 0 || !File.Exists(png))
                throw new IOException($"{png}: the browser {browser} drew no picture. Mend: use the SVG file beside it.");
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    static (int Width, int Height) SizeOf(string svg)
    {
        var match = System.Text.RegularExpressions.Regex.Match(svg, "viewBox=\"[\\d.]+ [\\d.]+ ([\\d.]+) ([\\d.]+)\"", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
        return match.Success
            ? ((int)Math.Ceiling(double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)), (int)Math.Ceiling(double.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)))
            : (1100, 700);
    }
}
