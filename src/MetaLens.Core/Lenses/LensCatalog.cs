using System.Collections.Immutable;
using MetaLens.Lenses.Protections;
using NodaTime;

namespace MetaLens.Lenses;

/// <summary>
/// The lenses that have a name: the full log, each observer of each platform (<c>PLATFORM-MODE.OBSERVER</c>, the operator where no observer is named), every protection on that costs no delay, Signal as the records have it,
/// and nothing at all.
/// </summary>
public static class LensCatalog
{
    /// <summary>All lenses, in a stable order: none, the platforms in the order of <see cref="PlatformCatalog"/>, everything-on, signal-as-it-was, nothing.</summary>
    public static ImmutableArray<Lens> All { get; } =
    [
        Lens.None,
        .. from platform in PlatformCatalog.All from view in platform.Views select Of(platform, view),
        new Lens("everything-on", "Sealed sender for all, no receipts, padded sizes, groups unknown to the server and times kept to the day, seen by the operator, while messages pass", new Observer("operator", "the operator, while messages pass"),
            [new FanOutGroups(), new ReceiptsOff(), new PadPadme(), new RoundTime(Duration.FromDays(1)), new EncryptContent(), new HideSender()])
        { ShortName = "Everything on, and times to the day" },
        new Lens("signal-as-it-was", "Signal, seen by the operator while messages pass; the sender hidden where the record says it was sealed", new Observer("operator", "the operator, while messages pass"),
            [new FanOutGroups(), new ReceiptsOn(), new PadSignal(), new EncryptContent(), new HideSender(OnlyWhereSealed: true)]) { ShortName = "Signal, as it was" },
        new Lens("nothing", "Nothing at all", new Observer("nobody", "nobody"), [new HideEverything()]) { ShortName = "Nothing, at all" },
    ];

    /// <summary>The lens of this id. <c>.operator</c> may be written out; <c>.stored</c> is short for <c>.breach-of-stored-data</c>.</summary>
    /// <param name="id">As in <see cref="Lens.Id"/>.</param>
    /// <exception cref="ArgumentException">There is no such lens; the message names the nearest ids.</exception>
    public static Lens Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var name = id.EndsWith(".stored", StringComparison.Ordinal) ? id[..^"stored".Length] + "breach-of-stored-data"
            : id.EndsWith(".operator", StringComparison.Ordinal) ? id[..^".operator".Length]
            : id;
        return All.FirstOrDefault(lens => lens.Id == name)
            ?? throw new ArgumentException($"'{id}' is no lens. Nearest: {string.Join(", ", NearestNames.To(id, All.Select(lens => lens.Id)))}. Mend: metalens lenses shows all.", nameof(id));
    }

    /// <summary>The cells that a lens stands for: what its observer has of which field, for how long, and who says so. Null for a lens of no platform.</summary>
    /// <param name="lens">A lens of this catalogue.</param>
    public static ObserverView? ViewOf(Lens lens)
    {
        ArgumentNullException.ThrowIfNull(lens);
        return PlatformCatalog.All.SelectMany(platform => platform.Views, (platform, view) => IdOf(platform, view) == lens.Id ? view : null).FirstOrDefault(view => view is not null);
    }

    // Where a platform has no view of its operator (a backup), the id without an observer is its only view.
    static string IdOf(Platform platform, ObserverView view) => view == platform.Views[0] ? platform.Id : $"{platform.Id}.{view.Observer.Id}";

    static Lens Of(Platform platform, ObserverView view) =>
        new(IdOf(platform, view), $"{platform.Name}, seen by {view.Observer.Name}", view.Observer, LensDerivation.Protections(view)) { ShortName = platform.ShortName };
}
