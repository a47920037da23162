using MetaLens.Ingestion.Json;

namespace MetaLens.Ingestion.Matrix;

/// <summary>What one event of a room tells.</summary>
/// <param name="Type">m.room.message and its kin.</param>
/// <param name="Sender">Matrix id of who sent it.</param>
/// <param name="StateKey">Whom a membership is about; empty for none.</param>
/// <param name="At">Unix milliseconds; null when it is missing.</param>
/// <param name="Id">The event's id.</param>
/// <param name="Room">The room's id.</param>
/// <param name="MessageType">m.text, m.image, …</param>
/// <param name="Membership">join, leave, invite, ban.</param>
/// <param name="BodyBytes">Bytes of the text.</param>
/// <param name="FileBytes">Bytes of the attachment; null when it is not known.</param>
/// <param name="CipherBytes">Bytes of what could not be decrypted.</param>
readonly record struct MatrixEvent(string Type, string Sender, string StateKey, long? At, string Id, string Room, string MessageType, string Membership, int BodyBytes, long? FileBytes, int CipherBytes)
{
    /// <summary>Reads an event; the walk stands at its beginning.</summary>
    public static MatrixEvent Of(ref JsonTokens json)
    {
        var e = new MatrixEvent("", "", "", null, "", "", "", "", 0, null, 0);
        while (json.NextMember())
        {
            if (json.Is("type"u8)) e = e with { Type = json.ReadName() };
            else if (json.Is("sender"u8)) e = e with { Sender = json.ReadName() };
            else if (json.Is("state_key"u8)) e = e with { StateKey = json.ReadName() };
            else if (json.Is("origin_server_ts"u8)) e = e with { At = json.ReadNumber() };
            else if (json.Is("event_id"u8)) e = e with { Id = json.ReadName() };
            else if (json.Is("room_id"u8)) e = e with { Room = json.ReadName() };
            else if (json.Is("content"u8))
            {
                if (json.EnterObject()) e = e.WithContent(ref json);
            }
            else json.Skip();
        }
        return e;
    }

    MatrixEvent WithContent(ref JsonTokens json)
    {
        var e = this;
        while (json.NextMember())
        {
            if (json.Is("msgtype"u8)) e = e with { MessageType = json.ReadName() };
            else if (json.Is("membership"u8)) e = e with { Membership = json.ReadName() };
            else if (json.Is("body"u8)) e = e with { BodyBytes = json.ReadUtf8().Length };
            else if (json.Is("ciphertext"u8)) e = e with { CipherBytes = json.ReadUtf8().Length };
            else if (json.Is("info"u8))
            {
                if (!json.EnterObject()) continue;
                while (json.NextMember())
                    if (json.Is("size"u8)) e = e with { FileBytes = json.ReadNumber() };
                    else json.Skip();
            }
            else json.Skip();
        }
        return e;
    }
}
