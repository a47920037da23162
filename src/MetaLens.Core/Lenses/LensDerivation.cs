using System.Collections.Immutable;
using MetaLens.Lenses.Protections;
using NodaTime;
using static MetaLens.Lenses.MessageField;

namespace MetaLens.Lenses;

/// <summary>
/// From the cells of a view to the protections between it and the messages. The observer is taken at its best: what it has in part or in passing, it has. Rules, in this order:
/// no message is seen without its time, or without either end; who only infers both ends sees two links; groups are seen only where membership is; what is not readable is encrypted.
/// Cells of accounts (address, device, contact list, profile) do not touch messages.
/// </summary>
static class LensDerivation
{
    static readonly Duration NetworkLatency = Duration.FromMilliseconds(100);
    static readonly Duration PenRegister = Duration.FromDays(60);

    public static ImmutableArray<Protection> Protections(ObserverView view)
    {
        var ends = (Sender: view[Sender].Visibility, Receivers: view[Receivers].Visibility);
        var twoLinks = ends is (FieldVisibility.Inferable, FieldVisibility.Inferable);
        if (!Has(view[Timestamp]) || (!twoLinks && !Has(view[Sender]) && !Has(view[Receivers]))) return [new HideEverything()];
        var protections = ImmutableArray.CreateBuilder<Protection>();
        if (!Has(view[GroupMembership]) && !twoLinks) protections.Add(new FanOutGroups());
        if (view.Platform.StartsWith("signal", StringComparison.Ordinal) && view[Receipts].Visibility == FieldVisibility.Inferable) protections.Add(new ReceiptsOn());
        if (view[Receipts].Visibility is FieldVisibility.NotAvailable) protections.Add(new ReceiptsOff());
        if (view[Size].Visibility == FieldVisibility.Partial && SizeSteps(view.Platform) is { } steps) protections.Add(steps);
        if (twoLinks) protections.Add(new SplitLinks(NetworkLatency));
        if (view.Observer.Id == "pen-register") protections.Add(new RetainRecent(PenRegister));
        if (!Has(view[Content])) protections.Add(new EncryptContent());
        if (!twoLinks && !Has(view[Sender])) protections.Add(new HideSender());
        if (!twoLinks && !Has(view[Receivers])) protections.Add(new HideRecipients());
        if (!SeesSize(view)) protections.Add(new HideSize());
        return protections.ToImmutable();
    }

    static bool Has(VisibilityCell cell) => cell.Visibility is FieldVisibility.Readable or FieldVisibility.Transient or FieldVisibility.Partial;

    // A size known in part is one in the steps of the platform's padding. Where there are none it was not given at all, unless everything else is under the same condition.
    static bool SeesSize(ObserverView view) => view[Size].Visibility == FieldVisibility.Partial
        ? SizeSteps(view.Platform) is not null || view[Timestamp].Visibility == FieldVisibility.Partial
        : Has(view[Size]);

    static Padding? SizeSteps(string platform) => platform switch
    {
        "signal-sealed" or "signal-unsealed" => new PadSignal(),
        "telegram-secret" => new PadSize(16),
        _ => null,
    };
}
