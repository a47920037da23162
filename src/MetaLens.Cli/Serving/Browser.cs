using System.ComponentModel;
using System.Diagnostics;

namespace MetaLens.Cli.Serving;

/// <summary>The browser that its user is used to.</summary>
static class Browser
{
    /// <summary>Opens an address in it.</summary>
    /// <returns>False when this machine has none, or none to show.</returns>
    public static bool Open(Uri address)
    {
        var (program, arguments) = OperatingSystem.IsWindows() ? ("explorer.exe", new[] { address.AbsoluteUri }) : OperatingSystem.IsMacOS() ? ("open", [address.AbsoluteUri]) : ("xdg-open", [address.AbsoluteUri]);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });
            return process is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
