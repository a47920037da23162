using System.Text.Json;
using MetaLens.Ingestion.Json;

namespace MetaLens.Ingestion.Discord;

/// <summary>A channel of a data package.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Recipients">The two accounts of a direct message, the owner among them; else empty.</param>
/// <param name="Name">Its name, if it has one.</param>
sealed record DiscordChannel(string Id, IReadOnlyList<string> Recipients, string Name)
{
    /// <summary>Reads channel.json; without it, the folder names the channel.</summary>
    public static DiscordChannel Of(SourceFile? description, SourceFile messages, ReadContext context)
    {
        var (id, name, recipients) = (messages.Folder[(messages.Folder.LastIndexOf('/') + 1)..].TrimStart('c'), "", new List<string>());
        if (description is not null)
            JsonFile.Walk(description, context, (ref JsonTokens json) =>
            {
                if (!json.Read() || json.Type != JsonTokenType.StartObject) return;
                while (json.NextMember())
                {
                    if (json.Is("name"u8)) name = json.ReadName();
                    else if (json.Is("recipients"u8) && json.EnterArray())
                    {
                        while (json.NextMember())
                            if (json.Type == JsonTokenType.String) recipients.Add(JsonText.ToName(json.Utf8()));
                            else json.Skip();
                    }
                    else if (json.Type == JsonTokenType.PropertyName) json.Skip();
                }
            });
        return new DiscordChannel(id, recipients, name);
    }

    /// <summary>
    /// Whose package it is: the account in account/user.json; else the one account that is in every direct message, where they are more than one; else as the caller
    /// says. The id may stay empty: then the other end of a direct message is not known.
    /// </summary>
    public static (string Id, string Name) OwnerOf(Source source, IEnumerable<DiscordChannel> channels, ReadContext context)
    {
        var (id, name) = ("", "");
        if (source.Files.FirstOrDefault(f => f.FileName == "user.json" && f.Folder.EndsWith("ccount", StringComparison.Ordinal)) is { } account)
        {
            id = JsonFile.PeekText(account, "id"u8) ?? "";
            name = JsonFile.PeekText(account, "username"u8) ?? "";
        }
        var direct = channels.Where(c => c.Recipients.Count == 2).Select(c => c.Recipients).ToList();
        var candidates = direct.SelectMany(r => r).Distinct(StringComparer.Ordinal).ToList();
        if (id.Length == 0) id = context.Options.Me.FirstOrDefault(candidates.Contains, "");
        if (id.Length == 0 && direct.Count > 1 && direct.Aggregate(candidates.AsEnumerable(), (all, r) => all.Intersect(r)).ToList() is [var always]) id = always;
        if (id.Length == 0 && direct.Count > 0 && context.Options.Me.Count == 0) throw new OwnerUnknownException(source.Name, candidates);
        return (id, context.Options.Me.Count > 0 ? context.Options.Me[0] : name.Length > 0 ? name : id.Length > 0 ? id : "Me");
    }
}
