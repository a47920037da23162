using System.Globalization;
using System.Text;

namespace MetaLens.Lenses;

/// <summary>The page of lenses and protections, made from the catalogues (<c>docs/lenses.md</c>).</summary>
public static class LensesPage
{
    /// <summary>The page as Markdown, the same on every machine.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append("""
            # Lenses

            A lens is an observer and the protections between it and the messages. `metalens lenses` lists them, `--lens ID` looks through one, `--protect "…"` builds one.
            This page is made from the tables in `src/MetaLens.Core/Lenses`; a test compares.

            ## Protections

            Pairs `key=value` with commas between, in any order: each acts at its own station of a message's way. Durations are a number and a unit: `250ms 30s 10m 1h 7d`.


            """);
        Row(page, "written", "allowed", "what it does", "costs", "source");
        Row(page, "---", "---", "---", "---", "---");
        foreach (var card in ProtectionCatalog.All)
            Row(page, $"`{card.Example}`", card.Range.Length == 0 ? "–" : $"{card.Value}: {card.Range}", card.Help, card.Cost, card.Source);
        page.Append("""

            ## Lenses by name

            An observer is taken at its best: what it has in part, in passing or under a condition, it has. No message is seen without its time, or without either end. An observer that can only
            infer both ends sees two links; groups are seen only where membership is; a size known in part is one in the steps of the platform's padding. Signal's receipts travel as messages and are
            added. A pen register runs for the last 60 days of the log. Address, device, contact list and profile are facts of accounts, not of messages: they are shown below and change no row.


            """);
        Row(page, "id", "who", "protections");
        Row(page, "---", "---", "---");
        foreach (var lens in LensCatalog.All)
            Row(page, $"`{lens.Id}`", lens.Name, $"`{LensText.Format(lens)}`");
        page.Append("""

            ## Who sees what

            Y readable · C ciphertext only · T passes through, by policy not kept · I can be inferred · P in part or under a condition · N not available · ? not known · - no such thing.
            A small d: derived from the protocol or the data model; m: from memory, to be verified. Without a letter a source says so, named below each table.

            """);
        foreach (var platform in PlatformCatalog.All) Append(page, platform);
        return page.ToString().ReplaceLineEndings("\n");
    }

    static void Append(StringBuilder page, Platform platform)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {platform.Name}\n\n");
        var fields = Enum.GetValues<MessageField>();
        Row(page, ["observer", .. fields.Select(Words)]);
        Row(page, ["---", .. fields.Select(_ => "---")]);
        foreach (var view in platform.Views) Row(page, [view.Observer.Id, .. view.Cells.Select(cell => cell.Code)]);
        page.Append('\n');
        foreach (var view in platform.Views)
            page.Append(CultureInfo.InvariantCulture, $"- {view.Observer.Id}: kept {Grouped(view, cell => cell.Retention)}. Rests on {Grouped(view, SourceOf)}.\n");
    }

    // The commonest value first and without its fields, which are all the others.
    static string Grouped(ObserverView view, Func<VisibilityCell, string> value) =>
        string.Join("; ", view.Cells.GroupBy(value).OrderByDescending(group => group.Count())
            .Select((group, i) => i == 0 ? group.Key : $"{group.Key} ({string.Join(", ", group.Select(cell => Words(cell.Field)))})"));

    static string SourceOf(VisibilityCell cell) => cell.Date.Length == 0 ? cell.Source : $"{cell.Source}, {cell.Date}";

    static string Words(MessageField field) => field switch
    {
        MessageField.GroupMembership => "groups",
        MessageField.IpLocation => "address",
        MessageField.ContactList => "contact list",
        _ => field.ToString().ToLowerInvariant(),
    };

    static void Row(StringBuilder page, params IEnumerable<string> cells) => page.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
