namespace MetaLens.Analyzers.Indicators;

/// <summary>The measures in the order in which <see cref="PeriodIndicators"/> and <see cref="FurtherIndicators"/> write them.</summary>
static class Measures
{
    const string Call = "call", Text = "text", Both = "callandtext";

    /// <summary>bandicoot's.</summary>
    public static IReadOnlyList<Measure> Basic { get; } =
    [
        new("active_days", Both, "local days with a record"),
        .. Each("number_of_contacts", "contacts with a record"),
        new("call_duration", Call, "seconds of a call", true),
        .. Each("percent_nocturnal", "part of the records between 19:00 and 07:00, 0 … 1"),
        new("percent_initiated_conversations", Both, "part of the text conversations that the actor began, 0 … 1"),
        new("percent_initiated_interactions", Call, "part of the calls that the actor made, 0 … 1"),
        new("response_delay_text", Both, "seconds from an incoming text to the reply next to it", true),
        new("response_rate_text", Both, "part of the conversations begun by the other that the actor answered, 0 … 1"),
        .. Each("entropy_of_contacts", "Shannon entropy of records over contacts, in nats"),
        .. Each("balance_of_contacts", "records sent to a contact over all records, 0 … 1", true),
        .. Each("interactions_per_contact", "records with a contact", true),
        .. Each("interevent_time", "seconds between consecutive records", true),
        .. Each("percent_pareto_interactions", "part of the contacts, largest first, that hold 80 % of the records, 0 … 1"),
        new("percent_pareto_durations", Call, "part of the contacts, largest first, that hold 80 % of the call seconds, 0 … 1"),
        .. Each("number_of_interactions", "records"),
        .. Each("number_of_interaction_in", "records received"),
        .. Each("number_of_interaction_out", "records sent"),
    ];

    /// <summary>What bandicoot has under an option only, or not at all.</summary>
    public static IReadOnlyList<Measure> Further { get; } =
    [
        .. Each("number_of_contacts_in", "contacts that wrote or called"),
        .. Each("number_of_contacts_out", "contacts written to or called"),
        .. Each("normalized_entropy_of_contacts", "Shannon entropy over its largest value ln(contacts), 0 … 1"),
        .. Each("unweighted_balance_of_contacts", "records sent to a contact over all records with it, 0 … 1", true),
        .. Each("interactions_per_contact_out", "records sent to a contact, where any is", true),
        new("interevent_time", Both, "seconds between consecutive records of any sort", true),
        new("burstiness", Both, "(σ − μ)/(σ + μ) of those seconds: −1 clock … 0 random … 1 bursts"),
        new("burstiness_finite", Both, "the same, corrected for few records"),
        new("memory", Both, "correlation of consecutive gaps, −1 … 1"),
        new("circadian_entropy_bits", Both, "Shannon entropy of the records over the 24 hours of the day, 0 … 4.585 bits"),
        new("size_out", Text, "bytes of a message sent, where visible", true),
        new("number_of_groups", Text, "conversations in which a message has several recipients"),
        new("share_in_groups", Text, "part of the records that belong to a message with several recipients, 0 … 1"),
    ];

    /// <summary>The measures of a set.</summary>
    public static IReadOnlyList<Measure> Of(IndicatorSet set) => set == IndicatorSet.Basic ? Basic : Everything;

    static Measure[] Everything { get; } = [.. Basic, .. Further];

    static Measure[] Each(string name, string meaning, bool isDistribution = false) => [new(name, Call, meaning, isDistribution), new(name, Text, meaning, isDistribution)];
}
