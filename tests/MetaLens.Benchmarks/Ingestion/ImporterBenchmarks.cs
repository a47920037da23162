using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using MetaLens.Ingestion;
using MetaLens.Messages;

namespace MetaLens.Benchmarks.Ingestion;

/// <summary>Text importers on files of the same number of messages, made before the first run; each tells its megabytes, to be divided by the time.</summary>
[MemoryDiagnoser]
public class ImporterBenchmarks
{
    const int Messages = 200_000;
    static readonly string Words = string.Join(' ', Enumerable.Repeat("lorem ipsum", 6));

    byte[] _bytes = [];
    string _name = "";

    /// <summary>Which format.</summary>
    [Params("cdr", "csv", "instagram", "mail", "telegram", "whatsapp")]
    public string Format { get; set; } = "csv";

    /// <summary>Makes the file.</summary>
    [GlobalSetup]
    public void Make()
    {
        (_name, var head, var row, var tail) = Shape(Format);
        var text = new StringBuilder(head);
        for (var i = 0; i < Messages; i++) text.Append(row(i));
        _bytes = Encoding.UTF8.GetBytes(text.Append(tail).ToString());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Format}: {_bytes.Length / 1e6:0.0} MB"));
    }

    /// <summary>Reads it into a log.</summary>
    [Benchmark]
    public MessageLog Read()
    {
        using var source = Source.Of(_name, new MemoryStream(_bytes));
        return MessageReader.Read([source], new ReadOptions()).Log;
    }

    static (string Name, string Head, Func<int, string> Row, string Tail) Shape(string format) => format switch
    {
        "cdr" => ("ego.csv", "interaction,direction,correspondent_id,datetime,call_duration,antenna_id\n", i => $"call,{(i % 2 == 0 ? "in" : "out")},A_{i % 500},{Time(i):yyyy-MM-dd HH:mm:ss},{i % 600},{i % 9000}\n", ""),
        "csv" => ("log.csv", "sender,recipient,sent_at,size\n", i => $"a{i % 500},b{i % 501},{Time(i):yyyy-MM-ddTHH:mm:ssZ},{i % 900}\n", ""),
        "instagram" => ("your_instagram_activity/messages/inbox/b_1/message_1.json", """{"participants":[{"name":"A"},{"name":"B"}],"messages":[""", i => $$"""{{(i == 0 ? "" : ",")}}{"sender_name":"{{(i % 2 == 0 ? "A" : "B")}}","timestamp_ms":{{1_700_000_000_000 - (i * 1000L)}},"content":"{{Words}}"}""", "]}"),
        "mail" => ("box.mbox", "", i => $"From - Thu Jan 1 00:00:00 2024\nFrom: a{i % 500}@x.org\nTo: b{i % 501}@x.org\nDate: {Time(i):ddd, dd MMM yyyy HH:mm:ss} +0000\nMessage-ID: <{i}@x.org>\nSubject: x\n\n{Words}\n\n", ""),
        "telegram" => ("result.json", """{"name":"B","type":"personal_chat","id":2,"messages":[""", i => $$"""{{(i == 0 ? "" : ",")}}{"id":{{i}},"type":"message","date":"2024-01-01T00:00:00","date_unixtime":"{{1_700_000_000 + i}}","from":"x","from_id":"user{{1 + (i % 2)}}","text":"{{Words}}","text_entities":[]}""", "]}"),
        _ => ("chat.txt", "", i => $"[{Time(i):dd.MM.yy, HH:mm:ss}] {(i % 2 == 0 ? "Ann" : "Bob")}: {Words}\n", ""),
    };

    static DateTimeOffset Time(int i) => DateTimeOffset.FromUnixTimeSeconds(1_700_000_000 + (i * 60L));
}
