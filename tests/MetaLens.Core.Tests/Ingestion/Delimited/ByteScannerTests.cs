using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Delimited;

/// <summary>The byte scanner and the row reader, each on the same file: one result.</summary>
public sealed class ByteScannerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_table_reads_the_same_by_bytes_as_row_by_row(int part)
    {
        for (var seed = part * 100; seed < (part * 100) + 50; seed++) AssertSame(RandomTable.Bytes(seed, rows: 60), $"seed {seed}");
    }

    [Fact]
    public void Tables_of_many_blocks_read_the_same_whatever_the_number_of_threads()
    {
        for (var seed = 1; seed <= 2; seed++) AssertSame(RandomTable.Bytes(seed, rows: 40_000), $"seed {seed}");
    }

    [Fact]
    public void Tables_whose_rows_are_nearly_all_alike_read_the_same()
    {
        for (var seed = 1; seed <= 12; seed++) AssertSame(RandomTable.MostlyUniform(seed, rows: 15_000), $"seed {seed}");
    }

    [Fact]
    public void A_quoted_cell_that_goes_on_in_the_next_block_is_one_row()
    {
        var table = new StringBuilder("sender,recipient,sent_at,note\n");
        while (table.Length < (1 << 20) - 20_000) table.Append("anna,bert,1700000000,\n");
        table.Append("carl,dora,1700000001,\"");
        for (var i = 0; i < 5_000; i++) table.Append("a line of it\n");
        table.Append("\"\nemil,fred,1700000002,\n");
        while (table.Length < 5 << 19) table.Append("gina,hans,1700000003,\n");
        var bytes = Encoding.UTF8.GetBytes(table.ToString());
        AssertSame(bytes, "closed");
        AssertSame(Encoding.UTF8.GetBytes(table.ToString().Replace("it\n\"", "it\n", StringComparison.Ordinal)), "never closed");
    }

    [Fact]
    public void Rows_of_one_message_are_joined_across_blocks_and_beside_bad_rows()
    {
        var table = new StringBuilder("message_id,sent_at,sender,recipient,size,conversation\n");
        for (var i = 0; table.Length < 3 << 19; i++)
            for (var r = 0; r <= i % 3; r++) table.Append(i % 17 == 5 && r == 1 ? "broken\n" : $"m{i},{1_700_000_000 + i},anna,to{r},10,c{i % 5}\n");
        AssertSame(Encoding.UTF8.GetBytes(table.ToString()), "joined");
    }

    [Fact]
    public void A_line_longer_than_a_block_is_one_line()
    {
        var table = "sender,recipient,sent_at\nanna,bert,1700000000\n" + new string('x', 3 << 20) + ",bert,1700000001\ncarl,dora,1700000002\n";
        AssertSame(Encoding.UTF8.GetBytes(table), "long");
    }

    [Fact]
    public void Handles_of_one_person_are_one_actor_however_the_table_is_read()
    {
        var table = new StringBuilder("sender,recipient,sent_at,size\n");
        for (var i = 0; i < 30_000; i++) table.Append(CultureInfo.InvariantCulture, $"p{i * 7 % 900},p{i * 11 % 1100},{1_700_000_000 + i},{i % 50}\n");
        var bytes = Encoding.UTF8.GetBytes(table.ToString());
        var options = new ReadOptions { SameAs = new Dictionary<string, string> { ["p7"] = "p0", ["p11"] = "p0", ["p22"] = "somebody else" } };
        Assert.Equal(Outcome(bytes, options with { RowByRow = true }), Outcome(bytes, options, onDisk: true));
    }

    [Fact]
    public void A_table_on_disk_that_is_not_in_order_of_time_is_put_in_order()
    {
        var table = new StringBuilder("sender;recipient;sent_at;note\r\n");
        for (var i = 0; i < 30_000; i++) table.Append(CultureInfo.InvariantCulture, $"person number {i % 977}@example.org;{i * 31 % 1301};{1_700_000_000 + (i * 7919 % 30_000)};\r\n");
        AssertSame(Encoding.UTF8.GetBytes(table.ToString()), "out of order");
    }

    [Theory]
    [InlineData("carl", true)]
    [InlineData("carl;dora", false)]
    public void A_table_on_disk_knows_whether_each_row_has_one_recipient(string last, bool oneEach)
    {
        var bytes = Encoding.UTF8.GetBytes($"sender,recipient,sent_at\nanna,bert,1700000000\nbert,anna,1700000001\nanna,{last},1700000002\n");
        var (log, _) = Imports.OnDisk("table.csv", bytes, new ReadOptions());
        Assert.Equal((3, oneEach), (log.Count, log.HasOneRecipientEach));
        Assert.Equal(oneEach ? [0, 1, 2, 3] : [0, 1, 2, 4], log.RecipientOffset.ToArray());
        Assert.Equal([-1, -1, -1], log.Conversation.ToArray());
    }

    [Theory]
    [InlineData("Z")]
    [InlineData("")]
    public void A_time_that_is_nearly_one_reads_the_same(string zone)
    {
        string[] odd = ["24:00:00", "23:60:00", "23:59:60", "23:59:59", "00:00:00", "23-59-59", "23:59:5a", "2 :59:59", "23:59:59.5", "23:59:59.123", "23:59:59.12x", "23:59:59.1234", "23:59", "23:59:59Z", "23:59:59+01", ":::::::::", "/9:00:00", "::00:00:00"];
        foreach (var time in odd)
        {
            var table = new StringBuilder("sender,recipient,sent_at,size\n");
            for (var i = 0; i < 40; i++) table.Append(CultureInfo.InvariantCulture, $"anna,bert,2024-02-{1 + (i / 8):00}{"T "[i % 2]}10:{i:00}:{i:00}{zone},{i}\n");
            foreach (var date in (string[])["2024-02-05", "2024-02-30", "1969-12-31", "2024/02/05", "2024-02-5 ", "\0\0\0\0\0\0\0\0\0\0"]) table.Append(CultureInfo.InvariantCulture, $"carl,dora,{date}T{time}{zone},7\n");
            AssertSame(Encoding.UTF8.GetBytes(table.ToString()), time);
        }
    }

    [Fact]
    public void Rows_of_many_narrow_cells_read_the_same()
    {
        var table = new StringBuilder("sender,recipient,sent_at,size,a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w\n");
        for (var i = 0; i < 3000; i++) table.Append(CultureInfo.InvariantCulture, $"{i % 7},{i % 5},{1_700_000_000 + i},{i % 3},,,1,,,,2,,,,,,,,,3,,,,,,,\n");
        AssertSame(Encoding.UTF8.GetBytes(table.ToString()), "narrow");
        AssertSame(Encoding.UTF8.GetBytes(table.Append("#a,b,1700009000,1,,,,,,,,,,,,,,,,,,,,,,,\n").ToString()), "narrow, with a comment");
    }

    static void AssertSame(byte[] bytes, string what)
    {
        var expected = Outcome(bytes, new ReadOptions { RowByRow = true, ShowValues = true });
        foreach (var threads in (int[])[1, 2, 5])
        {
            var options = new ReadOptions { Threads = threads, ShowValues = true };
            Assert.True(expected == Outcome(bytes, options), $"{what}, {threads} threads: the results differ.");
            Assert.True(expected == Outcome(bytes, options, onDisk: true), $"{what}, {threads} threads, on disk: the results differ.");
        }
        var window = new ReadOptions { From = 1_700_000_000_000 + 3_600_000, To = 1_700_000_000_000 + 40_000_000 };
        foreach (var onDisk in (bool[])[false, true])
            Assert.True(Outcome(bytes, window with { RowByRow = true }) == Outcome(bytes, window, onDisk), $"{what}, window, {(onDisk ? "on disk" : "in memory")}: the results differ.");
    }

    static string Outcome(byte[] bytes, ReadOptions options, bool onDisk = false)
    {
        try
        {
            var (log, report) = onDisk ? Imports.OnDisk("table.csv", bytes, options) : Imports.Bytes("table.csv", bytes, options);
            return string.Join('\n', Columns(log)) + '\n' + WithoutFolder(string.Join('\n', report.Rejected) + '\n' + string.Join('\n', report.First) + $"\n{report.OutsideWindow}");
        }
        catch (MessageFormatException e)
        {
            return WithoutFolder(e.Message);
        }
    }

    static string WithoutFolder(string text) => Regex.Replace(text, @"\S*/table\.csv", "table.csv");

    static IEnumerable<string> Columns(MessageLog log) =>
    [
        string.Join(' ', log.SentAt.ToArray()), string.Join(' ', log.Sender.ToArray()), string.Join(' ', log.RecipientOffset.ToArray()), string.Join(' ', log.Recipient.ToArray()),
        string.Join(' ', log.Size.ToArray()), string.Join(' ', log.Conversation.ToArray()), string.Join(' ', log.Traits.ToArray()), string.Join(' ', log.Kind.ToArray()),
        string.Join('|', log.Actors.Names.ToArray()), string.Join('|', log.ConversationNames.ToArray()), log.TimeBasis.ToString(),
    ];
}
