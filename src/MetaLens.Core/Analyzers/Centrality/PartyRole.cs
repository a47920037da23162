using MetaLens.Lenses;

namespace MetaLens.Analyzers.Centrality;

/// <summary>What a party's part in the network rests on.</summary>
/// <param name="Party">The party.</param>
/// <param name="Role">Its part by the rules of <see cref="RoleTable"/>.</param>
/// <param name="Sent">Messages sent; one to many counts once.</param>
/// <param name="Received">Deliveries received.</param>
/// <param name="Recipients">Distinct recipients.</param>
/// <param name="RecipientsOfMessage">Mean visible recipients of a message it sent; null without one.</param>
/// <param name="AnsweredBy">Part of its recipients that ever write to it, 0 … 1; null without a recipient.</param>
/// <param name="Betweenness">Share of shortest paths between others that run through it, 0 … 1.</param>
/// <param name="Constraint">Burt's constraint by messages; null without a contact.</param>
/// <param name="EffectiveSize">Contacts that are not each other's, 0 … contacts.</param>
/// <param name="Participation">How evenly its messages lie over communities, 0 … 1; null without a contact.</param>
public sealed record PartyRole(
    PartyId Party, CommunicationRole Role, int Sent, int Received, int Recipients, double? RecipientsOfMessage, double? AnsweredBy, double Betweenness, double? Constraint, double EffectiveSize, double? Participation);
