using NodaTime;

namespace MetaLens.Synthesis;

/// <summary>Invents people: names, zones, chronotypes, how talkative.</summary>
static class PeopleMaker
{
    const double MessagesPerConversation = 4;
    const double ShareAbroad = 0.12;
    static readonly string[] Abroad = ["America/New_York", "Asia/Kolkata", "America/Sao_Paulo", "Asia/Tokyo", "Australia/Sydney"];

    public static Person[] Make(PopulationOptions options, Random random)
    {
        var home = DateTimeZoneProviders.Tzdb["Europe/Lisbon"];
        var digits = (options.Actors - 1).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        var people = new Person[options.Actors];
        for (var i = 0; i < people.Length; i++)
        {
            var abroad = !options.Scenario.IsHierarchical && random.NextDouble() < ShareAbroad;
            people[i] = new Person
            {
                Name = $"P{i.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0')}",
                Zone = abroad ? DateTimeZoneProviders.Tzdb[Abroad[random.Next(Abroad.Length)]] : home,
                ChronotypeHours = Draw.Normal(random) * (options.Scenario.IsHierarchical ? 0.5 : 1.2),
                // exp(σ²/2) brings the mean of the log-normal back to what was asked for.
                StartsPerDay = Draw.LogNormal(random, options.MessagesPerDay / MessagesPerConversation / Math.Exp(0.32), 0.8),
            };
        }
        return people;
    }
}
