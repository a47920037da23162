namespace MetaLens.Ingestion.WhatsApp;

/// <summary>How a line says what somebody did to a group: <c>Ann added Bob</c>, <c>Ann hat Bob hinzugefügt</c>.</summary>
/// <param name="After">What follows the name of who acted.</param>
/// <param name="AtEnd">What the line ends with; empty for anything.</param>
/// <param name="NamesMembers">Whether members are named between the two.</param>
readonly record struct MembershipVerb(string After, string AtEnd = "", bool NamesMembers = false);
