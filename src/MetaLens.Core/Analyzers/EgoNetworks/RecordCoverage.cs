using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Indicators;

namespace MetaLens.Analyzers.EgoNetworks;

/// <summary>How much of a person's life and contacts a file of records covers; what bandicoot reports beside its indicators.</summary>
/// <param name="Records">Records.</param>
/// <param name="PeriodsCovered">Periods (days, weeks, …) from the first record's to the last one's.</param>
/// <param name="PeriodsWithRecords">Those with a record.</param>
/// <param name="HasCalls">Whether any record is a call.</param>
/// <param name="HasTexts">Whether any record is a text.</param>
/// <param name="ShareOfCallsOutside">Part of the calls that are with people whose own records are not there, 0 … 1; 0 without a call.</param>
/// <param name="ShareOfTextsOutside">The same of texts.</param>
/// <param name="ShareOfContactsOutside">The same of contacts.</param>
/// <param name="ShareOfCallSecondsOutside">The same of call seconds.</param>
public sealed record RecordCoverage(
    int Records, int PeriodsCovered, int PeriodsWithRecords, bool HasCalls, bool HasTexts, double ShareOfCallsOutside, double ShareOfTextsOutside, double ShareOfContactsOutside, double ShareOfCallSecondsOutside)
{
    /// <summary>The coverage of a person's records; zeros for none. O(records).</summary>
    /// <param name="person">Whose.</param>
    /// <param name="files">The people whose own records are there.</param>
    /// <param name="grouping">What the periods are.</param>
    public static RecordCoverage Of(PersonalRecords person, IReadOnlySet<string> files, Grouping grouping)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(files);
        var records = person.Records;
        var periods = records.Select(r => Periods.KeyOf(grouping, LocalClock.DayOf(r.At))).Distinct().ToList();
        List<PersonalRecord> calls = [.. records.Where(r => r.IsCall)], texts = [.. records.Where(r => !r.IsCall)];
        List<string> contacts = [.. records.Select(r => r.Contact).Distinct()];
        return new RecordCoverage(records.Count, periods.Count == 0 ? 0 : periods[^1] - periods[0] + 1, periods.Count, calls.Count > 0, texts.Count > 0,
            Share(calls.Count(Outside), calls.Count), Share(texts.Count(Outside), texts.Count), Share(contacts.Count(c => !files.Contains(c)), contacts.Count),
            Share(calls.Where(Outside).Sum(Seconds), calls.Sum(Seconds)));

        bool Outside(PersonalRecord r) => !files.Contains(r.Contact);
    }

    static long Seconds(PersonalRecord r) => Math.Max(0, r.CallSeconds);

    static double Share(long part, long all) => all == 0 ? 0 : (double)part / all;
}
