using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Lenses;

public class LensCatalogTests
{
    [Theory]
    [InlineData("none", "none")]
    [InlineData("nothing", "hide=everything")]
    [InlineData("instagram-standard", "none")]
    [InlineData("instagram-e2ee-optin", "hide=content")]
    [InlineData("messenger-e2ee", "hide=content")]
    [InlineData("whatsapp", "hide=content")]
    [InlineData("whatsapp.stored", "hide=everything")]
    [InlineData("whatsapp.pen-register", "groups=hidden,retain=60d,hide=content,hide=size")]
    [InlineData("whatsapp.2703d-order", "hide=everything")]
    [InlineData("whatsapp.network", "links=100ms,hide=content")]
    [InlineData("whatsapp.push-provider", "groups=hidden,receipts=off,hide=content,hide=sender,hide=size")]
    [InlineData("signal-sealed", "groups=hidden,receipts=1s/60,pad=signal,hide=content,hide=sender")]
    [InlineData("signal-unsealed", "groups=hidden,receipts=1s/60,pad=signal,hide=content")]
    [InlineData("signal-as-it-was", "groups=hidden,receipts=1s/60,pad=signal,hide=content,hide=sealed-sender")]
    [InlineData("signal-sealed.subpoena", "hide=everything")]
    [InlineData("signal-sealed.network", "receipts=1s/60,pad=signal,links=100ms,hide=content")]
    [InlineData("telegram-cloud", "none")]
    [InlineData("telegram-secret", "groups=hidden,pad=16,hide=content")]
    [InlineData("imessage", "groups=hidden,hide=content")]
    [InlineData("imessage+adp", "hide=everything")]
    [InlineData("imessage+icloud-standard", "none")]
    [InlineData("imessage.network", "links=100ms,hide=content")]
    [InlineData("imessage.pen-register", "hide=everything")]
    [InlineData("sms", "groups=hidden")]
    [InlineData("sms.subpoena", "groups=hidden,receipts=off,hide=content,hide=size")]
    [InlineData("email-tls", "none")]
    [InlineData("email-pgp", "hide=content")]
    [InlineData("slack-discord", "none")]
    [InlineData("instagram-standard.2703d-order", "receipts=off,hide=content,hide=size")]
    public void A_lens_stands_for_the_cells_of_its_view(string id, string protections) => Assert.Equal(protections, LensText.Format(LensCatalog.Find(id)));

    [Fact]
    public void Turning_encryption_off_on_Instagram_changed_what_can_be_read_and_nothing_else()
    {
        var log = GroupLogs.Random(4);
        var (before, after) = (LensCatalog.Find("instagram-e2ee-optin").Observe(log), LensCatalog.Find("instagram-standard").Observe(log));
        Assert.False(before.ContentReadable);
        Assert.True(after.ContentReadable);
        Assert.Equal(after.Sender, before.Sender);
        Assert.Equal(after.Recipient, before.Recipient);
        Assert.Equal(after.SeenAt, before.SeenAt);
        Assert.Equal(after.Size, before.Size);
        Assert.Equal(after.Conversation, before.Conversation);
        var platforms = PlatformCatalog.All.ToDictionary(platform => platform.Id);
        Assert.Equal([MessageField.Content, MessageField.Attachments], Enum.GetValues<MessageField>()
            .Where(field => platforms["instagram-standard"].Views[0][field].Visibility != platforms["instagram-e2ee-optin"].Views[0][field].Visibility));
    }

    [Fact]
    public void Each_id_is_found_and_is_unique_and_the_order_is_stable()
    {
        Assert.Distinct(LensCatalog.All.Select(lens => lens.Id));
        foreach (var lens in LensCatalog.All) Assert.Same(lens, LensCatalog.Find(lens.Id));
        Assert.Equal(["none", "instagram-standard", "instagram-standard.network"], LensCatalog.All.Take(3).Select(lens => lens.Id));
        Assert.Equal(["signal-as-it-was", "nothing"], LensCatalog.All.TakeLast(2).Select(lens => lens.Id));
        Assert.Same(LensCatalog.Find("sms"), LensCatalog.Find("sms.operator"));
    }

    [Fact]
    public void Each_lens_of_a_platform_shows_its_cells_and_the_others_have_none()
    {
        Assert.Equal(PlatformCatalog.All.SelectMany(platform => platform.Views), LensCatalog.All.Select(LensCatalog.ViewOf).OfType<ObserverView>());
        var sender = LensCatalog.ViewOf(LensCatalog.Find("whatsapp"))![MessageField.Sender];
        Assert.Equal((FieldVisibility.Transient, Confidence.Sourced, "T"), (sender.Visibility, sender.Confidence, sender.Code));
        Assert.Null(LensCatalog.ViewOf(Lens.None));
    }

    [Theory]
    [InlineData("whatsap", "whatsapp")]
    [InlineData("signal", "signal-sealed")]
    [InlineData("instagram", "instagram-standard")]
    [InlineData("telegram-sercet", "telegram-secret")]
    [InlineData("imessage.isp", "imessage.network")]
    public void An_unknown_id_is_answered_with_the_nearest(string id, string nearest) =>
        Assert.Contains(nearest, Assert.Throws<ArgumentException>(() => LensCatalog.Find(id)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_platform_table_is_complete()
    {
        Assert.Equal(19, PlatformCatalog.All.Length);
        Assert.Equal(113, PlatformCatalog.All.Sum(platform => platform.Views.Length));
        foreach (var view in PlatformCatalog.All.SelectMany(platform => platform.Views))
        {
            Assert.Equal(Enum.GetValues<MessageField>(), view.Cells.Select(cell => cell.Field));
            foreach (var cell in view.Cells)
            {
                Assert.True(Enum.IsDefined(cell.Visibility) && Enum.IsDefined(cell.Confidence), $"{view.Platform}.{view.Observer.Id} {cell.Field}");
                Assert.NotEmpty(cell.Source);
                Assert.NotEmpty(cell.Retention);
                Assert.Equal(cell.Confidence == Confidence.Derived, cell.Source.StartsWith("derived", StringComparison.Ordinal));
                Assert.Equal(cell.Confidence == Confidence.Memory, cell.Source == "from memory");
            }
        }
    }

    [Fact]
    public void What_a_breach_finds_is_never_more_than_what_the_operator_keeps()
    {
        foreach (var platform in PlatformCatalog.All)
            foreach (var breach in platform.Views.Where(view => view.Observer.Id == "breach-of-stored-data"))
                foreach (var field in Enum.GetValues<MessageField>())
                    if (platform.Views[0][field].Visibility is FieldVisibility.Transient or FieldVisibility.Inferable or FieldVisibility.NotAvailable)
                        Assert.Equal(FieldVisibility.NotAvailable, breach[field].Visibility);
    }

    [Fact]
    public void Signal_as_it_was_hides_the_senders_that_were_sealed_and_no_others()
    {
        var log = GroupLogs.Random(3);
        var seen = LensCatalog.Find("signal-as-it-was").Observe(log, 0, out var key);
        for (var i = 0; i < seen.Count; i++)
            if (key.MessageOf(i) is >= 0 and var message) Assert.Equal(log.Traits[message].SealedSender, seen.Sender[i] < 0);
        Assert.Contains(-1, seen.Sender.ToArray());
    }

    [Fact]
    public void A_short_name_fits_the_head_of_a_column_and_names_no_observer()
    {
        foreach (var lens in LensCatalog.All)
        {
            var lines = lens.ShortName.Split(", ", 2);
            Assert.All(lines, line => Assert.InRange(line.Length, 1, 26));
            Assert.DoesNotContain("seen by", lens.ShortName, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_page_of_lenses_is_the_committed_one()
    {
        var committed = File.ReadAllText(Path.Combine(SharedData.Root, "docs", "lenses.md"));
        Assert.Equal(committed, LensesPage.Markdown());
    }
}
