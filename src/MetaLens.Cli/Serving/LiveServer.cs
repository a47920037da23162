using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using MetaLens.Ingestion;
using MetaLens.Reports.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MetaLens.Cli.Serving;

/// <summary>
/// The live view: a web server for the browser of this machine and nobody else. Listens on 127.0.0.1, answers only below a random path (128 bits), lets no other site ask (see <see cref="Gate"/>), and sets no
/// header that would let another site read.
/// </summary>
sealed class LiveServer : IAsyncDisposable
{
    // A zip of texts grows tenfold while it is read; half of the memory would be too much.
    static readonly long MostBytes = Math.Min(4L << 30, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 3);
    static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    readonly WebApplication _app;
    readonly LiveSession _session;

    LiveServer(WebApplication app, LiveSession session, string token)
    {
        _app = app;
        _session = session;
        Address = new Uri($"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()}/{token}/");
    }

    /// <summary>Where the page is; whoever has this address may use it.</summary>
    public Uri Address { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="session">What it serves.</param>
    /// <param name="port">The port; 0 = any that is free.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LiveServer> StartAsync(LiveSession session, int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton<IHostLifetime, StoppedByCaller>();
        var app = builder.Build();
        Gate? gate = null;
        LiveServer? server = null;
        app.Run(context => server!.Answer(gate!, context));
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        await app.StartAsync();
        server = new LiveServer(app, session, token);
        gate = new Gate(token, server.Address.Port);
        return server;
    }

    /// <summary>Stops at once, whatever is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        try
        {
            await _app.StopAsync(now.Token);
        }
        catch (OperationCanceledException)
        {
            // A request that was still open is closed by disposing.
        }
        await _app.DisposeAsync();
    }

    async Task Answer(Gate gate, HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = LiveRenderer.Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (gate.Refuse(context.Request, out var path) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }
        try
        {
            await ((context.Request.Method, path) switch
            {
                ("GET", "") => Html(context, await LiveRenderer.DropPageAsync(MostBytes, _session.Language)),
                ("POST", "files") => Take(context),
                ("POST", "report") => Begin(context),
                ("GET", "progress") => Write(context, "application/json", JsonSerializer.Serialize(_session.State with { Candidates = _session.State.Candidates ?? [] }, Json)),
                ("DELETE", "report") => Forget(context),
                ("GET", "report") => Report(context),
                ("POST", "lens") => Measure(context),
                _ => Say(context, StatusCodes.Status404NotFound, "There is no such page."),
            });
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
    }

    async Task Take(HttpContext context)
    {
        var request = context.Request;
        if (request.Query["first"] == "true") _session.Forget();
        var room = MostBytes - _session.BytesHeld;
        if (request.ContentLength > room)
        {
            await TooLarge(context);
            return;
        }
        var bytes = new ByteBlocks();
        var buffer = new byte[1 << 16];
        while (await request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var read)
        {
            bytes.Append(buffer.AsSpan(0, read));
            if (bytes.Length <= room) continue;
            await TooLarge(context);
            return;
        }
        _session.Add(request.Query["name"] is [{ Length: > 0 } name] ? name : "upload", bytes);
        context.Response.StatusCode = StatusCodes.Status200OK;
    }

    static Task TooLarge(HttpContext context) => Say(context, StatusCodes.Status413PayloadTooLarge,
        $"That is more than this page holds in memory ({MostBytes >> 20} MB). Mend: 'metalens report FILE -o report.html' reads it from disk.");

    Task Begin(HttpContext context) => _session.Begin(context.Request.Query["me"].ToString())
        ? Say(context, StatusCodes.Status202Accepted, "begun")
        : Say(context, StatusCodes.Status409Conflict, "There is no file to read. Mend: choose one again.");

    Task Forget(HttpContext context)
    {
        _session.Forget();
        return Say(context, StatusCodes.Status200OK, "forgotten");
    }

    Task Report(HttpContext context)
    {
        if (_session.Report is { } report) return Html(context, report.Html);
        context.Response.Redirect("./");
        return Task.CompletedTask;
    }

    async Task Measure(HttpContext context)
    {
        var query = context.Request.Query;
        try
        {
            var answer = await _session.AnswerAsync(query["observer"].ToString(), query["protect"].ToString(), context.RequestAborted);
            await (answer is null ? NoReport(context) : Write(context, "application/json", JsonSerializer.Serialize(answer, Json)));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            await Say(context, StatusCodes.Status400BadRequest, e.Message);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            await NoReport(context);
        }
    }

    static Task NoReport(HttpContext context) => Say(context, StatusCodes.Status409Conflict, "There is no report any more. Mend: look at an export again.");

    static Task Html(HttpContext context, string html) => Write(context, "text/html", html);

    static Task Say(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return Write(context, "text/plain", text);
    }

    static Task Write(HttpContext context, string type, string text)
    {
        context.Response.ContentType = $"{type}; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    /// <summary>Ctrl-C is the command line's to hear, not the web host's.</summary>
    sealed class StoppedByCaller : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
