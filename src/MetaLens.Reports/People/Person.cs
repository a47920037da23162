using System.Collections.Immutable;

namespace MetaLens.Reports.People;

/// <summary>What the records say of one person.</summary>
/// <param name="Key">The mark by which all pictures know them.</param>
/// <param name="Name">The name that the report uses.</param>
/// <param name="Sent">Messages sent.</param>
/// <param name="Received">Messages received.</param>
/// <param name="Contacts">People they exchanged a message with.</param>
/// <param name="PeopleInTwoSteps">People that two steps of ties lead to, contacts counted.</param>
/// <param name="FirstDay">The day of their first message, as the page writes it.</param>
/// <param name="LastDay">The day of their last.</param>
/// <param name="Quiet">Their quietest hours (start and end, 0 … 24); null where they wrote too little, or times do not tell the hour.</param>
/// <param name="Closest">Those they exchange most messages with, and how many.</param>
/// <param name="Events">What happened when, a sentence each; only what the report lists anyway.</param>
public sealed record Person(
    string Key, string Name, int Sent, int Received, int Contacts, int PeopleInTwoSteps, string FirstDay, string LastDay, (double Start, double End)? Quiet,
    ImmutableArray<(string Name, int Messages)> Closest, ImmutableArray<string> Events);
