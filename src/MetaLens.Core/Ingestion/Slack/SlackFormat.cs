using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Slack;

/// <summary>A Slack workspace export: lists of users and channels, and a folder a channel with a file a day.</summary>
public sealed class SlackFormat : IMessageFormat
{
    static readonly string[] Lists = ["channels.json", "groups.json", "dms.json", "mpims.json"];

    /// <inheritdoc/>
    public FormatCard Card { get; } = new("slack", "Slack workspace export (zip or folder)",
        "An owner or admin: Slack → Settings → Workspace settings → Import/Export data → Export; or the tool slackdump for what one member sees.",
        "Senders, members of each channel at the time of export, times to the microsecond, sizes of texts and files, reactions (without a time, so only counted), joins and leaves.",
        "Private channels and direct messages in exports of free and Pro plans; who was a member when; receipts.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var roots = Roots(source);
        return [.. source.Files.Where(f => roots.Any(r => IsDay(f, r) || IsList(f, r)))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        log.TimeBasis = TimeBasis.Utc;
        var roots = Roots(source);
        // A day alone, or a list alone, has to be named as this format by the caller.
        if (roots.Count == 0) roots = [.. files.Select(f => ParentOf(f.Folder)).Distinct(StringComparer.Ordinal)];
        foreach (var root in roots)
        {
            if (roots.Count > 1) log.BeginSource();
            var workspace = new SlackWorkspace();
            foreach (var file in files.Where(f => IsList(f, root))) JsonFile.Walk(file, context, (ref JsonTokens json) => workspace.Take(file.FileName, ref json));
            var reader = new SlackReader(workspace, log, context);
            foreach (var file in files.Where(f => IsDay(f, root)))
            {
                context.Stop.ThrowIfCancellationRequested();
                reader.ReadDay(file);
            }
        }
        if (context.Options.Me.Count > 0) log.Owner = context.Options.Me[0];
    }

    // A root holds users.json and at least one list of channels; exports of several workspaces may lie side by side.
    static List<string> Roots(Source source) =>
        [.. source.Files.Where(f => f.FileName == "users.json" && Lists.Any(l => source.Find(Join(f.Folder, l)) is not null)).Select(f => f.Folder)];

    static bool IsList(SourceFile file, string root) => file.Folder == root && (file.FileName == "users.json" || Lists.Contains(file.FileName));

    static bool IsDay(SourceFile file, string root) =>
        file.Folder.Length > 0 && ParentOf(file.Folder) == root && file.FileName.EndsWith(".json", StringComparison.Ordinal)
        && (DateText.TryRead(Path.GetFileNameWithoutExtension(file.FileName), DateOrder.YearMonthDay, out _, out _));

    static string ParentOf(string folder) => folder.LastIndexOf('/') is >= 0 and var slash ? folder[..slash] : "";

    static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
