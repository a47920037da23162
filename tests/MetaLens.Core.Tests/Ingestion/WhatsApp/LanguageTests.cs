using MetaLens.Ingestion;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.WhatsApp;

/// <summary>What WhatsApp itself writes, in the languages whose words are known: notices are no messages, media left out and deleted messages have no size, calls are calls.</summary>
public class LanguageTests
{
    [Theory]
    [InlineData("WhatsApp Chat with Club.txt", "Al added Bo and Cy", "Cy left", "Al created group \"Club: new\"", "Missed voice call", "This message was deleted", "IMG-1.jpg (file attached)", "<Media omitted>")]
    [InlineData("WhatsApp-Chat mit Club.txt", "Al hat Bo und Cy hinzugefügt", "Cy hat die Gruppe verlassen", "Al hat die Gruppe „Club: neu“ erstellt.", "Verpasster Sprachanruf", "Diese Nachricht wurde gelöscht.", "IMG-1.jpg (Datei angehängt)", "<Medien ausgeschlossen>")]
    [InlineData("Chat de WhatsApp con Club.txt", "Al añadió a Bo y Cy", "Cy salió del grupo", "Al creó el grupo \"Club: nuevo\"", "Llamada perdida", "Se eliminó este mensaje.", "IMG-1.jpg (archivo adjunto)", "<Multimedia omitido>")]
    [InlineData("Conversa do WhatsApp com Club.txt", "Al adicionou Bo e Cy", "Cy saiu", "Al criou o grupo \"Club: novo\"", "Chamada de voz perdida", "Mensagem apagada", "IMG-1.jpg (arquivo anexado)", "<Mídia oculta>")]
    [InlineData("Discussion WhatsApp avec Club.txt", "Al a ajouté Bo et Cy", "Cy a quitté le groupe", "Al a créé le groupe « Club: neuf »", "Appel vocal manqué", "Ce message a été supprimé", "IMG-1.jpg (fichier joint)", "<Médias omis>")]
    [InlineData("Chat WhatsApp con Club.txt", "Al ha aggiunto Bo e Cy", "Cy ha abbandonato", "Al ha creato il gruppo \"Club: nuovo\"", "Chiamata vocale persa", "Questo messaggio è stato eliminato", "IMG-1.jpg (file allegato)", "<Media omessi>")]
    [InlineData("WhatsApp-chat met Club.txt", "Al heeft Bo en Cy toegevoegd", "Cy heeft de groep verlaten", "Al heeft de groep \"Club: nieuw\" gemaakt", "Gemiste spraakoproep", "Dit bericht is verwijderd", "IMG-1.jpg (bestand bijgevoegd)", "<Media weggelaten>")]
    [InlineData("Чат WhatsApp с Club.txt", "Al добавил(-а) Bo и Cy", "Cy покинул(-а) группу", "Al создал(-а) группу «Club: new»", "Пропущенный аудиозвонок", "Данное сообщение удалено", "IMG-1.jpg (файл добавлен)", "<Без медиафайлов>")]
    public void Android_writes_its_own_lines_in_the_phones_language(string file, string added, string left, string created, string call, string deleted, string attached, string omitted)
    {
        var lines = (string[])[created, added, $"Al: {call}", $"Bo: {deleted}", $"Bo: {attached}", $"Al: {omitted}", left, "Di: x"];
        var (log, report) = Exports.ReadFile(file, string.Concat(lines.Select((line, i) => $"30.12.23, 17:4{i} - {line}\n")));
        Assert.Equal(
            ["Al > Bo, Cy, Di: Membership -1", "Al > Bo, Cy, Di: Membership -1", "Al > Bo, Cy, Di: Call -1", "Bo > Al, Cy, Di: Text -1", "Bo > Al, Cy, Di: Photo -1", "Al > Bo, Cy, Di: File -1", "Cy > Al, Bo, Di: Membership -1", "Di > Al, Bo, Cy: Text 1"],
            Exports.Lines(log));
        Assert.Equal((0L, "Club"), (report.RejectedTotal, log.ConversationNames[0]));
    }

    [Theory]
    [InlineData("image omitted", "Missed video call", "Messages and calls are end-to-end encrypted. Only people in this chat can read them.", "<attached: 00000012-PHOTO.jpg>", "<This message was edited>")]
    [InlineData("Bild weggelassen", "Verpasster Videoanruf", "Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt. Nur Personen in diesem Chat können sie lesen.", "<Anhang: 00000012-PHOTO.jpg>", "<Diese Nachricht wurde bearbeitet.>")]
    [InlineData("imagen omitida", "Videollamada perdida", "Los mensajes y las llamadas están cifrados de extremo a extremo. Solo las personas de este chat pueden leerlos.", "<adjunto: 00000012-PHOTO.jpg>", "<Se editó este mensaje.>")]
    [InlineData("imagem ocultada", "Chamada de vídeo perdida", "As mensagens e as chamadas são protegidas com a criptografia de ponta a ponta.", "<anexado: 00000012-PHOTO.jpg>", "<Mensagem editada>")]
    [InlineData("image absente", "Appel vidéo manqué", "Les messages et les appels sont chiffrés de bout en bout. Seules les personnes de cette discussion peuvent les lire.", "<pièce jointe : 00000012-PHOTO.jpg>", "<Ce message a été modifié>")]
    [InlineData("immagine omessa", "Videochiamata persa", "I messaggi e le chiamate sono crittografati end-to-end. Solo le persone in questa chat possono leggerli.", "<allegato: 00000012-PHOTO.jpg>", "<Questo messaggio è stato modificato>")]
    [InlineData("afbeelding weggelaten", "Gemiste video-oproep", "Berichten en gesprekken worden end-to-end versleuteld. Alleen personen in deze chat kunnen ze lezen.", "<bijgevoegd: 00000012-PHOTO.jpg>", "<Dit bericht is bewerkt>")]
    [InlineData("изображение отсутствует", "Пропущенный видеозвонок", "Сообщения и звонки защищены сквозным шифрованием. Только участники этого чата могут их прочитать.", "<прикреплено: 00000012-PHOTO.jpg>", "<Сообщение изменено>")]
    [InlineData("画像は含まれていません", "不在着信", "メッセージと通話はエンドツーエンドで暗号化されています。このチャットの参加者だけが読んだり聞いたりできます。詳しくはこちらをタップしてください。", "<添付ファイル: 00000012-PHOTO.jpg>", "<このメッセージは編集されました>")]
    public void IPhones_mark_what_they_write_themselves(string omitted, string call, string notice, string attached, string edited)
    {
        var lines = (string[])[$"Bo: \u200E{notice}", $"Al: \u200E{omitted}", $"Bo: \u200E{call}", $"Al: \u200E{attached}", $"Bo: hello \u200E{edited}", $"Al: \u200EReport.pdf • \u200E3 pages \u200E{attached}"];
        var (log, report) = Exports.ReadFile("Bo/_chat.txt", string.Concat(lines.Select((line, i) => $"{(line.Contains("hello") ? "" : "\u200E")}[30.12.23, 17:46:0{i}] {line}\r\n")));
        var known = !omitted.StartsWith('画');
        Assert.Equal([$"Al > Bo: {(known ? "Photo" : "File")} -1", $"Bo > Al: {(known ? "Call" : "File")} -1", "Al > Bo: Photo -1", "Bo > Al: Text 5", "Al > Bo: Photo -1"], Exports.Lines(log));
        Assert.Equal(1, report.Skipped["system lines"]);
    }

    // The words for media left out on Android, as exports in these languages have them; formats.md tells where they were seen.
    [Theory]
    [InlineData("<media weggelaat>")]
    [InlineData("<تم استبعاد الوسائط>")]
    [InlineData("<Media çıxarılmışdır>")]
    [InlineData("<Без файл>")]
    [InlineData("<মিডিয়া বাদ দেওয়া হয়েছে>")]
    [InlineData("<fitxers multimèdia omesos>")]
    [InlineData("< Média vynechána >")]
    [InlineData("<Mediefil udeladt>")]
    [InlineData("<Εξαίρεση πολυμέσων>")]
    [InlineData("<رسانه حذف شد>")]
    [InlineData("< پيوست نما/آهنگ حذف شد >")]
    [InlineData("<Media jätetty pois>")]
    [InlineData("<મીડિયા અવગણવામાં આવ્યા>")]
    [InlineData("<मीडिया के बिना>")]
    [InlineData("<Hiányzó médiafájl>")]
    [InlineData("<media tidak disertakan>")]
    [InlineData("<המדיה לא נכללה>")]
    [InlineData("<メディアなし>")]
    [InlineData("<ಮಾಧ್ಯಮ ಕೈಬಿಡಲಾಗಿದೆ>")]
    [InlineData("<미디어 파일 제외됨>")]
    [InlineData("<ບໍ່ລວມມີເດຍ>")]
    [InlineData("<മീഡിയ ഒഴിവാക്കി>")]
    [InlineData("<मीडिया वगळण्यात आला>")]
    [InlineData("<ਮੀਡੀਆ ਛੱਡਿਆ>")]
    [InlineData("<pominięto multimedia>")]
    [InlineData("<கோப்புகள் விடப்பட்டன>")]
    [InlineData("<మీడియా విస్మరించబడింది>")]
    [InlineData("<ไฟล์สื่อถูกลบ>")]
    [InlineData("<medya dahil edilmedi>")]
    [InlineData("<میڈیا چھوڑ دیا گیا>")]
    [InlineData("<fayl o‘tkazib yuborildi>")]
    [InlineData("<bỏ qua tệp phương tiện>")]
    [InlineData("<忽略多媒體檔>")]
    public void Media_left_out_has_no_size_in_any_language(string words)
    {
        var (log, _) = Exports.ReadFile("WhatsApp Chat with Bo.txt", $"30.12.23, 17:46 - Al: {words}\n30.12.23, 17:47 - Bo: <html>\n30.12.23, 17:48 - Al: <3 you all\n");
        Assert.Equal(["Al > Bo: File -1", "Bo > Al: Text 6", "Al > Bo: Text 10"], Exports.Lines(log));
    }

    [Theory]
    [InlineData("WhatsApp_Chat_with_Bo_Miller.txt")]
    [InlineData("WhatsApp Chat with Bo Miller (2).txt")]
    [InlineData("WhatsApp Chat - Bo Miller.txt")]
    public void The_chat_is_named_after_its_file(string name)
    {
        var (log, _) = Exports.ReadFile(name, "30.12.23, 17:46 - Al: x\n");
        Assert.Equal(("Bo Miller", "Al > Bo Miller: Text 1"), (log.ConversationNames[0], Exports.Lines(log)[0]));
    }

    [Fact]
    public void People_who_are_no_contacts_have_a_tilde_or_a_number()
    {
        var (log, report) = Exports.ReadFile("WhatsApp Chat with Club.txt", """
            30/12/2023, 17:46 - ~ Al joined using this group's invite link
            30/12/2023, 17:47 - ~ Al: hi
            30/12/2023, 17:48 - +49 151 2345678: hi
            30/12/2023, 17:49 - Your security code with +49 151 2345678 changed. Tap to learn more.
            30/12/2023, 17:50 - Bo: POLL:
            Lunch?
            OPTION: Yes (2 votes)
            30/12/2023, 17:51 - Bo: null
            """.Replace("~ ", "~\u202F"));
        Assert.Equal(["~ Al > +49 151 2345678, Bo: Membership -1", "~ Al > +49 151 2345678, Bo: Text 2", "+49 151 2345678 > Bo, ~ Al: Text 2", "Bo > +49 151 2345678, ~ Al: File 34", "Bo > +49 151 2345678, ~ Al: Text -1"], Exports.Lines(log));
        Assert.Equal(1, report.Skipped["system lines"]);
    }
}
