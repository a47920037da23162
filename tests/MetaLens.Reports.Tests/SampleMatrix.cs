using System.Collections.Immutable;
using MetaLens.Exposure;
using MetaLens.Lenses;

namespace MetaLens.Reports.Tests;

/// <summary>A matrix made by hand: its numbers measure nothing and are chosen to show every word, an interval, and a cell without a number.</summary>
static class SampleMatrix
{
    static readonly (string Id, string Question, string Subject)[] Questions =
    [
        ("content", "What was said?", "messages"), ("contacts", "Who talks with whom?", "people"), ("closeness", "Who matters most to each?", "people"),
        ("frequency", "How often, and is it changing?", "people"), ("rhythm", "When are they awake, and where on earth?", "people"), ("groups", "Which circles do they belong to?", "people"),
        ("roles", "Who leads, who brokers?", "pairs"), ("identity", "Is this the same person after the identifier changed?", "people"),
        ("events", "When did something happen?", "people"), ("kind", "What kind of message was it?", "messages"),
    ];

    static readonly (string Id, string Name, double[] Exposure)[] Lenses =
    [
        ("instagram-standard", "No end-to-end encryption", [1, 1, 1, 1, 1, 1, 1, 1, 1, double.NaN]),
        ("instagram-e2ee-optin", "End-to-end encryption", [0, 1, 1, 1, 0.99, 0.98, 0.97, 0.96, 0.97, 0.66]),
        ("signal-sealed", "Encryption and sealed sender", [0, 0.41, 0.55, 0.71, 0.83, 0.48, 0.44, 0.62, 0.58, 0.27]),
        ("everything", "Everything on", [0, 0.03, 0.02, 0.09, 0.21, 0.01, 0.04, 0.02, 0.06, 0.01]),
        ("whatsapp.pen-register", "WhatsApp, pen register", [0, 1, 1, 1, 0.99, 0.98, 0.97, 0.96, 0.97, 0.5]),
        ("imessage.network", "iMessage, from the network", [0, 0.3, 0.2, 0.8, 0.9, 0.2, 0.1, 0.3, 0.5, 0.4]),
    ];

    public static ExposureMatrix Make()
    {
        var observer = new Observer("operator", "the platform’s operator");
        return new ExposureMatrix(
            [.. Lenses.Select(l => new Lens(l.Id, l.Name, observer, []))],
            [.. Questions.Select(q => new QuestionCard(q.Id, q.Question, "Share answered rightly.", "Guessing at random.", q.Subject))],
            [.. Questions.SelectMany((q, row) => Lenses.Select(l => Cell(q.Id, l.Id, l.Exposure[row])))]);
    }

    static ExposureCell Cell(string question, string lens, double exposure) => double.IsNaN(exposure)
        ? new ExposureCell(question, lens, null, null, null, null, null, 0, "", "", "Nothing needs to.", "The records do not name the kind of a message.")
        : new ExposureCell(question, lens, exposure, 0.002, exposure, Math.Max(0, exposure - 0.04), Math.Min(1, exposure + 0.03), 636,
            $"Of 636 people, the server would be right about {(int)(636 * exposure)}; guessing is right about 1.", "It counts the messages that pass between each two accounts; sender and recipient stand on every envelope.",
            "Hiding the sender from the server, and padding receipts so that replies cannot be matched.", null);

    public static ImmutableArray<ProtectionAdvice> Advice { get; } =
    [
        new("hide the sender", 0.94, 0.61, 0, 0, true), new("hide the sender, delay by 30 s", 0.94, 0.48, 30, 0, true), new("round times to an hour", 0.94, 0.81, 0, 0, false),
        new("pad to 160 bytes", 0.94, 0.9, 0, 0.4, false), new("batches of 100", 0.94, 0.37, 240, 0, true), new("cover traffic, 0.5 an hour", 0.94, 0.71, 0, 1.9, false),
        new("new identifiers every 7 days", 0.94, 0.66, 0, 0, false), new("all of these together", 0.94, 0.08, 270, 2.3, true),
    ];
}
