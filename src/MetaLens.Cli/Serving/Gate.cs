using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MetaLens.Cli.Serving;

/// <summary>
/// Who may ask: a page of this very program, opened by who knows its address. Other sites that the same browser has open can send requests to a local port (cross-site request forgery), and a name can be made to
/// point here (DNS rebinding); both are refused by what the browser itself says of a request.
/// </summary>
/// <param name="token">The secret part of the address.</param>
/// <param name="port">The port listened on.</param>
sealed class Gate(string token, int port)
{
    readonly byte[] _token = Encoding.ASCII.GetBytes(token);
    readonly string[] _hosts = [$"127.0.0.1:{port}", $"localhost:{port}"];

    /// <summary>The status to refuse a request with; null = let in.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">What follows the token, without a slash before it.</param>
    public int? Refuse(HttpRequest request, out string path)
    {
        path = "";
        var headers = request.Headers;
        if (!_hosts.Contains(headers.Host.ToString(), StringComparer.OrdinalIgnoreCase)) return StatusCodes.Status403Forbidden;
        if (headers.Origin.Count > 0 && !_hosts.Any(h => headers.Origin == $"http://{h}")) return StatusCodes.Status403Forbidden;
        // "none" is an address typed or opened by the user, which only ever reads.
        if (headers["Sec-Fetch-Site"] is { Count: > 0 } site && site != "same-origin" && !(site == "none" && HttpMethods.IsGet(request.Method))) return StatusCodes.Status403Forbidden;
        var parts = (request.Path.Value ?? "").Split('/', 3);
        if (parts.Length < 3 || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(parts[1]), _token)) return StatusCodes.Status404NotFound;
        path = parts[2];
        return null;
    }
}
