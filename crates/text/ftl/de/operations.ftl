# TLS, backup, restore, doctor, health.

## TLS

tls-unreadable = { $file } kann nicht gelesen werden ({ $detail }). Prüfen Sie den Namen in den Einstellungen tls_certificate und tls_key und ob der Eigentümer des Datenordners die Datei lesen darf.
tls-key-open = Den Schlüssel { $file } kann jeder auf diesem Rechner lesen; er wird nicht verwendet. Nehmen Sie dieses Recht weg (chmod o= { $file }); wenn andere ihn gelesen haben können, beschaffen Sie ein neues Zertifikat mit einem neuen Schlüssel.
tls-no-certificate = { $file } enthält kein verwendbares Zertifikat ({ $detail }). Die Einstellung tls_certificate nennt eine PEM-Datei, die mit dem Zertifikat dieses Servers beginnt.
tls-no-key = { $file } enthält keinen verwendbaren Schlüssel. Die Einstellung tls_key nennt eine PEM-Datei mit einem Schlüssel, den kein Passwort schützt.
tls-unfit = Der Schlüssel { $key } lässt sich mit dem Zertifikat { $certificate } nicht verwenden ({ $detail }). Nehmen Sie beide von derselben Stelle und aus derselben Erneuerung.
error-not-encrypted = Diese Adresse spricht nur https. Beginnen Sie sie mit https:// statt mit http://.
server-tells-metrics = Messwerte für Prometheus gibt es unter { $url }

## backup and restore

oxupdated-backup-help = Schreibt eine Sicherung von Datenbank, Paketen und Einstellungen als ein Archiv, auch während der Server läuft.
oxupdated-backup-arg-file = Die Datei, die geschrieben wird und noch nicht da sein darf; „-“ ist die Standardausgabe.
oxupdated-backup-arg-with-private-keys = Nimmt das Zertifikat aus tls_certificate und seinen Schlüssel mit auf.
oxupdated-restore-help = Stellt eine Sicherung in einem leeren Datenordner wieder her, bei angehaltenem Server und nachdem sie ganz geprüft ist.
oxupdated-restore-arg-file = Das Archiv, das „backup“ geschrieben hat.
oxupdated-restore-arg-verify-only = Prüft das Archiv und stellt nichts wieder her.
done-backup = Die Sicherung ist vollständig.
done-backup-file = Die Sicherung ist { $file } ({ $bytes } Bytes). Verwahren Sie sie so sicher wie den Server: Sie enthält die Hashwerte der Passwörter und das, womit zweite Faktoren geprüft werden.
done-verify = { $file } ist eine vollständige Sicherung. Version { $version } hat sie am { $at } angelegt; sie enthält { $files ->
    [one] 1 Datei
   *[other] { $files } Dateien
}. Es wurde nichts wiederhergestellt.
done-restore = { $folder } ist wie am { $at }, als Version { $version } die Sicherung angelegt hat. Auch Passwörter, Schlüssel und Sitzungen sind die von damals: Sehen Sie nach, was seitdem geändert wurde, und starten Sie dann den Server.
restored-private-keys = Das Zertifikat und sein Schlüssel kamen mit der Sicherung und liegen im Datenordner. Setzen Sie vor dem Start des Servers tls_certificate auf { $certificate } und tls_key auf { $key }: Die Einstellungen nennen noch die Orte von vorher.
backup-foreign = Die Datei ist keine Sicherung von OX Updater. Wählen Sie eine, die „oxupdated backup“ geschrieben hat.
backup-unexpected = Die Sicherung enthält „{ $path }“, was keine Sicherung an dieser Stelle enthält. Jemand hat sie verändert; es wurde nichts wiederhergestellt. Nehmen Sie eine andere.
backup-damaged = Die Sicherung ist beschädigt: „{ $path }“ ist nicht, was geschrieben wurde. Es wurde nichts wiederhergestellt. Nehmen Sie eine andere.
backup-newer = Version { $version } von OX Updater hat diese Sicherung angelegt; sie ist neuer als diese hier. Installieren Sie zuerst jene Version.
backup-cut = Die Sicherung ist nicht vollständig: Sie wurde abgeschnitten, oder etwas wurde angehängt. Es wurde nichts wiederhergestellt. Kopieren Sie sie noch einmal oder nehmen Sie eine andere.
backup-package-damaged = Die Sicherung konnte nicht angelegt werden, weil { $path } im Datenordner nicht mehr ist, was veröffentlicht wurde. „oxupdated doctor --hash“ nennt jedes solche Paket; nehmen Sie es weg (zurückziehen und löschen, oder die richtige Datei noch einmal veröffentlichen) und versuchen Sie es dann noch einmal.
backup-package-missing = Die Datei { $path } fehlt in der Sicherung: Sie fehlt im Datenordner oder hat eine andere Größe als ihr Paket. „oxupdated doctor“ sagt mehr dazu.
backup-io = Es konnte nicht bis zum Ende geschrieben oder gelesen werden ({ $detail }). Nichts davon ist übrig. Sehen Sie nach Platz und Rechten und versuchen Sie es dann noch einmal.
error-no-room = Bevor diese Version die Datenbank verändert, legt sie eine Kopie davon an, die bis zu { $needed } Bytes braucht; auf dem Datenträger sind { $free } frei. Es wurde nichts geändert. Schaffen Sie Platz und starten Sie noch einmal.
error-file-there = { $file } ist schon da und wird nicht überschrieben. Nennen Sie eine andere Datei.
error-file-unwritable = { $file } kann nicht geschrieben werden ({ $detail }). Dort ist nichts übrig.
error-terminal = Eine Sicherung kann ein Terminal nicht anzeigen. Nennen Sie eine Datei oder leiten Sie die Standardausgabe an ein Programm.
error-data-folder-taken = { $folder } ist nicht leer, und was darin ist, wird nicht überschrieben. Nennen Sie mit --data einen leeren Ordner oder bringen Sie zuerst an einen anderen Ort, was da ist.

## doctor

oxupdated-doctor-help = Sieht alles durch, ändert nichts und sagt, was nicht stimmt; auch während der Server läuft.
oxupdated-doctor-arg-hash = Liest alle Pakete, um beschädigte zu finden; das dauert eine Weile.
oxupdated-doctor-arg-json = Sagt es als JSON.
doctor-held = Jemand arbeitet im Datenordner.
doctor-held-by = Jemand arbeitet im Datenordner: { $holder }.
doctor-alone = Im Datenordner läuft kein Server.
doctor-well = Es ist alles in Ordnung.
doctor-problem = Problem: { $said }
doctor-notice = Hinweis: { $said }
doctor-unknown-variable = Die Umgebungsvariable { $name } sieht wie eine Einstellung aus und ist keine; was sie sagt, gilt also nicht. Berichtigen Sie den Namen oder nehmen Sie sie weg.
doctor-plain-http = Was von { $address } über das Netz geht, ist nicht verschlüsselt, weil allow_plain_http gesetzt ist: Wer auf dem Weg sitzt, kann Passwörter lesen. Stellen Sie tls_certificate und tls_key ein oder setzen Sie einen Proxy mit TLS davor.
doctor-no-hosts = Der Server wartet unter { $address } und kennt keinen eigenen Namen; Clients auf anderen PCs werden deshalb abgewiesen. Stellen Sie public_url oder allowed_hosts ein.
doctor-public-url-plain = Der Server verschlüsselt, aber public_url ist { $url } und schickt Clients zu einer Adresse ohne Verschlüsselung. Beginnen Sie sie mit https://.
doctor-metrics-open = Messwerte kann unter { $address } jeder lesen, der diesen Rechner erreicht. Sie sagen nichts über Personen; sorgen Sie dafür, dass nur die Rechner dorthin gelangen, die diesen überwachen.
doctor-port-taken = Der Server könnte unter { $address } nicht warten ({ $detail }): Ein anderes Programm wartet dort, oder es braucht dafür mehr Rechte. Beenden Sie jenes Programm oder nennen Sie in listen eine andere Adresse.
doctor-folder-open = Jeder Benutzer dieses Rechners kommt in { $folder }, wo die Hashwerte der Passwörter und die Pakete liegen. Nehmen Sie dieses Recht weg: chmod o= { $folder }
doctor-file-of-others = { $path } gehört nicht dem Eigentümer des Datenordners; der Server kann es vielleicht nicht benutzen. Geben Sie es jenem Eigentümer: chown --reference=…
doctor-not-writable = { $path } kann nicht geschrieben werden ({ $detail }); Änderungen werden fehlschlagen. Geben Sie dem Eigentümer des Datenordners das Recht zu schreiben und sehen Sie nach, ob der Datenträger nur zum Lesen eingehängt ist.
doctor-disk-low = Auf dem Datenträger des Datenordners sind nur noch { $free } Bytes frei; wenn er voll ist, kann keine Änderung und kein Bericht gespeichert werden. Schaffen Sie Platz.
doctor-database-absent = Es gibt noch keine Datenbank; der erste Start des Servers oder der erste hinzugefügte Benutzer legt sie an. Wenn es eine gab, sehen Sie nach, ob der Datenordner der richtige ist.
doctor-database-unreadable = Die Datenbank kann nicht gelesen werden ({ $detail }). Sehen Sie nach ihren Rechten und ihrem Datenträger; wenn sie beschädigt ist, stellen Sie eine Sicherung wieder her.
doctor-database-damaged = Die Datenbank ist beschädigt ({ $detail }): Antworten können falsch sein und Änderungen verloren gehen. Halten Sie den Server an, bewahren Sie eine Kopie des Datenordners auf und stellen Sie die letzte Sicherung wieder her.
doctor-rows-astray = { $rows ->
    [one] 1 Zeile
   *[other] { $rows } Zeilen
} der Tabelle { $table } sprechen von Zeilen, die es nicht gibt. Etwas anderes als dieser Server hat die Datenbank geändert; stellen Sie eine Sicherung von davor wieder her.
doctor-database-older = Eine ältere Version hat die Datenbank benutzt; der nächste Start ändert sie für diese Version und legt vorher eine Kopie an. Bis dahin konnte nicht alles durchgesehen werden.
doctor-package-missing = Die Paketdatei { $path } fehlt; Downloads davon schlagen fehl. Stellen Sie sie aus einer Sicherung wieder her oder veröffentlichen Sie dieselbe MSI noch einmal.
doctor-package-size = Die Paketdatei { $path } hat { $found } statt { $expected } Bytes; Clients nehmen sie nicht an. Stellen Sie sie aus einer Sicherung wieder her, oder ziehen Sie das Paket zurück und veröffentlichen Sie die richtige MSI.
doctor-package-damaged = Die Paketdatei { $path } enthält nicht, was veröffentlicht wurde; Clients nehmen sie nicht an. Stellen Sie sie aus einer Sicherung wieder her und sehen Sie nach dem Datenträger.
doctor-strangers = { $files ->
    [one] 1 Datei im Datenordner gehört
   *[other] { $files } Dateien im Datenordner gehören
} zu keinem Paket, zum Beispiel { $path }. Eine unterbrochene Aktion hat das zurückgelassen; der nächste Start des Servers entfernt es. Es ist nichts zu tun.
doctor-certificate-early = Das Zertifikat gilt erst ab { $at }; bis dahin nehmen Clients es nicht an. Prüfen Sie die Uhr dieses Rechners oder verwenden Sie das Zertifikat von davor.
doctor-certificate-ended = Das Zertifikat ist am { $at } abgelaufen; Clients nehmen es nicht an. Beschaffen Sie jetzt ein neues; der Server übernimmt es innerhalb einer Minute.
doctor-certificate-ends-soon = Das Zertifikat läuft am { $at } ab, in { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
}. Erneuern Sie es und sehen Sie nach, warum es noch nicht erneuert wurde; der Server übernimmt das neue innerhalb einer Minute.
doctor-certificate-name = Clients kommen zu { $host }, und das Zertifikat ist für andere Namen ({ $names }); sie nehmen es nicht an. Beschaffen Sie ein Zertifikat für { $host } oder berichtigen Sie public_url.
doctor-clock-behind = Die letzte Änderung wurde am { $at } geschrieben, und das ist später als die Uhr dieses Rechners. Mit einer falschen Uhr schlagen Anmeldungen mit zweitem Faktor fehl, und Sitzungen enden zu merkwürdigen Zeiten. Stellen Sie die Uhr, am besten über NTP.
doctor-no-users = Noch kann sich niemand anmelden. Legen Sie den ersten Administrator auf der Seite der Einrichtung an oder mit „oxupdated user add NAME --password-file FILE --role administrator“.
doctor-no-administrator = Kein Administrator kann sich anmelden; niemand kann den Server auf seinen Seiten verwalten. Bestimmen Sie einen mit „oxupdated user set-role NAME administrator“, schalten Sie einen frei, oder geben Sie einem importierten mit „oxupdated user reset NAME“ ein Passwort.
doctor-one-time-password = { $users ->
    [one] { $user } hat
   *[other] { $user } und andere ({ $users } Benutzer) haben
} seit mehr als { $days } Tagen ein Einmalpasswort, ohne ein anderes gewählt zu haben. Wer es findet, kommt hinein: Sperren Sie das Konto oder geben Sie der Person ein neues mit „oxupdated user reset { $user }“.
doctor-webhook-failing = Der Webhook { $url } ist seit einer Weile nicht erreicht worden; dort erfährt niemand, was geschieht. „oxupdated webhook deliveries“ sagt, warum; beheben Sie das oder entfernen Sie den Webhook.

## overview

concern-certificate-ended = Das Zertifikat ist am { $at } abgelaufen oder läuft heute ab; Clients nehmen es nicht an. Beschaffen Sie jetzt ein neues; der Server übernimmt es innerhalb einer Minute.
concern-certificate = Das Zertifikat läuft am { $at } ab, in { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
}. Erneuern Sie es; der Server übernimmt das neue innerhalb einer Minute.
