using MetaLens.Exposure.Questions;

namespace MetaLens.Exposure;

/// <summary>The ten questions, once. The matrix, the docs and the tests walk this table.</summary>
public static class QuestionCatalog
{
    /// <summary>All questions in the order of the matrix.</summary>
    public static IReadOnlyList<IQuestion> All { get; } =
    [
        new ContentQuestion(), new ContactsQuestion(), new ClosenessQuestion(), new FrequencyQuestion(), new RhythmQuestion(),
        new GroupsQuestion(), new RolesQuestion(), new IdentityQuestion(), new EventsQuestion(), new KindQuestion(),
    ];

    /// <summary>The question with this id, or null.</summary>
    public static IQuestion? Find(string id) => All.FirstOrDefault(q => q.Card.Id == id);
}
