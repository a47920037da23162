namespace MetaLens.Ingestion;

/// <summary>Every format, once, the most particular first: each claims its files of what the ones before it left. Help, detection, docs and tests walk this table.</summary>
public static class MessageFormats
{
    /// <summary>All formats in the order in which they are asked.</summary>
    public static IReadOnlyList<IMessageFormat> All { get; } =
    [
        new Signal.SignalBackupFormat(),
        new Signal.SignalExportFormat(),
        new Instagram.InstagramFormat(),
        new Messenger.MessengerFormat(),
        new Telegram.TelegramFormat(),
        new WhatsApp.WhatsAppChatFormat(),
        new WhatsApp.WhatsAppDatabaseFormat(),
        new IMessage.IMessageDatabaseFormat(),
        new Slack.SlackFormat(),
        new Discord.DiscordPackageFormat(),
        new Discord.DiscordExporterFormat(),
        new Matrix.MatrixFormat(),
        new Xmpp.XmppFormat(),
        new SmsBackup.SmsBackupFormat(),
        new GoogleVoice.GoogleVoiceFormat(),
        new Mail.MailFormat(),
        new Capture.CaptureFormat(),
        new NetFlow.NetFlowFormat(),
        new CallRecords.CallRecordsFormat(),
        new Delimited.DelimitedFormat(),
    ];

    /// <summary>The format with this id, or null.</summary>
    public static IMessageFormat? Find(string id) => All.FirstOrDefault(f => f.Card.Id == id);
}
