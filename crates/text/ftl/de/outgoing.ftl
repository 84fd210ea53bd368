# Requests that the server makes itself: packages by URL, webhooks.

## Adressen, die der Server selbst anfragt

destination-not-web = „{ $address }“ ist keine Adresse im Web. Schreiben Sie eine, die mit https:// beginnt.
destination-too-long = Die Adresse ist länger als { $characters } Zeichen.
destination-sign-in-inside = Die Adresse enthält einen Namen oder ein Passwort, das jeder verwenden könnte, der sie liest. Lassen Sie es weg.
destination-port = An Port 0 hört niemand zu. Lassen Sie den Port weg, oder schreiben Sie den richtigen.
destination-private = { $host } führt zu { $address }; diese Adresse ist nicht öffentlich. Wenn der Server dort anfragen darf, tragen Sie sie in der Einstellung private_destinations ein.
destination-never = { $host } führt zu { $address }; dort fragt der Server niemals an.
destination-plain = { $host } soll über http: angefragt werden; unterwegs kann dann jeder verändern, was kommt. Schreiben Sie https:, oder tragen Sie die Adresse in der Einstellung private_destinations ein, wenn sie in einem eigenen Netz liegt.
destination-down = Die Adresse leitet von https: auf http: bei { $host } weiter. Dem wird nicht gefolgt.
outgoing-not-reached = { $host } antwortet nicht ({ $detail }). Prüfen Sie die Adresse und versuchen Sie es noch einmal.
outgoing-certificate = Dem Zertifikat von { $host } wird nicht vertraut ({ $detail }). Es wurde nichts geholt.
outgoing-late = { $host } war zu langsam. Ein Paket muss innerhalb von { $minutes } Minuten da sein.
outgoing-not-understood = Was { $host } antwortet, ist nicht zu verstehen ({ $detail }).
outgoing-status = { $host } antwortet mit { $status } und nicht mit der Datei. Prüfen Sie, ob jeder sie dort ohne Anmeldung holen kann.
outgoing-sent-on-too-often = { $host } leitet mehr als { $times }-mal an andere Adressen weiter.
outgoing-packed = { $host } packt die Bytes, obwohl niemand darum gebeten hat. Bieten Sie die Datei so an, wie sie ist.
outgoing-cut = Die Verbindung zu { $host } brach ab, bevor die Datei vollständig war. Versuchen Sie es noch einmal.
outgoing-busy = Gerade werden andere Pakete geholt. Versuchen Sie es in einigen Minuten noch einmal.
outgoing-ended = Das Holen wurde beendet, bevor die Datei vollständig war. Versuchen Sie es noch einmal.
