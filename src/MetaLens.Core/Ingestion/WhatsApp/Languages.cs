namespace MetaLens.Ingestion.WhatsApp;

/// <summary>Every language whose words are known, English first. Lines of others are still read: what no name heads is a notice, what stands in angle brackets is media left out.</summary>
static class Languages
{
    public static Language[] All { get; } =
    [
        new("en", ["WhatsApp Chat with ", "WhatsApp Chat - "], "(file attached)",
            ["This message was deleted", "This message was deleted by admin", "null"], ["You deleted this message"], ["This message was edited"],
            ["Missed voice call", "Missed video call", "Missed group voice call", "Missed group video call", "Voice call", "Video call", "Group call"],
            [
                (MessageKind.Photo, ["image omitted", "photo omitted"]), (MessageKind.Video, ["video omitted", "video note omitted"]), (MessageKind.Voice, ["audio omitted"]),
                (MessageKind.File, ["sticker omitted", "document omitted", "GIF omitted", "Contact card omitted"]),
            ],
            ["Messages and calls are end-to-end encrypted", "Messages to this chat and calls are now secured", "Messages to this group are now secured", "Messages you send to this"],
            [
                new(" added ", NamesMembers: true), new(" removed ", NamesMembers: true), new(" created group "), new(" created this group"), new(" joined using "), new(" joined from "), new(" joined the group"), new(" was added"),
                new(" were added"), new(" was removed"), new(" changed the subject"), new(" changed the group "), new(" changed this group's "), new(" changed their phone number"), new(" changed to +"), new(" left the group"), new("", " left"),
            ], " and ", "You"),
        new("de", ["WhatsApp-Chat mit ", "WhatsApp Chat mit "], "(Datei angehängt)",
            ["Diese Nachricht wurde gelöscht"], ["Du hast diese Nachricht gelöscht"], ["Diese Nachricht wurde bearbeitet"],
            ["Verpasster Sprachanruf", "Verpasster Videoanruf", "Verpasster Gruppen-Sprachanruf", "Verpasster Gruppen-Videoanruf", "Sprachanruf", "Videoanruf"],
            [
                (MessageKind.Photo, ["Bild weggelassen"]), (MessageKind.Video, ["Video weggelassen"]), (MessageKind.Voice, ["Audio weggelassen"]),
                (MessageKind.File, ["Sticker weggelassen", "Dokument weggelassen", "GIF weggelassen", "Kontaktkarte ausgelassen"]),
            ],
            ["Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt", "Nachrichten in diesem Chat"],
            [
                new(" hat die Gruppe "), new(" hat den Betreff "), new(" hat die Gruppenbeschreibung "), new(" hat das Gruppenbild "), new(" hat ", " hinzugefügt", true), new(" hat ", " entfernt", true),
                new(" ist der Gruppe "), new(" ist über "), new(" ist mit "), new(" wurde hinzugefügt"), new(" wurde entfernt"),
            ], " und ", "Du"),
        new("es", ["Chat de WhatsApp con ", "Chat de WhatsApp - "], "(archivo adjunto)",
            ["Se eliminó este mensaje", "Este mensaje fue eliminado"], ["Eliminaste este mensaje"], ["Se editó este mensaje", "Este mensaje fue editado"],
            ["Llamada perdida", "Llamada de voz perdida", "Videollamada perdida", "Llamada grupal perdida", "Llamada de voz", "Videollamada"],
            [
                (MessageKind.Photo, ["imagen omitida"]), (MessageKind.Video, ["video omitido", "vídeo omitido"]), (MessageKind.Voice, ["audio omitido"]),
                (MessageKind.File, ["sticker omitido", "documento omitido", "GIF omitido", "Tarjeta de contacto omitida"]),
            ],
            ["Los mensajes y las llamadas están cifrados de extremo a extremo"],
            [
                new(" añadió a ", NamesMembers: true), new(" eliminó a ", NamesMembers: true), new(" creó el grupo"), new(" salió del grupo"), new("", " salió"), new(" se unió "), new(" cambió el asunto"), new(" cambió el nombre"),
                new(" cambió el ícono"), new(" cambió la descripción"), new(" fue añadido"), new(" cambió su número"),
            ], " y ", "Tú"),
        new("pt", ["Conversa do WhatsApp com ", "Conversa no WhatsApp com "], "(arquivo anexado)",
            ["Mensagem apagada", "Esta mensagem foi apagada", "Esta mensagem foi eliminada"], ["Você apagou esta mensagem", "Apagou esta mensagem", "Eliminou esta mensagem"], ["Mensagem editada", "Esta mensagem foi editada"],
            ["Chamada de voz perdida", "Chamada de vídeo perdida", "Ligação de voz perdida", "Ligação de vídeo perdida", "Chamada perdida", "Videochamada perdida", "Chamada de voz", "Ligação de voz", "Videochamada"],
            [
                (MessageKind.Photo, ["imagem ocultada", "imagem omitida", "imagem não revelada"]), (MessageKind.Video, ["vídeo omitido", "vídeo ocultado"]), (MessageKind.Voice, ["áudio ocultado", "áudio omitido"]),
                (MessageKind.File, ["figurinha omitida", "documento omitido", "GIF omitido", "cartão do contato omitido"]),
            ],
            ["As mensagens e as chamadas são protegidas com a criptografia", "As mensagens e ligações são protegidas com a criptografia", "As mensagens e as chamadas são encriptadas"],
            [
                new(" adicionou ", NamesMembers: true), new(" removeu ", NamesMembers: true), new(" criou o grupo"), new(" criou este grupo"), new(" saiu do grupo"), new("", " saiu"), new(" entrou usando "), new(" entrou no grupo"),
                new(" mudou o nome"), new(" mudou a imagem"), new(" mudou a descrição"), new(" alterou "), new(" foi adicionado"), new(" mudou para +"),
            ], " e ", "Você"),
        new("fr", ["Discussion WhatsApp avec "], "(fichier joint)",
            ["Ce message a été supprimé"], ["Vous avez supprimé ce message"], ["Ce message a été modifié"],
            ["Appel vocal manqué", "Appel vidéo manqué", "Appel manqué", "Appel vocal", "Appel vidéo"],
            [
                (MessageKind.Photo, ["image absente", "image omise"]), (MessageKind.Video, ["vidéo absente", "vidéo omise"]), (MessageKind.Voice, ["audio omis", "audio absent"]),
                (MessageKind.File, ["sticker omis", "document manquant", "document omis", "GIF retiré", "GIF omis", "fiche contact retirée"]),
            ],
            ["Les messages et les appels sont chiffrés de bout en bout", "Les messages et appels sont chiffrés de bout en bout"],
            [
                new(" a ajouté ", NamesMembers: true), new(" a supprimé ", NamesMembers: true), new(" a retiré ", NamesMembers: true), new(" a créé le groupe"), new(" a créé ce groupe"), new(" a quitté"), new("", " est parti"), new("", " est partie"),
                new(" a rejoint "), new(" a changé "), new(" a modifié "), new(" a été ajouté"),
            ], " et ", "Vous"),
        new("it", ["Chat WhatsApp con "], "(file allegato)",
            ["Questo messaggio è stato eliminato"], ["Hai eliminato questo messaggio"], ["Questo messaggio è stato modificato"],
            ["Chiamata vocale persa", "Videochiamata persa", "Chiamata persa", "Chiamata vocale", "Videochiamata"],
            [
                (MessageKind.Photo, ["immagine omessa"]), (MessageKind.Video, ["video omesso"]), (MessageKind.Voice, ["audio omesso"]),
                (MessageKind.File, ["sticker non incluso", "sticker omesso", "documento omesso", "GIF esclusa", "GIF omessa", "scheda contatto omessa"]),
            ],
            ["I messaggi e le chiamate sono crittografati end-to-end"],
            [
                new(" ha aggiunto ", NamesMembers: true), new(" ha rimosso ", NamesMembers: true), new(" ha creato il gruppo"), new(" ha abbandonato"), new(" è uscito"), new(" è entrato"), new(" si è unito"), new(" ha cambiato "),
                new(" ha modificato "), new(" è stato aggiunto"),
            ], " e ", "Tu"),
        new("nl", ["WhatsApp-chat met "], "(bestand bijgevoegd)",
            ["Dit bericht is verwijderd"], ["Je hebt dit bericht verwijderd", "U hebt dit bericht verwijderd"], ["Dit bericht is bewerkt"],
            ["Gemiste spraakoproep", "Gemiste video-oproep", "Gemiste groepsoproep", "Spraakoproep", "Video-oproep"],
            [
                (MessageKind.Photo, ["afbeelding weggelaten"]), (MessageKind.Video, ["video weggelaten"]), (MessageKind.Voice, ["audio weggelaten"]),
                (MessageKind.File, ["sticker weggelaten", "document weggelaten", "GIF weggelaten", "contactkaart weggelaten"]),
            ],
            ["Berichten en gesprekken worden end-to-end versleuteld", "Berichten en oproepen zijn end-to-end versleuteld"],
            [
                new(" heeft de groep "), new(" heeft groep "), new(" heeft het onderwerp "), new(" heeft de groepsafbeelding "), new(" heeft de groepsbeschrijving "), new(" heeft ", " toegevoegd", true), new(" heeft ", " verwijderd", true),
                new(" neemt deel "), new(" is toegevoegd"), new(" is verwijderd"),
            ], " en ", "Je"),
        new("ru", ["Чат WhatsApp с "], "(файл добавлен)",
            ["Данное сообщение удалено", "Это сообщение удалено", "Сообщение удалено"], ["Вы удалили данное сообщение", "Вы удалили это сообщение"], ["Сообщение изменено", "Это сообщение изменено"],
            ["Пропущенный аудиозвонок", "Пропущенный видеозвонок", "Пропущенный звонок", "Аудиозвонок", "Видеозвонок"],
            [
                (MessageKind.Photo, ["изображение отсутствует", "изображение опущено"]), (MessageKind.Video, ["видео отсутствует", "видео опущено"]), (MessageKind.Voice, ["аудиофайл отсутствует", "аудио опущено"]),
                (MessageKind.File, ["стикер отсутствует", "документ отсутствует", "GIF отсутствует", "карточка контакта отсутствует"]),
            ],
            ["Сообщения и звонки защищены сквозным шифрованием"],
            [
                new(" добавил(-а) группу"), new(" создал(-а) группу"), new(" создал группу"), new(" создала группу"), new(" добавил(-а) ", NamesMembers: true), new(" добавил ", NamesMembers: true), new(" добавила ", NamesMembers: true),
                new(" удалил(-а) ", NamesMembers: true), new(" удалил ", NamesMembers: true), new(" удалила ", NamesMembers: true), new(" покинул"), new("", " вышел"), new("", " вышла"), new("", " вышел(-ла)"), new(" присоединил"), new(" изменил"),
            ], " и ", "Вы"),
    ];
}
