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
