using System.Text.Json;
using MetaLens.Ingestion.Json;

namespace MetaLens.Ingestion.Instagram;

/// <summary>Files of a download that tell of the account and not of messages: their entries are counted and nothing of them is kept.</summary>
static class AccountFile
{
    static readonly (string Name, string What)[] Known =
    [
        ("login_activity.json", AccountRecords.LogIns), ("logout_activity.json", AccountRecords.LogOuts), ("synced_contacts.json", AccountRecords.Contacts),
    ];

    public static bool IsOne(SourceFile file) => Known.Any(k => k.Name == file.FileName) && JsonFile.FirstByte(file) is (byte)'{' or (byte)'[';

    /// <summary>Counts the entries: the objects of the lists at the root.</summary>
    public static void Count(SourceFile file, ReadContext context)
    {
        var entries = 0;
        JsonFile.Walk(file, context, (ref JsonTokens json) =>
        {
            if (!json.Read()) return;
            if (json.Type == JsonTokenType.StartArray) entries += Entries(ref json);
            else if (json.Type == JsonTokenType.StartObject)
                while (json.NextMember())
                    if (json.EnterArray()) entries += Entries(ref json);
        });
        context.Report.Account(Known.First(k => k.Name == file.FileName).What, entries);
    }

    static int Entries(ref JsonTokens json)
    {
        var entries = 0;
        while (json.NextMember())
        {
            if (json.Type == JsonTokenType.StartObject) entries++;
            json.Skip();
        }
        return entries;
    }
}
