# Was oxupdated, der Server, sagt: an der Befehlszeile, in seinen Antworten und zu Clients.

## help

oxupdated-help = Der Server von OX Updater: bietet jedem Benutzer die Pakete an, die dessen Berechtigungen erlauben.
oxupdated-arg-data = Der Datenordner; für root /var/lib/oxupdated, sonst „oxupdated“ in Ihrem eigenen Ordner für Daten.
oxupdated-arg-config = Die Datei mit den Einstellungen; ohne Angabe oxupdated.toml im Datenordner.
oxupdated-serve-help = Startet den Server; er läuft, bis er beendet wird.
oxupdated-serve-arg-listen = Wo der Server erreichbar ist, zum Beispiel 127.0.0.1:8080; bei Port 0 ein freier Port.
oxupdated-user-help = Benutzer: wer sich anmeldet.
oxupdated-user-add-help = Fügt einen Benutzer hinzu.
oxupdated-user-add-arg-name = Der Name für die Anmeldung.
oxupdated-user-add-arg-password-file = Eine Datei, deren erste Zeile das Passwort ist; - für die Standardeingabe. Ohne sie bekommt der Benutzer ein Einmalpasswort.
oxupdated-user-add-arg-role = Was der Benutzer auf dem Server selbst darf; ohne Angabe „user“.
oxupdated-user-set-password-help = Gibt einem Benutzer ein anderes Passwort; das bisherige gilt nicht mehr, und an den PCs des Benutzers ist eine neue Anmeldung nötig.
oxupdated-user-set-password-arg-name = Der Name des Benutzers.
oxupdated-user-set-password-arg-password-file = Eine Datei, deren erste Zeile das Passwort ist; - für die Standardeingabe.
oxupdated-user-set-role-help = Gibt einem Benutzer eine andere Rolle; er muss sich überall neu anmelden.
oxupdated-user-set-role-arg-name = Der Name des Benutzers.
oxupdated-user-set-role-arg-role = Was der Benutzer auf dem Server selbst darf.
oxupdated-user-reset-help = Gibt einem Benutzer ein Einmalpasswort, das nur einmal gezeigt wird: Er meldet sich damit auf den Seiten an und wählt ein anderes.
oxupdated-user-reset-arg-name = Der Name des Benutzers.
oxupdated-user-reset-totp-help = Nimmt einem Benutzer den zweiten Faktor ab, wenn er die App und die Wiederherstellungscodes verloren hat.
oxupdated-user-reset-totp-arg-name = Der Name des Benutzers.
oxupdated-user-remove-help = Entfernt einen Benutzer mit Berechtigungen, Gruppenzugehörigkeiten, Geräten und Berichten.
oxupdated-user-remove-arg-name = Der Name des Benutzers.
oxupdated-user-enable-help = Lässt einen Benutzer sich wieder anmelden.
oxupdated-user-enable-arg-name = Der Name des Benutzers.
oxupdated-user-disable-help = Lässt einen Benutzer sich nicht mehr anmelden und behält alles andere.
oxupdated-user-disable-arg-name = Der Name des Benutzers.
oxupdated-user-list-help = Zeigt die Benutzer mit ihren Gruppen und Berechtigungen.
oxupdated-user-list-arg-json = Zeigt sie als JSON.
oxupdated-group-help = Gruppen: Benutzer mit gemeinsamen Berechtigungen.
oxupdated-group-add-help = Fügt eine Gruppe hinzu.
oxupdated-group-add-arg-name = Der Name der Gruppe.
oxupdated-group-remove-help = Entfernt eine Gruppe; ihre Benutzer bleiben.
oxupdated-group-remove-arg-name = Der Name der Gruppe.
oxupdated-group-join-help = Nimmt einen Benutzer in eine Gruppe auf.
oxupdated-group-join-arg-group = Der Name der Gruppe.
oxupdated-group-join-arg-user = Der Name des Benutzers.
oxupdated-group-leave-help = Nimmt einen Benutzer aus einer Gruppe heraus.
oxupdated-group-leave-arg-group = Der Name der Gruppe.
oxupdated-group-leave-arg-user = Der Name des Benutzers.
oxupdated-group-list-help = Zeigt die Gruppen mit ihren Benutzern und Berechtigungen.
oxupdated-group-list-arg-json = Zeigt sie als JSON.
oxupdated-permission-help = Berechtigungen: was ein Benutzer braucht, damit ihm ein Paket angeboten wird.
oxupdated-permission-grant-help = Erteilt einem Benutzer oder einer Gruppe eine Berechtigung.
oxupdated-permission-grant-arg-holder = Der Name des Benutzers oder der Gruppe.
oxupdated-permission-grant-arg-permission = Die Berechtigung, zum Beispiel olox20.
oxupdated-permission-revoke-help = Entzieht einem Benutzer oder einer Gruppe eine Berechtigung.
oxupdated-permission-revoke-arg-holder = Der Name des Benutzers oder der Gruppe.
oxupdated-permission-revoke-arg-permission = Die Berechtigung, zum Beispiel olox20.
oxupdated-permission-list-help = Zeigt, wer welche Berechtigung hat.
oxupdated-permission-list-arg-json = Zeigt sie als JSON.
oxupdated-package-help = Pakete: die angebotenen MSI-Dateien.
oxupdated-package-add-help = Veröffentlicht ein Paket: Ab jetzt wird es allen Benutzern angeboten, die die nötigen Berechtigungen haben.
oxupdated-package-add-arg-file = Die MSI-Datei.
oxupdated-package-add-arg-require = Eine Berechtigung, die ein Benutzer braucht. Geben Sie die Option mehrmals an, um mehrere zu verlangen.
oxupdated-package-add-arg-name = Der Name, der statt des Namens im Paket gezeigt wird.
oxupdated-package-add-arg-info-url = Wo mehr darüber zu lesen ist.
oxupdated-package-add-arg-icon = Das Symbol, eine .ico-Datei.
oxupdated-package-add-arg-install-params = Was dem Installationsprogramm mitgegeben wird, zum Beispiel "/passive".
oxupdated-package-add-arg-template = Installationsparameter, die das Produkt mitbringt; ihre Eigenschaften treten an die Stelle gleichnamiger.
oxupdated-package-add-arg-importance = Wie wichtig das Update ist: low ist optional, medium ist wichtig, wo das Produkt installiert ist, high ist immer wichtig.
oxupdated-package-add-arg-release-date = Das Erscheinungsdatum, zum Beispiel 2026-11-20 oder 20.11.2026; ohne Angabe heute.
oxupdated-package-add-arg-description = Was das Produkt ist, in ein oder zwei Sätzen.
oxupdated-package-add-arg-release-notes = Was in dieser Version neu ist.
oxupdated-package-add-arg-requires = Welche Versionen von Windows und Outlook es braucht.
oxupdated-package-add-arg-close-first = Programme, die vor der Installation geschlossen werden müssen, mit einem Semikolon dazwischen.
oxupdated-package-add-arg-force = Veröffentlicht auch eine Version, die niedriger ist als die angebotene.
oxupdated-package-withdraw-help = Zieht ein Paket zurück: Es wird nicht mehr angeboten und bleibt erhalten.
oxupdated-package-withdraw-arg-package = Der Name des Produkts, sein UpgradeCode oder die ID des Pakets aus „package list“.
oxupdated-package-withdraw-arg-version = Die Version, wenn es mehrere gibt.
oxupdated-package-list-help = Zeigt die Pakete in der Reihenfolge ihrer Veröffentlichung.
oxupdated-package-list-arg-json = Zeigt sie als JSON.
oxupdated-device-help = Geräte: PCs, die sich mit einem eigenen Schlüssel statt mit dem Passwort des Benutzers anmelden.
oxupdated-device-list-help = Zeigt die Geräte und was sie zuletzt gemeldet haben.
oxupdated-device-list-arg-user = Der Benutzer, dessen Geräte gezeigt werden; ohne Angabe die aller Benutzer.
oxupdated-device-list-arg-json = Zeigt sie als JSON; für einen Benutzer mit den installierten Produkten.
oxupdated-device-revoke-help = Macht den Schlüssel eines Geräts ungültig; an diesem PC ist eine neue Anmeldung nötig.
oxupdated-device-revoke-arg-user = Der Name des Benutzers, der das Gerät angemeldet hat.
oxupdated-device-revoke-arg-device = Die Nummer des Geräts aus „device list“.
oxupdated-token-help = API-Schlüssel: womit sich Programme bei der JSON-Schnittstelle anmelden.
oxupdated-token-create-help = Macht einen API-Schlüssel für einen Benutzer und gibt ihn allein auf der Standardausgabe aus; er wird nur dann gezeigt.
oxupdated-token-create-arg-user = Der Benutzer, dem er gehört; er öffnet nie mehr als dessen Rolle.
oxupdated-token-create-arg-name = Wozu der Schlüssel da ist.
oxupdated-token-create-arg-scope = Was der Schlüssel darf; für mehr mehrmals angeben.
oxupdated-token-create-arg-expires = Wie viele Tage er gilt; höchstens 365.
oxupdated-token-list-help = Listet die API-Schlüssel auf, ohne die Schlüssel selbst.
oxupdated-token-list-arg-user = Der Benutzer, dessen Schlüssel aufgelistet werden; sonst die aller Benutzer.
oxupdated-token-list-arg-json = Listet sie als JSON auf.
oxupdated-token-revoke-help = Beendet einen API-Schlüssel ab der nächsten Anfrage.
oxupdated-token-revoke-arg-id = Die ID des Schlüssels aus „token list“.
oxupdated-report-help = Berichte: was Clients über Installationen gemeldet haben.
oxupdated-report-list-help = Zeigt die Berichte, die neuesten zuerst.
oxupdated-report-list-arg-json = Zeigt sie als JSON.
oxupdated-audit-help = Das Protokoll der Änderungen: wer wann was geändert hat.
oxupdated-audit-list-help = Zeigt die Änderungen, die neuesten zuerst.
oxupdated-audit-list-arg-json = Zeigt sie als JSON.

## settings

setting-listen = Wo der Server erreichbar ist: eine Adresse und ein Port. Bei Port 0 ein freier Port.
setting-public-url = Womit die Adressen der Pakete in update.xml beginnen, zum Beispiel `https://updates.example.com`; ohne Angabe so, wie der Client den Server erreicht hat.
setting-allowed-hosts = Die weiteren Namen, mit oder ohne Port, unter denen Clients den Server erreichen; eine Anfrage unter jedem anderen Namen wird abgelehnt. Dazwischen stehen Kommas.
setting-trusted-proxies = Adressen und Netze der Proxys vor diesem Server. Gibt es welche, werden andere nur auf diesem Rechner eingelassen, und was die Proxys in X-Forwarded-For und X-Forwarded-Proto sagen, gilt.
setting-allow-plain-http = Ob der Server über diesen Rechner hinaus erreichbar sein darf, obwohl nichts verschlüsselt, was er sendet: `true` oder `false`.
setting-tls-certificate = Die Datei mit dem Zertifikat dieses Servers und denen, die zu seiner Wurzel führen, als PEM; zusammen mit tls_key werden Verbindungen hier verschlüsselt. Ein Name ohne Ordner gilt im Datenordner.
setting-tls-key = Die Datei mit dem Schlüssel zu tls_certificate, als PEM und ohne Passwort, die niemand außer dem Server lesen darf.
setting-metrics-listen = Wo der Server Messwerte für Prometheus mitteilt: eine Adresse und ein Port, etwa `127.0.0.1:9464`; nirgends, wenn nichts angegeben ist.
setting-package-size-max = Wie viele Bytes ein Paket höchstens haben darf.
setting-session-idle-max = Wie viele Minuten eine Sitzung auf den Seiten unbenutzt bleiben darf, bevor sie endet, bei Rollen über „user“: 5 bis 720.
setting-require-second-factor = Ob Administratoren, Herausgeber und Betrachter einen zweiten Faktor brauchen, um sich auf den Seiten anzumelden: `true` oder `false`.
setting-report-age-max = Nach wie vielen Tagen Berichte ausgedünnt werden: von jedem Benutzer, PC und Produkt bleibt nur der letzte. 0 behält alle.
setting-device-unseen-days = Nach wie vielen Tagen ohne Lebenszeichen die Übersicht ein Gerät nennt. 0 nennt nie eines.
setting-draft-age-max = Nach wie vielen Tagen ein Entwurf verworfen wird, den niemand angerührt hat.
setting-on-user-removal = Was aus den Geräten und Berichten eines entfernten Benutzers wird: `remove` entfernt sie mit, `strip` behält sie ohne alles, was sagt, wessen sie waren.
setting-log = Was ins Protokoll geschrieben wird: `error`, `warn`, `info`, `debug` oder `trace`, oder ein Filter wie `info,server=debug`.
settings-unreadable = Die Einstellungen in { $file } können nicht gelesen werden ({ $detail }).
settings-not-toml = { $file } ist nicht in TOML geschrieben. { $detail }
settings-alone = Die Einstellung { $given } ist angegeben, { $missing } aber nicht. Sie gehören zusammen: Geben Sie beide an oder keine.
settings-source = { $file }, Tabelle [[source]] Nummer { $number }: { $detail }. docs/reference/sources.md nennt die Schlüssel.
settings-unknown = In { $file } steht „{ $key }“; das ist keine Einstellung. Die Einstellungen sind: { $names }.
settings-wrong = { $origin }: „{ $value }“ passt nicht zur Einstellung { $name }. { $meaning }
settings-origin-default = Vorgabe
settings-origin-file = { $file }
settings-origin-variable = Umgebungsvariable { $name }
settings-origin-command-line = Befehlszeile

## data folder

data-folder-no-place = Es gibt keinen Platz für einen Datenordner. Nennen Sie einen mit --data.
data-folder-absent = Den Datenordner { $folder } gibt es nicht. Nennen Sie den richtigen mit --data, oder starten Sie den Server, damit er angelegt wird.
data-folder-vacant = { $folder } ist kein Datenordner: darin hat noch kein Server gearbeitet. Nennen Sie den richtigen mit --data, oder starten Sie dort zuerst den Server.
data-folder-unusable = { $path } kann nicht verwendet werden ({ $detail }). Führen Sie dies als Besitzer des Datenordners aus, oder nennen Sie mit --data einen anderen Ordner.
data-folder-locked = Ein anderer oxupdated arbeitet im Datenordner { $folder }. Beenden Sie ihn zuerst, oder nennen Sie mit --data einen anderen Ordner.
data-folder-locked-by = Ein anderer oxupdated ({ $holder }) arbeitet im Datenordner { $folder }. Beenden Sie ihn zuerst, oder nennen Sie mit --data einen anderen Ordner.

## start

server-data-folder = Datenordner: { $folder }
server-listening = Erreichbar unter { $url }
server-no-hosts = Clients auf anderen PCs werden abgelehnt, weil kein Name dieses Servers eingestellt ist. Stellen Sie public_url oder allowed_hosts ein.
server-no-users = Es gibt noch keine Benutzer. Fügen Sie einen hinzu mit „oxupdated user add NAME --password-file DATEI“.

## what was done

done-user-add = Der Benutzer { $name } wurde hinzugefügt.
done-user-remove = Der Benutzer { $name } wurde entfernt.
done-user-enable = Der Benutzer { $name } kann sich wieder anmelden.
done-user-enable-before = Der Benutzer { $name } kann sich bereits anmelden. Nichts wurde geändert.
done-user-disable = Der Benutzer { $name } kann sich nicht mehr anmelden.
done-user-disable-before = Der Benutzer { $name } kann sich ohnehin nicht anmelden. Nichts wurde geändert.
done-user-set-password = Der Benutzer { $name } hat das neue Passwort.
done-user-set-role = { $name } hat jetzt die Rolle { $role } und muss sich überall neu anmelden.
done-user-set-role-before = { $name } hat die Rolle { $role } schon. Nichts wurde geändert.
done-user-reset = Das ist das Einmalpasswort von { $name }. Es wird nur jetzt gezeigt. Auf den Seiten des Servers meldet sich { $name } damit an und wählt ein anderes; zu etwas anderem taugt es nicht.
done-user-reset-totp = { $name } hat keinen zweiten Faktor mehr und muss sich überall neu anmelden.
done-user-reset-totp-before = { $name } hat keinen zweiten Faktor. Nichts wurde geändert.
done-group-add = Die Gruppe { $name } wurde hinzugefügt.
done-group-remove = Die Gruppe { $name } wurde entfernt.
done-group-join = { $user } ist jetzt in der Gruppe { $group }.
done-group-join-before = { $user } ist bereits in der Gruppe { $group }. Nichts wurde geändert.
done-group-leave = { $user } ist nicht mehr in der Gruppe { $group }.
done-group-leave-before = { $user } ist nicht in der Gruppe { $group }. Nichts wurde geändert.
done-permission-grant = { $holder } hat jetzt die Berechtigung { $permission }.
done-permission-grant-before = { $holder } hat die Berechtigung { $permission } bereits. Nichts wurde geändert.
done-permission-revoke = { $holder } hat die Berechtigung { $permission } nicht mehr.
done-permission-revoke-before = { $holder } hat die Berechtigung { $permission } selbst nicht. Nichts wurde geändert.
done-package-add = { $package } ist für alle veröffentlicht: { $users ->
    [one] 1 Benutzer
   *[other] { $users } Benutzer
}.
done-package-add-requiring = { $package } ist für Benutzer mit { $required } veröffentlicht: { $users ->
    [one] 1 Benutzer
   *[other] { $users } Benutzer
}.
done-device-revoke = Das Gerät { $device } von { $user } muss neu angemeldet werden.
done-device-revoke-before = Das Gerät { $device } von { $user } war schon ungültig. Nichts wurde geändert.
done-token-create = Das ist der API-Schlüssel von { $user } für { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}. Er wird nur jetzt gezeigt.
done-token-revoke = Der API-Schlüssel { $id } gilt nicht mehr.
done-package-withdraw = { $package } wird nicht mehr angeboten.
done-package-withdraw-no-change = Es wurde niemandem angeboten, also ändert sich für niemanden etwas.
done-package-withdraw-offered = { $users ->
    [one] 1 Person wird
   *[other] { $users } Personen wird
} wieder { $offered } angeboten.
done-package-withdraw-still = { $users ->
    [one] 1 Person wird
   *[other] { $users } Personen wird
} weiterhin { $offered } angeboten.
done-package-withdraw-nothing = { $users ->
    [one] 1 Person wird
   *[other] { $users } Personen wird
} nichts mehr davon angeboten.
done-package-withdraw-kept = Niemand bekommt eine ältere Version: PCs behalten, was sie haben.

## why it was not done

name-blank = Ein Name hat mindestens ein Zeichen und kein Leerzeichen am Anfang oder Ende.
name-too-long = Ein Name hat höchstens { $characters } Zeichen.
name-colon = Ein Name hat keinen Doppelpunkt, weil die Anmeldung Name und Passwort damit trennt.
name-control-character = Ein Name hat keine Steuerzeichen.
name-dots = Ein Name besteht nicht nur aus einem oder zwei Punkten: Browser halten das für Ordner.
permission-wrong = „{ $text }“ ist keine Berechtigung. Eine Berechtigung wie olox20 hat höchstens { $characters } Buchstaben von a bis z, Ziffern, Bindestriche, Unterstriche und Punkte.
publication-lower-than-offered = { $new } ist niedriger als { $offered }, das denen angeboten wird, die es bekämen; es würde also niemandem angeboten. Ziehen Sie zuerst { $offered } zurück oder sagen Sie, dass es so gemeint ist (an der Befehlszeile mit --force), um es trotzdem zu veröffentlichen. PCs bekommen nie eine ältere Version.
publication-fourth-field-only = { $version } und { $other } unterscheiden sich nur in der vierten Zahl, die Windows Installer nicht beachtet. Angeboten wird { $offered }, aber ein PC mit der anderen hält womöglich beide für dieselbe Version. Bitten Sie den Hersteller um ein Paket mit höherer Version.
publication-same-version = Ein anderes Paket mit derselben Version { $version } wird angeboten. Ab jetzt wird das später veröffentlichte angeboten; PCs mit dieser Version bekommen sie nicht noch einmal angeboten.
publication-released-later = Das Erscheinungsdatum { $day } liegt in der Zukunft. Das Paket wird trotzdem ab jetzt angeboten.
written-listing-install-params = Die Installationsparameter sind nicht verwendbar. { $reason }
written-listing-release-date = „{ $text }“ ist kein Tag. Schreiben Sie das Erscheinungsdatum als 2026-11-20 oder 20.11.2026.
withdrawal-unknown = Es gibt kein Paket „{ $asked }“. Die Liste der Pakete zeigt alle.
withdrawal-withdrawn-before = „{ $asked }“ ist bereits zurückgezogen.
withdrawal-several =
    „{ $asked }“ steht für mehr als ein Paket. Geben Sie eine Version oder eine dieser IDs an:
    { $found }
report-product-wrong = Das Produkt eines Berichts hat einen Namen von höchstens { $characters } Zeichen ohne Steuerzeichen.
report-duration-wrong = Die Dauer eines Berichts beträgt höchstens { $seconds } Sekunden.

error-not-allowed = Das dürfen Sie nicht.
error-password-needed = Dafür braucht es Ihr Passwort: Melden Sie sich damit an und nicht mit dem Schlüssel eines Geräts.
error-session-over = Ihr Konto wurde inzwischen geändert oder Ihre Sitzung ist beendet, deshalb ist nichts geschehen. Melden Sie sich noch einmal an.
error-enrolled-too-often = Mit diesem Konto wurden zu viele PCs angemeldet. Warten Sie { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
} und versuchen Sie es dann noch einmal.
error-range-outside = Der verlangte Teil liegt außerhalb der Datei, die { $bytes } Bytes hat.
error-not-the-same-file = Die Datei ist nicht die verlangte. Laden Sie sie von Anfang an herunter.
error-body-not-json = Die Anfrage ist nicht als JSON angekündigt. Senden Sie sie mit dem Inhaltstyp application/json.
error-name-taken = Der Name { $name } ist vergeben. Auch ein Benutzer und eine Gruppe können nicht gleich heißen.
error-user-unknown = Es gibt keinen Benutzer { $name }. „oxupdated user list“ zeigt alle Benutzer.
error-device-unknown = Der Benutzer { $user } hat kein Gerät { $device }. „oxupdated device list“ zeigt alle Geräte.
error-group-unknown = Es gibt keine Gruppe { $name }. „oxupdated group list“ zeigt alle Gruppen.
error-holder-unknown = Es gibt weder einen Benutzer noch eine Gruppe { $name }.
error-package-msi = Das Paket kann nicht veröffentlicht werden. { $reason }
error-package-listing = Das Paket kann nicht veröffentlicht werden. { $reason }
error-package-too-large = Das Paket ist zu groß. Es darf höchstens { $bytes } Bytes haben; so steht es in der Einstellung package_size_max.
error-package-cut = Das Paket endete, bevor es vollständig war. Nichts wurde veröffentlicht. Versuchen Sie es noch einmal.
error-package-known = Genau diese Datei ist bereits veröffentlicht, als { $package }.
error-file-unreadable = { $file } kann nicht gelesen werden ({ $detail }). Prüfen Sie den Namen, und ob Sie die Datei lesen dürfen.
error-not-a-file = { $file } ist keine Datei. Wählen Sie die .msi-Datei des Produkts.
error-listen = Der Server kann unter { $address } nicht erreichbar sein ({ $detail }). Nennen Sie mit --listen eine andere Adresse.
error-plain-http = Unter { $address } wäre der Server von anderen PCs zu erreichen, und Passwörter gingen unverschlüsselt dorthin. Lassen Sie ihn unter 127.0.0.1 warten, stellen Sie tls_certificate und tls_key ein, setzen Sie einen Proxy mit TLS davor und stellen Sie trusted_proxies ein, oder nehmen Sie es mit allow_plain_http = true in Kauf.
error-socket = Die Verben dieses Rechners können den Server über { $folder } nicht erreichen ({ $detail }). Wählen Sie einen Datenordner mit kürzerem Pfad.
error-data-newer = Eine neuere Version von OX Updater hat diesen Datenordner verwendet. Verwenden Sie diese Version oder einen anderen Datenordner.
error-hand-over = Der laufende Server konnte nicht gefragt werden ({ $detail }). Führen Sie dies als Besitzer des Datenordners oder als root aus.
error-hung-up = Der laufende Server brach ab, bevor er antwortete ({ $detail }). „oxupdated audit list“ zeigt, ob die Änderung gemacht wurde. Falls das Programm aktualisiert wurde, starten Sie zuerst den Server neu.
error-output = Das Ergebnis konnte nicht geschrieben werden ({ $detail }).

## tables

heading-user = Benutzer
heading-standing = Darf sich anmelden
heading-groups = Gruppen
heading-group = Gruppe
heading-users = Benutzer
heading-permissions = Berechtigungen
heading-permission = Berechtigung
heading-holder = Wer
heading-kind = Art
heading-added = Hinzugefügt
heading-id = ID
heading-version = Version
heading-platform = Plattform
heading-state = Stand
heading-requires = Braucht
heading-published = Veröffentlicht
heading-received = Eingegangen
heading-device = PC
heading-computer = Computer
heading-last-seen = Zuletzt gesehen
heading-windows = Windows
heading-client = Client
heading-enrolled = Angemeldet
heading-from = Von
heading-to = Auf
heading-outcome = Ergebnis
heading-exit-code = Code
heading-expires = Endet
heading-used = Zuletzt benutzt
heading-installed = Installiert
heading-offered = Angeboten
heading-seconds = Sekunden
heading-at = Wann
heading-actor = Wer
heading-address = Von wo
heading-action = Was
heading-subject = Woran
heading-detail = Einzelheiten
word-enabled = ja
word-disabled = nein
word-user = Benutzer
word-group = Gruppe
word-enrolled = angemeldet
word-revoked = ungültig
word-offered = angeboten
word-superseded = abgelöst
word-withdrawn = zurückgezogen
word-installed = installiert
word-installed-needs-restart = installiert, Neustart nötig
word-not-really-installed = nicht wirklich installiert
word-cancelled = abgebrochen
word-programs-open = Programme waren offen
word-busy = andere Installation lief
word-not-for-this-pc = nicht für diesen PC
word-failed = fehlgeschlagen
word-download-failed = nicht heruntergeladen
word-verification-failed = nicht das Angebotene
no-users = Es gibt keine Benutzer.
no-users-fit = Es gibt keinen Benutzer, auf den der Filter passt.
no-tokens = Es gibt keine API-Schlüssel.
no-groups = Es gibt keine Gruppen.
no-permissions = Niemand hat eine Berechtigung.
no-packages = Es gibt keine Pakete.
no-devices = Es gibt keine Geräte.
no-reports = Es gibt keine Berichte.
no-audit = Es wurde noch nichts geändert.

## updater package

done-updater-set = { $package } ist jetzt das Updater-Paket: Wer angemeldet ist, kann es herunterladen.
done-updater-set-before = { $package } ist bereits das Updater-Paket. Es wurde nichts geändert.
done-updater-unset = Es gibt kein Updater-Paket mehr. Das Paket selbst bleibt erhalten.
done-updater-unset-before = Es gibt ohnehin kein Updater-Paket. Es wurde nichts geändert.
updater-package-unsigned = { $package } trägt keine Signatur; Windows wird alle warnen, die es starten. Bitten Sie den Hersteller um ein signiertes.
updater-package-unknown = Hier gibt es kein Paket „{ $asked }“. Die Liste der Pakete zeigt alle.
updater-package-several =
    „{ $asked }“ steht für mehr als ein Paket. Geben Sie eine Version oder eine dieser IDs an:
    { $found }
updater-package-elsewhere = Die Datei von { $package } liegt nicht auf diesem Server und kann deshalb nicht ausgegeben werden. Fügen Sie die Datei selbst hinzu.
no-updater-package = Es gibt noch kein Updater-Paket. Wählen Sie eines mit „oxupdated updater set NAME-ODER-ID“.
heading-signature = Signatur
heading-set = Seit
heading-set-by = Von
word-signed = signiert
word-unsigned = nicht signiert
oxupdated-updater-help = Das Updater-Paket: das MSI, mit dem man den Updater installiert.
oxupdated-updater-set-help = Macht ein Paket zum Updater-Paket; ob es auch angeboten wird, spielt keine Rolle.
oxupdated-updater-set-arg-package = Der Name des Produkts, sein UpgradeCode oder die ID des Pakets aus „package list“.
oxupdated-updater-set-arg-version = Die Version, falls es von dem Produkt mehrere gibt.
oxupdated-updater-unset-help = Lässt kein Paket das Updater-Paket sein; das Paket selbst bleibt erhalten.
oxupdated-updater-show-help = Zeigt das Updater-Paket.
oxupdated-updater-show-arg-json = Zeigt es als JSON.

## page of the settings

settings-of-the-server = Einstellungen des Servers
settings-how-to-change = Sie stehen in der Datei oxupdated.toml im Datenordner oder in der Umgebung und gelten ab dem nächsten Start des Servers.
settings-name = Einstellung
settings-value = Wert
settings-about = Wirkung
settings-origin = Aus
settings-nothing = (nichts)
settings-from-default = der Vorgabe
settings-from-file = der Datei {$file}
settings-from-variable = der Variablen {$variable}
settings-from-command-line = der Befehlszeile
settings-updater = Updater-Paket
settings-updater-about = Das Installationsprogramm des OX Updater, das Benutzer auf ihrer Startseite erhalten, bereits für diesen Server eingerichtet.
updater-page-about = Wer sich anmeldet, kann dieses MSI auf der Startseite herunterladen, unabhängig von Berechtigungen und davon, ob das Paket angeboten wird. Es wird Byte für Byte ausgegeben, seine Signatur bleibt also gültig. Nur der Dateiname ist von uns: Er enthält die Adresse dieses Servers, und der Updater schlägt sie beim ersten Start vor.
updater-page-none = Es gibt noch kein Updater-Paket: Die Startseite sagt das, und niemand kann etwas herunterladen. Wählen Sie unten eines.
updater-page-package = Paket
updater-page-file-name = Dateiname
updater-page-file-name-hint = Mit der Adresse, unter der Sie den Server gerade erreichen. Benennen Sie die Datei nicht um: Ohne die Adresse muss man sie eintippen.
updater-page-choose = Ein anderes Paket wählen
updater-page-choose-hint = Ab dann wird dieses heruntergeladen. Wer den Updater schon installiert hat, behält ihn. Pakete, die an einer anderen Adresse bleiben, können nicht gewählt werden.
updater-page-no-other = Auf diesem Server gibt es kein anderes Paket, das gewählt werden könnte. Laden Sie das MSI des OX Updater hoch; ein Entwurf genügt.
updater-page-set = Zum Updater-Paket machen
updater-page-unset = Kein Updater-Paket
updater-page-unset-about = Niemand kann den Updater mehr herunterladen. Wer ihn hat, behält ihn, und auch das Paket selbst bleibt. Wenn Sie es wieder wählen, ist alles wie zuvor.
settings-webhooks = Webhooks
settings-webhooks-about = Andere Programme, denen mitgeteilt wird, wenn ein Paket veröffentlicht wurde oder eine Installation fehlgeschlagen ist.
