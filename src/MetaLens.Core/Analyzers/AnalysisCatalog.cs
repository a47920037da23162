using MetaLens.Analyzers.Anonymity;
using MetaLens.Analyzers.Centrality;
using MetaLens.Analyzers.Communities;
using MetaLens.Analyzers.Conversations;
using MetaLens.Analyzers.Directories;
using MetaLens.Analyzers.EgoNetworks;
using MetaLens.Analyzers.Events;
using MetaLens.Analyzers.Forwarding;
using MetaLens.Analyzers.Frequency;
using MetaLens.Analyzers.Hierarchy;
using MetaLens.Analyzers.Indicators;
using MetaLens.Analyzers.Introductions;
using MetaLens.Analyzers.Motifs;
using MetaLens.Analyzers.Reachability;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Analyzers.Signatures;
using MetaLens.Analyzers.Sizes;
using MetaLens.Analyzers.Structure;
using MetaLens.Analyzers.Ties;
using MetaLens.Analyzers.Unicity;
using MetaLens.Analyzers.WeekMatrices;

namespace MetaLens.Analyzers;

/// <summary>Every analysis, once. The command line, the docs and the tests walk this table.</summary>
public static class AnalysisCatalog
{
    /// <summary>All analyses in the order in which they are listed.</summary>
    public static IReadOnlyList<IAnalysis> All { get; } =
    [
        new TiesAnalysis(),
        new TieStrengthAnalysis(),
        new TieHabitsAnalysis(),
        new FrequencyAnalysis(),
        new DailyAnalysis(),
        new RhythmAnalysis(),
        new WakingAnalysis(),
        new PeriodsAnalysis(),
        new CalendarSignsAnalysis(),
        new IndicatorsAnalysis(),
        new DaysAnalysis(),
        new WeekMatrixAnalysis(),
        new EgoNetworksAnalysis(),
        new DegreeAnalysis(),
        new PageRankAnalysis(),
        new BetweennessAnalysis(),
        new ClosenessAnalysis(),
        new EigenvectorAnalysis(),
        new StructureAnalysis(),
        new ClusteringAnalysis(),
        new CommunitiesAnalysis(),
        new CommunityChangesAnalysis(),
        new CoMembershipAnalysis(),
        new RolesAnalysis(),
        new LeadershipAnalysis(),
        new DispersionAnalysis(),
        new BackboneAnalysis(),
        new ReachAnalysis(),
        new MotifsAnalysis(),
        new MotifRolesAnalysis(),
        new ConversationsAnalysis(),
        new ThreadsAnalysis(),
        new ResponsesAnalysis(),
        new EventsAnalysis(),
        new JourneysAnalysis(),
        new HolidaysAnalysis(),
        new ForwardsAnalysis(),
        new SignaturesAnalysis(),
        new UnicityAnalysis(),
        new AnonymityAnalysis(),
        new MixAnalysis(),
        new IntroductionsAnalysis(),
        new SizesAnalysis(),
        new KindsAnalysis(),
        new DirectoryAnalysis(),
    ];

    /// <summary>The analysis with this id, or null.</summary>
    public static IAnalysis? Find(string id) => All.FirstOrDefault(a => a.Card.Id == id);
}
