namespace MetaLens.Exposure.Evaluations;

/// <summary>Every question that can be scored against labels, once.</summary>
public static class EvaluationCatalog
{
    /// <summary>All of them in the order in which they are listed.</summary>
    public static IReadOnlyList<IEvaluation> All { get; } =
    [
        new ContactsEvaluation(), new ClosenessEvaluation(), new GroupsEvaluation(), new RolesEvaluation(), new IdentityEvaluation(),
        new ZonesEvaluation("rhythm"), new ZonesEvaluation("zones"), new EventsEvaluation(), new RepliesEvaluation(), new AttributeEvaluation(), new SinglingOutEvaluation(),
    ];

    /// <summary>The evaluation with this id, or null.</summary>
    public static IEvaluation? Find(string id) => All.FirstOrDefault(e => e.Card.Id == id);
}
