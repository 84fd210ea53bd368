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

## Webhooks

oxupdated-webhook-help = Webhooks: Adressen, denen gesagt wird, was geschieht.
oxupdated-webhook-add-help = Fügt einen Webhook hinzu und zeigt einmal, womit seine Zustellungen unterschrieben werden.
oxupdated-webhook-add-arg-url = Die Adresse, die aufgerufen wird, zum Beispiel https://chat.example.com/hooks/7.
oxupdated-webhook-add-arg-event = Was ihm gesagt wird: package.published oder install.failed; mehrmals angegeben auch mehrere.
oxupdated-webhook-remove-help = Entfernt einen Webhook; ihm wird nichts mehr gesagt.
oxupdated-webhook-remove-arg-webhook = Die Nummer des Webhooks aus „webhook list“ oder seine Adresse.
oxupdated-webhook-enable-help = Ruft einen Webhook wieder auf, der zu oft fehlschlug oder sagte, es gebe ihn nicht mehr.
oxupdated-webhook-enable-arg-webhook = Die Nummer des Webhooks aus „webhook list“ oder seine Adresse.
oxupdated-webhook-test-help = Ruft einen Webhook einmal mit einem Ereignis auf, das nichts bedeutet, und sagt, was er geantwortet hat.
oxupdated-webhook-test-arg-webhook = Die Nummer des Webhooks aus „webhook list“ oder seine Adresse.
oxupdated-webhook-list-help = Listet die Webhooks auf.
oxupdated-webhook-list-arg-json = Listet sie als JSON auf.
oxupdated-webhook-deliveries-help = Listet auf, was einem Webhook zuletzt gesagt wurde und was noch wartet, das Neueste zuerst.
oxupdated-webhook-deliveries-arg-webhook = Die Nummer des Webhooks aus „webhook list“ oder seine Adresse.
oxupdated-webhook-deliveries-arg-json = Listet sie als JSON auf.
setting-private-destinations = Adressen und Netze, die nicht öffentlich sind und bei denen der Server trotzdem anfragen darf: nach Paketen an ihrer URL und um Webhooks aufzurufen. Dort darf es auch `http:` sein.
webhook-event-unknown = Es gibt kein Ereignis „{ $name }“. Die Ereignisse sind: { $known }.
webhook-event-missing = Dem Webhook würde nichts gesagt. Wählen Sie mindestens eines von: { $known }.
webhook-known = Einen Webhook mit dieser Adresse bei { $host } gibt es schon. Entfernen Sie ihn zuerst, wenn ihm anderes gesagt werden soll.
webhook-too-many = Es gibt schon { $most } Webhooks. Entfernen Sie zuerst einen.
webhook-unknown = Es gibt keinen Webhook „{ $named }“. „oxupdated webhook list“ zeigt sie mit ihren Nummern.
done-webhook-add = Der Webhook { $id } bei { $host } wird ab jetzt aufgerufen.
    Seine Zustellungen werden mit diesem Geheimnis unterschrieben, das nur jetzt gezeigt wird: { $secret }
done-webhook-remove = Der Webhook bei { $host } wurde entfernt.
done-webhook-enable = Der Webhook bei { $host } wird wieder aufgerufen.
done-webhook-enable-before = Der Webhook bei { $host } wird schon aufgerufen. Es wurde nichts geändert.
done-webhook-test = Der Webhook bei { $host } hat mit { $status } geantwortet.
no-webhooks = Es gibt keine Webhooks. Fügen Sie mit „oxupdated webhook add URL --event EREIGNIS“ einen hinzu.
no-deliveries = Diesem Webhook wurde noch nichts gesagt.
heading-destination = Adresse
heading-events = Ereignisse
heading-event = Ereignis
heading-waiting = Wartend
heading-dropped = Ausgelassen
heading-delivered = Zuletzt zugestellt
heading-attempts = Versuche
heading-tried = Letzter Versuch
heading-next = Nächster Versuch
heading-answer = Antwort
word-webhook-enabled = aktiv
word-webhook-failing = fehlgeschlagen, wird nicht mehr aufgerufen
word-webhook-gone = nicht mehr da, wird nicht mehr aufgerufen
word-waiting = wartet
word-delivered = zugestellt
word-given-up = aufgegeben

## Seiten der Webhooks

webhooks = Webhooks
webhooks-about = Ein Webhook ist eine Adresse, die dieser Server aufruft, wenn etwas geschieht: ein Chat, ein Ticketsystem, ein eigenes Skript.
webhooks-none = Noch wird niemandem etwas gesagt. Fügen Sie unten den ersten Webhook hinzu.
webhooks-add = Webhook hinzufügen
webhooks-address-hint = Eine https-Adresse, die jeder erreichen kann. Liegt sie in Ihrem eigenen Netz, muss sie in der Einstellung private_destinations stehen.
webhooks-told-of = Wird informiert über
webhooks-added = Webhook hinzugefügt
webhooks-added-about = Der Webhook bei { $host } wird ab jetzt aufgerufen.
webhooks-secret = Seine Zustellungen werden mit diesem Geheimnis unterschrieben. Geben Sie es dem Programm dort, damit es weiß, wer anruft:
webhooks-secret-once = Das Geheimnis wird nur jetzt gezeigt. Ohne es entfernen Sie den Webhook und fügen ihn neu hinzu.
webhooks-go-on = Ich habe das Geheimnis notiert
webhooks-enable = Wieder aufrufen
webhooks-test = Test senden
webhooks-last = Was ihm zuletzt gesagt wurde
webhooks-remove = Webhook entfernen
webhooks-remove-about = Ihm wird nichts mehr gesagt, und was wartet, wird verworfen. Das lässt sich nicht rückgängig machen: Neu hinzugefügt hat er ein anderes Geheimnis.
webhooks-failing = Er wird nicht mehr aufgerufen, weil er immer wieder fehlschlug. Sehen Sie unten, was er geantwortet hat, beheben Sie das, senden Sie einen Test, und rufen Sie ihn wieder auf.
webhooks-gone = Er wird nicht mehr aufgerufen, weil er geantwortet hat, es gebe ihn nicht mehr (410). Rufen Sie ihn wieder auf, wenn das falsch war, oder entfernen Sie ihn.
event-package-published = Ein Paket wurde veröffentlicht
event-install-failed = Eine Installation schlug fehl
event-test = Ein Test
delivery-answered = Er hat mit { $status } geantwortet.
delivery-destination = Der Server darf dort nicht anfragen.
delivery-not-reached = Es war niemand da.
delivery-certificate = Dem Zertifikat wird nicht vertraut.
delivery-late = Er war zu langsam.
delivery-not-understood = Was er geantwortet hat, war nicht zu verstehen.
delivery-too-old = Der Server lief zu lange nicht.
delivery-no-longer-called = Er wurde nicht mehr aufgerufen.

## Pakete an einer URL

oxupdated-package-add-arg-url = Wo das Paket bleibt, statt einer Datei: Der Server holt es einmal, prüft es und bietet es unter dieser URL an.
publication-fetched-plain = PCs holen es von { $host } über http:. Sie nehmen es nur, wenn sie diesen Server über https: erreichen, denn von hier kommt der SHA-256.
publication-fetched-from-itself = Jeder PC hält { $host } für sich selbst und wird das Paket dort suchen. Geben Sie eine Adresse an, die von überall an denselben Ort führt.

## Seite der Pakete an einer URL

package-address = Paket von einer Web-Adresse
package-address-about = Das Paket bleibt, wo es ist: Der Server holt es einmal, liest es und merkt sich Größe und SHA-256. PCs holen es von dort und nehmen es nur, wenn es noch dasselbe ist.
package-address-hint = Eine https-Adresse, die jeder ohne Anmeldung holen kann. Liegt sie in Ihrem eigenen Netz, muss sie in der Einstellung private_destinations stehen.
package-address-fetch = Holen und ansehen
package-address-upload = Stattdessen eine Datei hochladen
package-address-instead = Liegt das Paket an einer Web-Adresse? Geben Sie stattdessen die Adresse an.
