using System.Collections.Immutable;
using MetaLens.Analyzers.Unicity;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Reports.Languages;
using NodaTime;

namespace MetaLens.Reports.Publication;

/// <summary>
/// Records made coarse enough to show to anybody: times to the first of a few steps, and without the steps in which too few people were active, at which points in time no longer single people out.
/// The measure is unicity (de Montjoye et al., Scientific Reports 3:1376, 2013, doi:10.1038/srep01376).
/// </summary>
/// <param name="Log">The coarse records.</param>
/// <param name="Step">The step of its times.</param>
/// <param name="Before">Share of people who are the only one to fit <see cref="Points"/> known hours, in the records as they were.</param>
/// <param name="After">The same in the coarse records, in their steps; NaN where nobody has so many points left, and so nobody can be found by them.</param>
/// <param name="MessagesLeftOut">Messages in steps with fewer than <see cref="SmallestGroup"/> people.</param>
public sealed record PublishedRecords(MessageLog Log, Duration Step, double Before, double After, int MessagesLeftOut)
{
    /// <summary>Points in time that somebody is taken to know.</summary>
    public const int Points = 4;

    /// <summary>Fewest people active in a step that is kept.</summary>
    public const int SmallestGroup = 5;

    /// <summary>Largest share of people who may stand alone.</summary>
    public const double Bound = 0.05;

    /// <summary>Fewest people of whom anything is published.</summary>
    public const int FewestPeople = 20;

    const int Draws = 10;

    static readonly ImmutableArray<Duration> Steps = [Duration.FromHours(1), Duration.FromHours(6), Duration.FromDays(1), Duration.FromDays(7), Duration.FromDays(28)];

    /// <summary>Makes records coarse, by the first step that is enough. O(steps · people · draws · people of the rarest point), at worst.</summary>
    /// <param name="log">The records; names are to be invented beforehand.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentException">Fewer than <see cref="FewestPeople"/> people, or no step is enough: what is left would still point at single people.</exception>
    public static PublishedRecords Of(MessageLog log, int seed, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (log.Actors.Count < FewestPeople)
            throw new ArgumentException($"A report of {log.Actors.Count} people cannot be made safe to publish; expected at least {FewestPeople}. Mend: leave out --publish, and show the file to nobody whom its people would not show it to.", nameof(log));
        var before = Unicity(log, seed, stop);
        foreach (var step in Steps)
        {
            var (coarse, left) = Coarse(log, step);
            var after = Unicity(coarse, seed, stop);
            if (coarse.Count > 0 && !(after > Bound)) return new PublishedRecords(coarse, step, before, after, left);
        }
        throw new ArgumentException($"Even with times kept to {WordsOf(Steps[^1], Language.English)}, more than {Language.English.Figures.Percent(Bound)} of people stand alone. Mend: leave out --publish, and do not pass the file on.", nameof(log));
    }

    /// <summary>What was changed, a sentence each.</summary>
    public ImmutableArray<string> Changes(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return
        [
            language["published.names"],
            language.Say("published.times", ("step", WordsOf(Step, language)), ("messages", MessagesLeftOut), ("smallest", SmallestGroup)),
            language.Say(double.IsNaN(After) ? "published.unicity.nobody" : "published.unicity", ("points", Points), ("before", Before), ("after", After), ("bound", Bound)),
            language.Say("published.pictures", ("fewest", FewestPeople)),
        ];
    }

    static string WordsOf(Duration step, Language language) => language[$"published.step.{DurationText.Format(step)}"];

    static double Unicity(MessageLog log, int seed, CancellationToken stop) =>
        UnicityCalculator.Of(Lens.None.Observe(log).Restrict(ObservationWindow.Communication), PointKind.Hour, Points, Draws, seed, stop: stop)[^1].Share;

    static (MessageLog Log, int LeftOut) Coarse(MessageLog log, Duration step)
    {
        var length = (long)step.TotalMilliseconds;
        long StepOf(int message) => (long)Math.Floor(log.SentAt[message] / (double)length);
        var active = new Dictionary<long, HashSet<int>>();
        for (var m = 0; m < log.Count; m++)
        {
            if (!active.TryGetValue(StepOf(m), out var people)) active[StepOf(m)] = people = [];
            people.Add(log.Sender[m]);
            foreach (var recipient in log.RecipientsOf(m)) people.Add(recipient);
        }
        var builder = new MessageLogBuilder { TimeBasis = log.TimeBasis, Owner = log.Owner is { } owner ? log.Actors.Names[owner.Index] : null };
        var recipients = new List<int>();
        var left = 0;
        for (var m = 0; m < log.Count; m++)
        {
            if (active[StepOf(m)].Count < SmallestGroup)
            {
                left++;
                continue;
            }
            recipients.Clear();
            foreach (var recipient in log.RecipientsOf(m)) recipients.Add(builder.Actor(log.Actors.Names[recipient]));
            builder.Add(new MessageRecord
            {
                SentAt = StepOf(m) * length,
                Sender = builder.Actor(log.Actors.Names[log.Sender[m]]),
                Recipients = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(recipients),
                Size = log.Size[m],
                Conversation = log.Conversation[m] < 0 ? -1 : builder.Conversation(log.ConversationNames[log.Conversation[m]]),
                Kind = log.Kind[m],
                Traits = log.Traits[m],
            });
        }
        return (builder.Build(), left);
    }
}
