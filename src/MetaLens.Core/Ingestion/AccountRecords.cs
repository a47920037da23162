namespace MetaLens.Ingestion;

/// <summary>What exports hold of an account besides messages, in the plural as people are told.</summary>
static class AccountRecords
{
    public const string LogIns = "log-ins with address and device";
    public const string LogOuts = "log-outs with address and device";
    public const string Contacts = "contacts of the address book";
}
