using System.Collections.Concurrent;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Exposure;

/// <summary>The log and what follows from it with everything visible: what answers are scored against.</summary>
public sealed class Truth
{
    readonly ConcurrentDictionary<object, object> _answers = new();
    readonly Lazy<DayCounts> _days;

    /// <summary>Makes it of a log. What follows is computed when first asked for.</summary>
    public Truth(MessageLog log, int seed = 0, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        Log = log;
        Full = Lens.None.Observe(log, seed, out var key).Restrict(ObservationWindow.Communication);
        Key = key;
        HalfTime = Full.Count == 0 ? 0 : Full.SeenAt[Full.Count / 2];
        _days = new(() => DayCounts.Of(Full));
        View = new LensView(Full, HalfTime, seed, stop);
    }

    /// <summary>The log.</summary>
    public MessageLog Log { get; }

    /// <summary>The log through the identity lens, communicative kinds only. Party i is actor i.</summary>
    public Observation Full { get; }

    // Whom the parties of Full stand for: themselves. Its rows are those before the restriction.
    internal AnswerKey Key { get; }

    /// <summary>The same as a view, so that an answer can be made of it as of any other.</summary>
    public LensView View { get; }

    /// <summary>The instant at which half of the messages are sent, Unix milliseconds.</summary>
    public long HalfTime { get; }

    /// <summary>A question's answer with everything visible, worked out once.</summary>
    public TAnswer AnswerOf<TAnswer>(Question<TAnswer> question) =>
        ((Lazy<TAnswer>)_answers.GetOrAdd(question, q => new Lazy<TAnswer>(() => ((Question<TAnswer>)q).Answer(View, CancellationToken.None)))).Value;

    /// <summary>Actors.</summary>
    public int Actors => Log.Actors.Count;

    /// <summary>Messages of each actor on each day.</summary>
    public DayCounts Days => _days.Value;

    /// <summary>Who talks with whom.</summary>
    public CommunicationGraph Ties => View.Ties;
}
