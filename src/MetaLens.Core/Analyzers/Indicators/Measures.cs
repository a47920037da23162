namespace MetaLens.Analyzers.Indicators;

/// <summary>The measures in the order in which <see cref="PeriodIndicators"/> writes them.</summary>
static class Measures
{
    const string Call = "call", Text = "text", Both = "callandtext";

    public static IReadOnlyList<Measure> All { get; } =
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

    static Measure[] Each(string name, string meaning, bool isDistribution = false) => [new(name, Call, meaning, isDistribution), new(name, Text, meaning, isDistribution)];
}
