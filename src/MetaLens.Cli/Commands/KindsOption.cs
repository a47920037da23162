using System.CommandLine;
using MetaLens.Lenses;

namespace MetaLens.Cli.Commands;

/// <summary>The option <c>--kinds</c>: which sorts of message count, the same for every analysis.</summary>
sealed class KindsOption
{
    static readonly (string Name, MessageKind[] Kinds)[] Choices =
    [
        ("unspecified", [MessageKind.Unspecified]), ("text", [MessageKind.Text]), ("photo", [MessageKind.Photo]), ("video", [MessageKind.Video]), ("voice", [MessageKind.Voice]), ("file", [MessageKind.File]),
        ("call", [MessageKind.Call]), ("media", [MessageKind.Photo, MessageKind.Video, MessageKind.Voice, MessageKind.File]),
    ];

    readonly Option<string> _kinds = new("--kinds") { Description = $"Only these kinds, as the observer sees them, with commas between: {string.Join(", ", Choices.Select(c => c.Name))}. [default: all of them]", HelpName = "LIST" };

    public void AddTo(Command command) => command.Add(_kinds);

    /// <summary>The rows that count: all that communicate, or of the kinds named.</summary>
    public ObservationWindow Window(ParseResult parsed)
    {
        if (parsed.GetValue(_kinds) is not { } typed) return ObservationWindow.Communication;
        var kinds = new HashSet<MessageKind>();
        foreach (var name in typed.Split(',', StringSplitOptions.TrimEntries))
            kinds.UnionWith(Choices.FirstOrDefault(c => c.Name == name).Kinds ?? throw new ArgumentException($"--kinds: found '{name}'; expected one or more of {string.Join(", ", Choices.Select(c => c.Name))}, with commas between."));
        return new ObservationWindow(Kinds: kinds);
    }
}
