using System.Collections.Immutable;
using CsvHelper;

namespace MetaLens.Lenses;

/// <summary>Who sees what on which platform, for how long, and who says so: <c>platforms.csv</c>, read once.</summary>
public static class PlatformCatalog
{
    static readonly Dictionary<string, (string Name, string Short)> PlatformNames = new()
    {
        ["instagram-standard"] = ("Instagram direct messages (all of them after 8 May 2026)", "Instagram, since 8 May 2026"),
        ["instagram-e2ee-optin"] = ("Instagram, end-to-end encrypted chats (opt-in, 2023 to 8 May 2026)", "Instagram, encrypted, before"),
        ["messenger-e2ee"] = ("Messenger, end-to-end encrypted (default since December 2023)", "Messenger, encrypted"),
        ["whatsapp"] = ("WhatsApp", "WhatsApp"),
        ["signal-sealed"] = ("Signal, sealed sender", "Signal, sealed sender"),
        ["signal-unsealed"] = ("Signal, without sealed sender (first contact)", "Signal, sender not sealed"),
        ["telegram-cloud"] = ("Telegram cloud chats", "Telegram, cloud chats"),
        ["telegram-secret"] = ("Telegram secret chats", "Telegram, secret chats"),
        ["imessage"] = ("iMessage", "iMessage"),
        ["sms"] = ("SMS and MMS", "SMS and MMS"),
        ["email-tls"] = ("E-mail (TLS between servers)", "E-mail, plain"),
        ["email-pgp"] = ("E-mail with PGP", "E-mail, PGP"),
        ["slack-discord"] = ("Slack and Discord", "Slack and Discord"),
        ["imessage+icloud-standard"] = ("iMessage with standard iCloud backup", "iMessage, standard iCloud backup"),
        ["imessage+adp"] = ("iMessage with Advanced Data Protection", "iMessage, protected backup"),
        ["whatsapp+cloud-unencrypted-backup"] = ("WhatsApp with an unencrypted cloud backup", "WhatsApp, backup in the clear"),
        ["whatsapp+e2ee-backup"] = ("WhatsApp with an end-to-end encrypted backup", "WhatsApp, encrypted backup"),
        ["signal+secure-backup"] = ("Signal with a secure backup", "Signal, secure backup"),
        ["messenger+secure-storage"] = ("Messenger with secure storage", "Messenger, secure storage"),
    };

    static readonly Dictionary<string, Observer> Observers = new()
    {
        ["operator"] = new("operator", "the operator, while messages pass"),
        ["network/ISP"] = new("network", "a network that carries the traffic of everybody"),
        ["subpoena"] = new("subpoena", "a subpoena (United States)"),
        ["2703d-order"] = new("2703d-order", "an order under 18 U.S.C. § 2703(d)"),
        ["pen-register"] = new("pen-register", "a pen register of 60 days"),
        ["search-warrant"] = new("search-warrant", "a search warrant"),
        ["recipient"] = new("recipient", "the recipients, all of them together"),
        ["stranger-with-number"] = new("stranger-with-number", "a stranger who knows the number"),
        ["push-provider"] = new("push-provider", "the provider of notifications (Apple, Google)"),
        ["backup-provider"] = new("backup-provider", "whoever stores the backup"),
        ["breach-of-stored-data"] = new("breach-of-stored-data", "whoever copies what the operator stores"),
    };

    /// <summary>The platforms, in the order of the table.</summary>
    public static ImmutableArray<Platform> All { get; } = Read(Table());

    static ImmutableArray<Platform> Read(string table)
    {
        using var reader = CsvReader.FromText(table, CsvReaderOptions.Default);
        var views = new List<(string Platform, string Observer, List<VisibilityCell> Cells)>();
        while (reader.Read())
        {
            var (platform, observer) = (reader.GetString("platform_mode"), reader.GetString("observer"));
            if (views.Count == 0 || views[^1].Platform != platform || views[^1].Observer != observer) views.Add((platform, observer, []));
            views[^1].Cells.Add(new VisibilityCell(
                Enum.Parse<MessageField>(reader.GetString("field").Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
                (FieldVisibility)"YCTIPN?-".IndexOf(reader.GetString("visibility"), StringComparison.Ordinal),
                reader.GetString("retention"), (Confidence)"SDM".IndexOf(reader.GetString("confidence"), StringComparison.Ordinal),
                reader.GetString("source"), reader.GetString("date")));
        }
        return [.. views.GroupBy(v => v.Platform).Select(group => new Platform(group.Key, PlatformNames[group.Key].Name, PlatformNames[group.Key].Short,
            [.. group.Select(v => new ObserverView(v.Platform, Observers[v.Observer], [.. v.Cells]))]))];
    }

    static string Table()
    {
        using var stream = typeof(PlatformCatalog).Assembly.GetManifestResourceStream("MetaLens.Lenses.platforms.csv")
            ?? throw new InvalidOperationException("The platform table is missing from the library.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
