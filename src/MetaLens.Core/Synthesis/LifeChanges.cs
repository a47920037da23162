using NodaTime;

namespace MetaLens.Synthesis;

/// <summary>Plans who moves to another zone and who changes identifier, one in thirty each, in the middle half of the span.</summary>
static class LifeChanges
{
    public static void Plan(Person[] people, PopulationOptions options, Random random)
    {
        if (options.Days < 20) return;
        var far = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];
        foreach (var person in people)
        {
            var fate = random.NextDouble();
            var day = random.Next(options.Days / 4, options.Days * 3 / 4);
            if (fate < 1 / 30.0 && !options.Scenario.IsHierarchical) (person.MovesOnDay, person.NewZone) = (day, far);
            else if (fate > 1 - (1 / 30.0)) person.RenamedOnDay = day;
        }
    }
}
