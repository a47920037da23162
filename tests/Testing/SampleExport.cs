using System.Globalization;
using System.Text;

namespace MetaLens.Testing;

/// <summary>An export of any number of messages, in the form that its service writes.</summary>
/// <param name="Format">Id of the format that must recognise it.</param>
/// <param name="PathOf">Path of a file by its number, 0-based; one path for exports of one file.</param>
/// <param name="Head">What a file begins with.</param>
/// <param name="Message">A message by its number, 0-based; the first of a file has no separator before it.</param>
/// <param name="Between">What parts two messages.</param>
/// <param name="Tail">What a file ends with.</param>
/// <param name="MessagesPerFile">Messages in a file.</param>
/// <param name="Beside">Files that are there whatever the number of messages.</param>
sealed record SampleExport(string Format, Func<int, string> PathOf, string Head, Func<int, string> Message, string Between = "", string Tail = "", int MessagesPerFile = int.MaxValue,
    params (string Path, string Text)[] Beside)
{
    const long Begin = 1_700_000_000;
    const int SecondsApart = 61;

    // What people write: short and long, with characters of one to four bytes, quotes and line breaks.
    static readonly string[] Texts =
    [
        "ok", "On my way, ten minutes", "Could you bring the blue folder from the kitchen table? I left it there yesterday.", "😂😂", "Schöne Grüße aus Köln, bis später!", "https://example.org/a/b?c=d&e=f",
        "Das Treffen ist um halb neun, wir sind zu sechst; falls jemand später kommt, bitte kurz Bescheid geben, damit wir nicht umsonst warten wie letztes Mal.", "yes", "she said \"no\" and left", "Спасибо, увидимся завтра 👍",
        "haha", "I have been thinking about it and I would rather not go. It is far, it is late, and the weather has been dreadful all week. Next time, promise!",
    ];

    static readonly string[] People = ["Ann", "Bob Miller", "Chloé", "Дмитрий", "+49 151 2345678"];

    /// <summary>Every format whose files are text, once.</summary>
    public static IReadOnlyList<SampleExport> All { get; } =
    [
        new("signal", _ => "main.jsonl",
            """
            {"version":"1","backupTimeMs":"1700000000000"}
            {"recipient":{"id":"64","self":{"avatarColor":"A200"}}}
            {"recipient":{"id":"1","contact":{"aci":"AAAAAAAAAAAAAAAAAAAAAQ","e164":"491512345678","profileGivenName":"Bob"}}}
            {"chat":{"id":"1","recipientId":"1"}}

            """,
            i => i % 2 == 0
                ? $$$$$"""{"chatItem":{"chatId":"1","authorId":"1","dateSent":"{{{{{Milliseconds(i)}}}}}","incoming":{"dateReceived":"{{{{{Milliseconds(i)}}}}}","dateServerSent":"{{{{{Milliseconds(i)}}}}}","read":true,"sealedSender":true},"standardMessage":{"text":{"body":"{{{{{Json(i)}}}}}"}}}}"""
                : $$$$$"""{"chatItem":{"chatId":"1","authorId":"64","dateSent":"{{{{{Milliseconds(i)}}}}}","outgoing":{"sendStatus":[{"recipientId":"1","timestamp":"{{{{{Milliseconds(i)}}}}}","sent":{"sealedSender":true}}],"dateReceived":"{{{{{Milliseconds(i)}}}}}"},"standardMessage":{"text":{"body":"{{{{{Json(i)}}}}}"}}}}""",
            "\n", "\n"),
        new("signal-export", _ => "Bob/data.json", "",
            i => $$"""{"date": "{{Local(i, "yyyy-MM-dd HH:mm:ss")}}", "sender": "{{(i % 2 == 0 ? "Me" : "Bob")}}", "body": "{{Json(i)}}", "quote": "", "sticker": "", "reactions": [], "attachments": []}""", "\n", "\n"),
        new("instagram", n => $"your_instagram_activity/messages/inbox/bob_17842/message_{n + 1}.json", """{"participants":[{"name":"Ann"},{"name":"Bob Miller"}],"messages":[""",
            i => $$"""{"sender_name":"{{(i % 3 == 0 ? "Ann" : "Bob Miller")}}","timestamp_ms":{{Milliseconds(i)}},"content":"{{Mojibake(i)}}","is_geoblocked_for_viewer":false,"is_unsent_image_by_messenger_kid_parent":false}""",
            ",", """],"title":"Bob Miller","is_still_participant":true,"thread_path":"inbox/bob_17842","magic_words":[]}"""),
        new("messenger", n => $"your_facebook_activity/messages/inbox/bob_17842/message_{n + 1}.json", """{"participants":[{"name":"Ann"},{"name":"Bob Miller"}],"messages":[""",
            i => $$"""{"sender_name":"{{(i % 3 == 0 ? "Ann" : "Bob Miller")}}","timestamp_ms":{{Milliseconds(i)}},"content":"{{Mojibake(i)}}","is_geoblocked_for_viewer":false}""",
            ",", """],"title":"Bob Miller","is_still_participant":true,"thread_path":"inbox/bob_17842","magic_words":[]}"""),
        new("telegram", _ => "result.json", """{"name":"Team","type":"private_supergroup","id":99,"messages":[""",
            i => $$"""{"id":{{i + 1}},"type":"message","date":"{{Local(i, "yyyy-MM-ddTHH:mm:ss")}}","date_unixtime":"{{Begin + (SecondsApart * (long)i)}}","from":"{{People[i % 4]}}","from_id":"user{{1 + (i % 4)}}","text":"{{Json(i)}}","text_entities":[{"type":"plain","text":"{{Json(i)}}"}]}""", ",", "]}"),
        new("whatsapp", _ => "WhatsApp Chat with Team.txt", "", i => $"{Local(i, "dd.MM.yy, HH:mm")} - {People[i % People.Length]}: {Text(i)}\n"),
        new("slack", n => $"general/{new DateTime(2020, 1, 1).AddDays(n):yyyy-MM-dd}.json", "[",
            i => $$"""{"client_msg_id":"5a2f0c1e-{{i}}","type":"message","user":"U{{1 + (i % 3)}}","text":"{{Json(i)}}","ts":"{{Begin + (SecondsApart * (long)i)}}.000200","team":"T1"}""", ",", "]", 5000,
            ("users.json", """[{"id":"U1","name":"ann"},{"id":"U2","name":"bob"},{"id":"U3","name":"cy"}]"""), ("channels.json", """[{"id":"C1","name":"general","members":["U1","U2","U3"]}]""")),
        new("discord-package", _ => "Messages/c42/messages.json", "[", i => $$"""{"ID": {{1000 + i}}, "Timestamp": "{{Local(i, "yyyy-MM-dd HH:mm:ss")}}", "Contents": "{{Json(i)}}", "Attachments": ""}""", ",\n", "]", int.MaxValue,
            ("Messages/c42/channel.json", """{"id":"42","type":"DM","recipients":["1","2"]}"""), ("Account/user.json", """{"id":"1","username":"ann"}""")),
        new("discord", _ => "team.json", """{"guild":{"id":"0","name":"Direct Messages"},"channel":{"id":"42","type":"DirectTextChat","name":"Bob"},"dateRange":{"after":null,"before":null},"messages":[""",
            i => $$"""{"id":"{{1000 + i}}","type":"Default","timestamp":"{{Local(i, "yyyy-MM-ddTHH:mm:ss.fff")}}+00:00","timestampEdited":null,"callEndedTimestamp":null,"isPinned":false,"content":"{{Json(i)}}","author":{"id":"{{11 + (i % 3)}}","name":"user{{i % 3}}","discriminator":"0000","nickname":"Nick {{i % 3}}","color":null,"isBot":false,"avatarUrl":"https://cdn.discordapp.com/embed/avatars/0.png"},"attachments":[],"embeds":[],"stickers":[],"reactions":[],"mentions":[]}""",
            ",\n", "]}"),
        new("matrix", _ => "export.json", """{"room_name":"Team","room_creator":"Ann","topic":"","export_date":"today","exported_by":"Ann","messages":[""",
            i => $$"""{"type":"m.room.message","sender":"@user{{i % 3}}:example.org","content":{"msgtype":"m.text","body":"{{Json(i)}}"},"origin_server_ts":{{Milliseconds(i)}},"unsigned":{"age":5},"event_id":"$e{{i}}:example.org","room_id":"!r:example.org"}""", ",\n", "]}"),
        new("xmpp", _ => "archive.xml", "<archive>",
            i => $"""
                <message xmlns="jabber:client" to="ann@example.net/1"><result xmlns="urn:xmpp:mam:2" id="{i}"><forwarded xmlns="urn:xmpp:forward:0"><message xmlns="jabber:client" to="{(i % 2 == 0 ? "bob" : "ann")}@example.net" from="{(i % 2 == 0 ? "ann" : "bob")}@example.net/6096" type="chat"><body>{Xml(i)}</body></message><delay xmlns="urn:xmpp:delay" stamp="{Local(i, "yyyy-MM-ddTHH:mm:ss")}Z"/></forwarded></result></message>

                """, "", "</archive>"),
        new("sms-backup", _ => "sms-20240101.xml", "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses>\n",
            i => $"""<sms protocol="0" address="+4915{1000000 + (i % 40)}" date="{Milliseconds(i)}" type="{1 + (i % 2)}" subject="null" body="{Xml(i)}" toa="null" sc_toa="null" service_center="null" read="1" status="-1" locked="0" date_sent="0" sub_id="1" readable_date="14 Nov 2023 22:13:20" contact_name="(Unknown)" />""",
            "\n", "\n</smses>\n"),
        new("google-voice", n => $"Takeout/Voice/Calls/Bob - Text - {n:00000}.html", "<html><head><title>Bob</title></head><body><div class=\"hChatLog hfeed\">",
            i => $"""<div class="message"><abbr class="dt" title="{Local(i, "yyyy-MM-ddTHH:mm:ss.fff")}-05:00">Nov 14</abbr>: <cite class="sender vcard"><a class="tel" href="tel:+1206555000{i % 2}">{(i % 2 == 0 ? "<abbr class=\"fn\" title=\"\">Me</abbr>" : "<span class=\"fn\">Bob</span>")}</a></cite>: <q>{Xml(i)}</q></div> """, "", "</div></body></html>", 2000,
            ("Takeout/Voice/Phones.vcf", "BEGIN:VCARD\nVERSION:3.0\nitem1.TEL:+12065550000\nEND:VCARD\n")),
        new("mail", _ => "All mail.mbox", "",
            i => $"From 18443477922671{i}@xxx Mon Jan 02 15:04:05 +0000 2006\nX-GM-THRID: 1844{i / 5}\nX-Gmail-Labels: Inbox,Opened\nDelivered-To: ann@example.org\nReceived: by 2002:a05:6a20 with SMTP id a1; {Local(i, "ddd, dd MMM yyyy HH:mm:ss")} -0800 (PST)\nFrom: \"Bob {i % 50}\" <bob{i % 50}@example.org>\nTo: Ann <ann@example.org>, \"Miller, Cy\" <cy@example.org>\nDate: {Local(i, "ddd, dd MMM yyyy HH:mm:ss")} +0100\nMessage-ID: <{i}@example.org>\nSubject: {Text(i).Split('\n')[0]}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=\"utf-8\"\n\n{Text(i)}\n{Text(i + 1)}\n{Text(i + 2)}\n{Text(i + 6)}\n{Text(i + 11)}\n\n"),
        new("netflow", _ => "flows.csv", "ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt\n",
            i => $"{Local(i, "yyyy-MM-dd HH:mm:ss")},{Local(i, "yyyy-MM-dd HH:mm:ss")},5.0,10.0.{i % 7}.{i % 200},10.1.{i % 3}.{i % 90},{1024 + (i % 5000)},443,TCP,.AP.SF,0,0,{1 + (i % 90)},{40 + (i % 90_000)}\n"),
        new("cdr", _ => "ego.csv", "interaction,direction,correspondent_id,datetime,call_duration,antenna_id\n",
            i => $"{(i % 3 == 0 ? "text" : "call")},{(i % 2 == 0 ? "in" : "out")},A_{i % 500},{Local(i, "yyyy-MM-dd HH:mm:ss")},{(i % 3 == 0 ? "" : i % 600)},{i % 9000}\n"),
        new("csv", _ => "log.csv", "sender,recipient,sent_at,size\n", i => $"a{i % 500},b{i % 501},{Local(i, "yyyy-MM-ddTHH:mm:ss")}Z,{i % 900}\n"),
    ];

    /// <summary>The sample of a format.</summary>
    public static SampleExport Of(string format) => All.Single(s => s.Format == format);

    /// <summary>The files of an export of so many messages, one after another.</summary>
    public IEnumerable<(string Path, byte[] Bytes)> Files(int messages)
    {
        foreach (var (path, text) in Beside) yield return (path, Encoding.UTF8.GetBytes(text));
        for (var (first, file) = (0, 0); first < messages; first += Math.Min(MessagesPerFile, messages - first), file++)
        {
            using var bytes = new MemoryStream();
            Write(bytes, first, Math.Min(MessagesPerFile, messages - first));
            yield return (PathOf(file), bytes.ToArray());
        }
    }

    /// <summary>Writes an export of at least so many bytes into a folder.</summary>
    /// <returns>Bytes and messages written.</returns>
    public (long Bytes, int Messages) WriteTo(string folder, long bytes)
    {
        var (written, messages) = (0L, 0);
        foreach (var (path, text) in Beside) File.WriteAllText(Ready(path), text);
        for (var file = 0; written < bytes; file++)
        {
            using var stream = File.Create(Ready(PathOf(file)), 1 << 20);
            messages += Write(stream, messages, MessagesPerFile, bytes - written);
            written += stream.Position;
        }
        return (written, messages);

        string Ready(string path)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            return full;
        }
    }

    int Write(Stream stream, int first, int count, long bytes = long.MaxValue)
    {
        stream.Write(Encoding.UTF8.GetBytes(Head));
        var written = 0;
        for (; written < count && stream.Position < bytes; written++) stream.Write(Encoding.UTF8.GetBytes((written == 0 ? "" : Between) + Message(first + written)));
        stream.Write(Encoding.UTF8.GetBytes(Tail));
        return written;
    }

    static string Text(int i) => Texts[i % Texts.Length];

    static string Json(int i) => Text(i).Replace("\"", "\\\"", StringComparison.Ordinal);

    static string Xml(int i) => Text(i).Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    // Each byte of UTF-8 as a character of Latin-1, escaped.
    static string Mojibake(int i) => string.Concat(Encoding.UTF8.GetBytes(Json(i)).Select(b => b < 0x80 ? ((char)b).ToString() : $"\\u00{b:x2}"));

    static string Milliseconds(int i) => ((Begin + (SecondsApart * (long)i)) * 1000).ToString(CultureInfo.InvariantCulture);

    static string Local(int i, string form) => DateTimeOffset.FromUnixTimeSeconds(Begin + (SecondsApart * (long)i)).UtcDateTime.ToString(form, CultureInfo.InvariantCulture);
}
