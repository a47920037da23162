using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace MetaLens.Cli.Tests.Serving;

/// <summary>The built program, serving.</summary>
sealed class Served : IAsyncDisposable
{
    readonly Process _process;

    Served(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(5) };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public static async Task<Served> Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(BuiltProgram.Path, ["serve", "--no-open", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        return new Served(process, new Uri(address));
    }

    public long PeakBytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public async Task<HttpResponseMessage> Upload(string name, HttpContent content, bool first = true) =>
        await Client.PostAsync($"files?first={(first ? "true" : "false")}&name={Uri.EscapeDataString(name)}", content);

    /// <summary>Waits until it is done or has failed.</summary>
    public async Task<JsonElement> Finished()
    {
        while (true)
        {
            var now = await Client.GetFromJsonAsync<JsonElement>("progress");
            if (now.GetProperty("phase").GetString() is "done" or "failed" or "waiting") return now;
            await Task.Delay(50);
        }
    }

    /// <summary>Presses Ctrl-C and gives how long the end took, and the exit code.</summary>
    public async Task<(TimeSpan Took, int ExitCode)> Interrupt()
    {
        var clock = Stopwatch.StartNew();
        using (var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return (clock.Elapsed, _process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }
}
