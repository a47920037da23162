using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.CallRecords;

public class CallRecordsFormatTests
{
    const string Header = "interaction,direction,correspondent_id,datetime,call_duration,antenna_id\n";

    [Fact]
    public void A_file_is_one_person_named_by_it()
    {
        var (log, report) = Imports.Text("ego.csv", Header + "call,in,A_1,2014-03-02 07:13:30,211,13084\ntext,out,A_2,2014-03-02 08:00:00,,\ngps,,,2014-03-02 08:00:00,,1\ncall,sideways,A_1,2014-03-02 07:13:30,1,1\ntext,in,A_1,2014-03-32 07:13:30,,\n");
        Assert.Equal(["2014-03-02T07:13:30Z A_1 → ego (Call, -1)", "2014-03-02T08:00:00Z ego → A_2 (Text, -1)"], Imports.Lines(log));
        Assert.Equal((TimeBasis.LocalUnknown, "ego"), (log.TimeBasis, log.Actors.NameOf(log.Owner!.Value)));
        Assert.Equal((1L, 1L, 1L), (report.Skipped["places without an interaction"], report.Rejected["record-malformed"], report.Rejected["time-unreadable"]));
    }

    [Fact]
    public void A_call_that_stands_in_both_files_of_a_network_counts_once()
    {
        var (log, _) = Imports.Folder(null,
            ("ego.csv", Header + "call,out,A_1,2014-03-02 07:13:30,211,1\ncall,out,A_1,2014-03-02 09:13:30,5,1\n"),
            ("A_1.csv", Header + "call,in,ego,2014-03-02 07:13:30,211,2\ntext,out,A_2,2014-03-02 10:00:00,,2\n"));
        Assert.Equal(["2014-03-02T07:13:30Z ego → A_1 (Call, -1)", "2014-03-02T09:13:30Z ego → A_1 (Call, -1)", "2014-03-02T10:00:00Z A_1 → A_2 (Text, -1)"], Imports.Lines(log));
        Assert.Null(log.Owner);
    }

    [Fact]
    public void The_form_of_Orange_has_codes_and_no_header() =>
        Assert.Equal(["2014-03-02T07:13:30Z ego → 33600 (Call, -1)", "2014-03-02T07:14:30Z 33600 → ego (Text, -1)"],
            Imports.Lines(Imports.Text("ego.csv", "1;11;111;33600;2014-03-02 07:13:30;60;2.1;48.8\n2;21;111;33600;2014-03-02 07:14:30;;2.1;48.8\n").Log));

    [Fact]
    public void Calls_have_their_length_where_it_is_a_number()
    {
        var (log, _) = Imports.Text("ego.csv", Header + "call,in,A_1,2014-03-02 07:13:30,211,1\ncall,in,A_1,2014-03-02 08:13:30,,1\ntext,in,A_1,2014-03-02 09:13:30,5,1\n");
        Assert.Equal([211, -1, -1], log.CallSeconds.ToArray());
    }

    [Fact]
    public void Me_tells_the_owner_of_a_file_from_a_contact_of_the_same_name()
    {
        var (log, _) = Imports.Text("A.csv", Header + "call,in,A,2014-03-02 07:13:30,211,1\n", new ReadOptions { Me = ["ego"] });
        Assert.Equal(["2014-03-02T07:13:30Z A → ego (Call, -1)"], Imports.Lines(log));
    }

    // bandicoot keeps the record without a contact and drops the call without a length (4 of 5 ignored: interaction 2, direction 2, call_duration 1); here a record needs two ends, and an unknown length is no fault.
    [Fact]
    public void Faulty_records_are_rejected_by_the_first_fault()
    {
        var (log, report) = Logs.Read(SharedData.Path("data/bandicoot/user_ignored.csv"));
        Assert.Equal((1, -1), (log.Count, log.CallSeconds.IsEmpty ? -1 : log.CallSeconds[0]));
        Assert.Equal((1L, 3L), (report.Rejected["sender-empty"], report.Rejected["record-malformed"]));
    }
}
