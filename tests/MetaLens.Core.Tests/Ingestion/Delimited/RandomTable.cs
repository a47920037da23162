using System.Text;

namespace MetaLens.Core.Tests.Ingestion.Delimited;

/// <summary>Tables of messages with every oddity that people's files have, at random and reproducible.</summary>
static class RandomTable
{
    const long Start = 1_700_000_000;

    public static byte[] Bytes(int seed, int rows)
    {
        var random = new Random(seed);
        var delimiter = random.Next(6) switch { 0 => ';', 1 => '\t', 2 => '|', 3 => ' ', _ => ',' };
        if (delimiter == ' ') return Finished(random, Snap(random, rows));
        var columns = Shuffled(random, Headers[random.Next(Headers.Length)]);
        var time = random.Next(5);
        var trouble = random.Next(3) == 0 ? 0 : random.Next(1, 30);
        var table = new StringBuilder();
        if (random.Next(4) == 0) table.Append("# a comment with \"quotes\n\n");
        table.Append(string.Join(delimiter, columns)).Append(LineEnd(random));
        for (var row = 0; row < rows; row++)
        {
            var cells = columns.Select(c => Cell(random, c, row, time)).ToList();
            if (random.Next(100) < trouble) Spoil(random, cells, delimiter);
            table.Append(string.Join(delimiter, cells)).Append(LineEnd(random));
            if (random.Next(100) < trouble && random.Next(4) == 0) table.Append(random.Next(3) switch { 0 => "\n", 1 => "# note, \"this\n", _ => "   \n" });
        }
        return Finished(random, table);
    }

    /// <summary>A long table whose rows are all alike but for a few, as nearly every file is.</summary>
    public static byte[] MostlyUniform(int seed, int rows)
    {
        var random = new Random(seed);
        var columns = Shuffled(random, Headers[random.Next(2)]);
        var (time, lineEnd) = (random.Next(3), random.Next(2) == 0 ? "\n" : "\r\n");
        var odd = Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(rows)).ToHashSet();
        var table = new StringBuilder(string.Join(',', columns)).Append(lineEnd);
        for (var row = 0; row < rows; row++)
        {
            var cells = columns.Select(c => c switch
            {
                "timestamp" or "date" => Time(random, row, time) is { Length: >= 10 } at && !at.StartsWith('9') && !at.Contains("02-30", StringComparison.Ordinal) ? at : Time(new Random(1), row, time),
                "size" => random.Next(9) == 0 ? "" : random.Next(1_000_000_000).ToString(),
                _ => random.Next(5) == 0 ? $"someone.with.a.long.name{random.Next(99)}@example.org" : $"u{random.Next(4000)}",
            }).ToList();
            if (odd.Contains(row))
            {
                if (random.Next(2) == 0) Spoil(random, cells, ',');
                else cells[random.Next(cells.Count)] = OddName(random);
                if (random.Next(3) == 0) table.Append(random.Next(2) == 0 ? "# note\n" : "\n");
            }
            table.Append(string.Join(',', cells)).Append(lineEnd);
        }
        return Finished(random, table);
    }

    static readonly string[][] Headers =
    [
        ["sender", "recipient", "timestamp", "size"],
        ["from", "to", "date"],
        ["sender", "recipient", "timestamp", "size", "conversation", "note"],
        ["message_id", "sender", "recipient", "timestamp", "size"],
        ["sender", "timestamp", "conversation"],
    ];

    static string Cell(Random random, string column, int row, int time) => column switch
    {
        "sender" or "from" or "recipient" or "to" => random.Next(40) == 0 ? OddName(random) : random.Next(3) == 0 ? $"someone.with.a.long.name{random.Next(9)}@example.org" : $"u{random.Next(40)}",
        "timestamp" or "date" => Time(random, row, time),
        "size" => random.Next(20) switch { 0 => "", 1 => "+7", 2 => "-1", 3 => "2147483648", 4 => "12x", _ => random.Next(100_000).ToString() },
        "conversation" => random.Next(9) == 0 ? "" : $"group {random.Next(4)}",
        "message_id" => random.Next(9) == 0 ? "" : $"m{row / (1 + random.Next(2))}",
        _ => "x",
    };

    static string OddName(Random random) => random.Next(10) switch
    {
        0 => "Jürgen",
        1 => "a;b",
        2 => "a|b|c",
        3 => "'=1+1",
        4 => " padded ",
        5 => "",
        6 => "tab\u0007bell",
        7 => "\u00A0nbsp",
        8 => new string('n', 1100),
        _ => "山田",
    };

    static string Time(Random random, int row, int time)
    {
        var second = Start + (row * 60) + random.Next(90);
        var at = DateTimeOffset.FromUnixTimeSeconds(second);
        if (random.Next(60) == 0) return random.Next(4) switch { 0 => "", 1 => "soon", 2 => "99999999999999999999", _ => "2023-02-30T00:00:00Z" };
        return time switch
        {
            0 => second.ToString(),
            1 => (second * 1000).ToString(),
            2 => at.ToString(random.Next(2) == 0 ? "yyyy-MM-ddTHH:mm:ssZ" : "yyyy-MM-ddTHH:mm:ss.fffZ"),
            3 => at.ToString(random.Next(9) == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss"),
            _ => at.ToString("yyyy-MM-ddTHH:mm:ss") + (random.Next(2) == 0 ? "+02:00" : "Z"),
        };
    }

    static void Spoil(Random random, List<string> cells, char delimiter)
    {
        var at = random.Next(cells.Count);
        switch (random.Next(8))
        {
            case 0: cells[at] = $"\"{cells[at]}\""; break;
            case 1: cells[at] = $"\"{cells[at]}{delimiter}more\""; break;
            case 2: cells[at] = $"\"{cells[at]}\nnext line\""; break;
            case 3: cells[at] = "\"" + cells[at]; break;
            case 4: cells.RemoveAt(at); break;
            case 5: cells.Add("extra"); break;
            case 6: cells[at] = $" {cells[at]}\v"; break;
            default: cells[at] += "\uFFFD"; break;
        }
    }

    static StringBuilder Snap(Random random, int rows)
    {
        var table = new StringBuilder("# from to time\n");
        for (var row = 0; row < rows; row++)
            table.Append(random.Next(20) == 0 ? " " : "").Append(random.Next(40)).Append(random.Next(2) == 0 ? " " : "\t  ").Append(random.Next(40)).Append(' ').Append(row < 12 || random.Next(30) > 0 ? (Start + row).ToString() : "x").Append(LineEnd(random));
        return table;
    }

    static byte[] Finished(Random random, StringBuilder table)
    {
        var text = table.ToString();
        if (random.Next(3) == 0) text = text.TrimEnd('\r', '\n');
        byte[] bytes = [.. random.Next(4) == 0 ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
        // Here and there a byte that is no UTF-8.
        if (random.Next(5) == 0) bytes[bytes.Length - 1 - random.Next(bytes.Length / 2)] = 0xFF;
        return bytes;
    }

    static string LineEnd(Random random) => random.Next(12) switch { 0 => "\r\n", 1 when random.Next(8) == 0 => "\r", _ => "\n" };

    static string[] Shuffled(Random random, string[] columns)
    {
        var shuffled = (string[])columns.Clone();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
