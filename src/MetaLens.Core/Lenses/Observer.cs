namespace MetaLens.Lenses;

/// <summary>Who looks: a platform's operator, a network, a legal order, a push provider.</summary>
/// <param name="Id">Short name, as in lens ids.</param>
/// <param name="Name">Name in words.</param>
public sealed record Observer(string Id, string Name);
