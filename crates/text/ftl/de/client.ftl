# Was oxupdate und das Update-Fenster sagen.

## machine: Windows, soweit es Updates betrifft

machine-database = Die Liste der installierten Programme auf diesem PC konnte nicht gelesen werden. Starten Sie Windows neu und versuchen Sie es noch einmal. (Windows Installer antwortete { $code }.)
machine-disk = Der freie Platz auf dem Datenträger von „{ $folder }“ konnte nicht ermittelt werden. ({ $detail })
machine-processes = Es war nicht herauszufinden, welche Programme auf diesem PC laufen. Versuchen Sie es noch einmal; wenn es wieder geschieht, starten Sie Windows neu. ({ $detail })
machine-start = Das Installationsprogramm konnte nicht gestartet werden. ({ $detail })
machine-not-windows = Das geht nur unter Windows. Mit --dry-run sehen Sie, was geschehen würde.

## server: woher Updates kommen

server-address = „{ $address }“ ist keine Adresse eines Servers oder einer update.xml. Schreiben Sie sie so: https://updates.example.com.
server-unreachable = { $host } antwortet nicht. Prüfen Sie das Netzwerk und die Adresse und versuchen Sie es noch einmal. ({ $detail })
server-certificate = { $host } konnte sich nicht ausweisen, daher wurde nichts dorthin gesendet. Fragen Sie Ihren Administrator. ({ $detail })
server-not-encrypted = { $host } spricht kein https, daher wurde nichts dorthin gesendet. Prüfen Sie die Adresse. Wenn der Server nach dem Willen Ihres Administrators ohne Verschlüsselung arbeitet, beginnen Sie die Adresse mit http:// und geben Sie --allow-http an.
server-not-understood = { $host } gibt eine Antwort, die nicht zu verstehen ist. Prüfen Sie die Adresse, oder sagen Sie es Ihrem Administrator. ({ $detail })
server-sign-in-needed = Der Server möchte wissen, wer Sie sind. Melden Sie sich mit Name und Passwort an.
server-sign-in-refused = Der Server nimmt diesen Namen mit diesem Passwort nicht an. Prüfen Sie beides und versuchen Sie es noch einmal.
server-sign-in-ended = Der Server nimmt die Anmeldung dieses PCs nicht mehr an: Sie wurde dort beendet. Melden Sie sich mit Name und Passwort neu an.
sign-in-refused-before = Der Server hat diesen Namen mit diesem Passwort schon einmal abgelehnt, deshalb wurde beides nicht noch einmal gesendet. Berichtigen Sie das Passwort, oder geben Sie --sign-in-again an, um es noch einmal zu versuchen.
credentials-unusable = Die Anmeldung dieses PCs ließ sich nicht speichern oder lesen. Starten Sie Windows neu und versuchen Sie es noch einmal. ({ $detail })
server-forbidden = Der Server gibt Ihnen das nicht. Fragen Sie Ihren Administrator.
server-not-found = Unter { $address } gibt es nichts. Prüfen Sie die Adresse.
server-busy-until = Der Server ist ausgelastet. Versuchen Sie es in { $seconds } Sekunden noch einmal.
server-busy = Der Server ist ausgelastet. Versuchen Sie es später noch einmal.
server-status = Der Server konnte nicht antworten. Versuchen Sie es später noch einmal, oder fragen Sie Ihren Administrator. (HTTP-Status { $status })
server-too-large = Der Server hat mehr als { $megabytes } MB gesendet; mehr wird nicht abgeholt.
server-broken = Die Verbindung brach ab. Versuchen Sie es noch einmal; ein Download macht dort weiter, wo er stand, wenn der Server das erlaubt. ({ $detail })
server-address-sign-in-inside = Die Adresse enthält einen Namen oder ein Passwort, und andere könnten sie dort lesen. Lassen Sie beides weg; geben Sie den Namen mit --user an, nach dem Passwort werden Sie gefragt.
server-package-address = Das Paket liegt unter „{ $address }“, und von diesem Server wird nichts dort abgeholt. Sagen Sie es Ihrem Administrator.
server-redirect = Der Server verweist weiter an „{ $address }“, und das führt nirgendwohin. Prüfen Sie die Adresse, oder sagen Sie es Ihrem Administrator.
server-too-slow = Der Server sendet weniger als { $bytes } Bytes in der Sekunde, das ist zu langsam. Was geladen ist, bleibt erhalten; versuchen Sie es später oder in einem anderen Netz noch einmal.
permitted-plain = „{ $address }“ ist nicht verschlüsselt: Andere auf dem Weg könnten Ihr Passwort lesen und verändern, was installiert wird. Schreiben Sie stattdessen https://. Wenn Ihr Administrator es ohne Verschlüsselung so will, geben Sie --allow-http an.
permitted-down = Der Server leitet von https nach „{ $address }“ weiter. Diese Adresse ist nicht verschlüsselt, deshalb wurde dort nichts angefragt. Sagen Sie es Ihrem Administrator.
permitted-unproven = Das Paket liegt unter „{ $address }“. Diese Adresse ist nicht verschlüsselt, und kein SHA-256 von einem verschlüsselten Server belegt, was von dort kommt. Es wurde nichts geladen. Sagen Sie es Ihrem Administrator.
web-ca-file = Die Zertifikate in „{ $path }“ konnten nicht gelesen werden. Prüfen Sie den Namen der Datei. ({ $detail })
web-ca-file-empty = „{ $path }“ enthält keine Zertifikate. Geben Sie eine PEM-Datei an, in der Zeilen wie „-----BEGIN CERTIFICATE-----“ stehen.
web-proxy = „{ $address }“ ist keine Adresse eines Proxys. Schreiben Sie sie so: http://proxy.example.com:8080, oder geben Sie „system“ oder „none“ an.
web-name = Dieser Name oder dieses Passwort kann nicht gesendet werden: ein Name hat keinen Doppelpunkt, und beide haben keinen Zeilenumbruch und kein anderes Steuerzeichen.

## plan: was zu tun ist und warum

plan-new-important = Wichtig: Jeder PC soll es haben.
plan-new-optional = Optional: Es ist auf diesem PC nicht installiert.
plan-older-important = Wichtig, weil eine ältere Version installiert ist.
plan-older-optional = Optional: Die installierte Version kann bleiben.
plan-same = Diese Version ist installiert.
plan-newer = Eine neuere Version ist installiert.
plan-several = Es ist { $count }-mal installiert ({ $versions }). { $reason }
plan-digest-missing = Es kann nicht installiert werden: Es wird ohne Prüfsumme angeboten, daher ließe sich das Paket nicht prüfen. Sagen Sie es Ihrem Administrator.
plan-package-place = Es lässt sich nicht installieren: Sein Paket liegt an einem Ort, an den dieser Server nicht schicken darf, etwa auf einer Dateifreigabe. Sagen Sie es Ihrem Administrator.
plan-package-unproven = Es lässt sich nicht installieren: Sein Paket käme unverschlüsselt, und kein SHA-256 von einem verschlüsselten Server belegt, was kommt. Sagen Sie es Ihrem Administrator.
plan-platform = Es ist für PCs mit einem anderen Prozessor ({ $platform }).
plan-held = { $days ->
        [0] Es ist vor weniger als einem Tag fehlgeschlagen und wird wieder versucht, wenn der Herausgeber es ändert oder wenn Sie es mit seinem Namen wählen.
        [1] Es ist gestern fehlgeschlagen und wird wieder versucht, wenn der Herausgeber es ändert oder wenn Sie es mit seinem Namen wählen.
       *[other] Es ist vor { $days } Tagen fehlgeschlagen und wird wieder versucht, wenn der Herausgeber es ändert oder wenn Sie es mit seinem Namen wählen.
    }
plan-other-platform = Es ist für { $offered }, und was installiert ist, ist für { $installed }. Entfernen Sie zum Wechseln zuerst in den Einstellungen von Windows, was installiert ist.
plan-both-remain-machine = Es ist für alle an diesem PC installiert, und dieses Paket installiert nur für eine Person: Beide würden bleiben. Wenn Sie es trotzdem möchten, installieren Sie es mit seinem Namen.
plan-both-remain-user = Es ist nur für Sie installiert, und dieses Paket installiert für alle an diesem PC: Beide würden bleiben. Wenn Sie es trotzdem möchten, installieren Sie es mit seinem Namen.
plan-for-one-person = Es ist für eine Person, und OX Updater läuft hier mit den Rechten eines Administrators, sodass es bei einer anderen Person landen könnte. Starten Sie OX Updater ohne diese Rechte und versuchen Sie es dann noch einmal.
plan-package-name = Die installierte Version lässt sich nicht aktualisieren: Was Windows über ihr Paket notiert hat, ist beschädigt. Entfernen Sie sie in den Einstellungen von Windows und versuchen Sie es dann noch einmal.
plan-rest-installed = Was installiert ist, ist für { $installed } und wird mit dem Paket für { $installed } aktualisiert.
plan-rest-better = Dieser PC bekommt das Paket für { $better }, das besser zu ihm passt.
plan-rest-superseded = Dieser PC bekommt davon eine andere Version oder ein anderes Paket.
plan-in-both-machine = Es ist für alle an diesem PC und außerdem für Sie installiert; dies ist das für alle. { $reason }
plan-in-both-user = Es ist für alle an diesem PC und außerdem für Sie installiert; dies ist das für Sie. { $reason }
plan-fourth-field-unseen = { $reason } Nur die vierte Zahl ist höher, was Windows Installer nicht als neuer erkennt: Danach können beide Versionen installiert sein.
plan-fourth-field-open = { $reason } Nur die vierte Zahl ist höher; wenn das Paket die installierte Version nicht an Ort und Stelle aktualisiert, können danach beide Versionen installiert sein.
plan-not-offered = „{ $name }“ wird Ihnen nicht angeboten. „oxupdate list“ zeigt, was angeboten wird.

## check und Download

check-catalog-unreadable = Die Liste der Updates konnte nicht gelesen werden. { $reason } Sagen Sie es Ihrem Administrator.
check-web-page = Unter { $address } liegt eine Webseite und keine update.xml. Prüfen Sie die Adresse; vielleicht will das Netz erst eine Anmeldung, wie in Hotels.
download-disk-full = Der Datenträger ist zu voll: { $needed } MB werden gebraucht, { $free } MB sind frei. Schaffen Sie Platz und versuchen Sie es noch einmal.
download-too-large = Das Paket ist größer als { $megabytes } MB; mehr wird nicht heruntergeladen. Sagen Sie es Ihrem Administrator.
download-cancelled = Es wurde abgebrochen. Was heruntergeladen ist, bleibt erhalten; der nächste Download macht dort weiter.

## verify: worin eine Datei nicht das Angebotene ist

verify-unreadable = Das heruntergeladene Paket konnte nicht gelesen werden. Versuchen Sie es noch einmal. ({ $detail })
verify-digest-missing = Es wird ohne Prüfsumme angeboten, daher lässt sich das Paket nicht prüfen. Sagen Sie es Ihrem Administrator.
verify-size = Das Paket ist nicht das angebotene: Es hat { $found } Bytes statt { $offered }. Sagen Sie es Ihrem Administrator.
verify-bytes = Das Paket ist nicht das angebotene: Seine { $digest }-Prüfsumme ist eine andere. Sagen Sie es Ihrem Administrator.
verify-msi = Das Paket ist nicht das angebotene. { $reason } Sagen Sie es Ihrem Administrator.
verify-identity = Das Paket ist nicht das angebotene: { $property } ist „{ $found }“ statt „{ $offered }“. Sagen Sie es Ihrem Administrator.

## outcome: was aus einer Installation wurde

outcome-installed = { $product } { $version } ist installiert.
outcome-installed-needs-restart = { $product } { $version } ist installiert und funktioniert vollständig, sobald Windows neu gestartet wurde.
outcome-installed-beside = { $product } { $version } ist installiert. { $others } ist auch noch installiert. Wenn Sie nur eine davon brauchen, entfernen Sie die andere in den Einstellungen von Windows.
outcome-installed-despite = { $product } { $version } ist installiert, obwohl Windows Installer einen Fehler gemeldet hat. Wenn etwas nicht funktioniert, geben Sie das Protokoll Ihrem Administrator.
outcome-not-really-installed = { $product } { $version } wurde nicht wirklich installiert: Windows Installer meldete Erfolg, doch die Liste der installierten Programme zeigt diese Version nicht. Geben Sie das Protokoll Ihrem Administrator.
outcome-not-installed = { $product } { $version } wurde nicht installiert. { $reason }
outcome-programs-open = Zuerst müssen Programme geschlossen werden: { $programs }. Schließen Sie sie und versuchen Sie es dann noch einmal; was heruntergeladen ist, bleibt.
outcome-cancelled = Es wurde abgebrochen. Was installiert ist, bleibt, wie es war.
outcome-old-version-unknown = Windows Installer kennt die installierte Version nicht mehr. Entfernen Sie sie in den Einstellungen von Windows und versuchen Sie es noch einmal.
outcome-windows-ends = Es wurde nicht begonnen, weil Windows gerade beendet wurde. Es wird wieder angeboten.
outcome-busy = Windows ist mit einer anderen Installation beschäftigt. Warten Sie, bis sie zu Ende ist, und versuchen Sie es noch einmal.
outcome-package-not-opened = Das Paket konnte nicht geöffnet werden. Versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie das Protokoll Ihrem Administrator.
outcome-package-unreadable = Windows Installer konnte das Paket nicht lesen oder blieb mittendrin stehen. Geben Sie das Protokoll Ihrem Administrator.
outcome-forbidden = Ein Administrator erlaubt es auf diesem PC nicht. Fragen Sie Ihren Administrator.
outcome-wrong-platform = Das Paket ist für PCs mit einem anderen Prozessor. Sagen Sie es Ihrem Administrator.
outcome-other-version-installed = Eine andere Version ist installiert, die dieses Paket nicht ersetzen kann. Entfernen Sie sie in den Einstellungen von Windows und versuchen Sie es noch einmal.
outcome-failed = Das Installationsprogramm stieß auf einen Fehler. Versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie das Protokoll Ihrem Administrator.
outcome-interrupted = Es wurde unterbrochen, durch einen Neustart des PCs oder das Ende dieses Programms. Versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie das Protokoll Ihrem Administrator.

## close first: Programme, die offen sind

close-first = { $product } kann installiert werden, sobald { $programs } geschlossen { $count ->
    [one] ist
   *[other] sind
}. Speichern Sie dort Ihre Arbeit, schließen Sie { $programs } und wählen Sie dann „Erneut versuchen“.
close-first-programs = { $count ->
    [0] { $last }
   *[other] { $others } und { $last }
}

## state: was zwischen zwei Läufen erhalten bleibt

state-no-place = Es ist nicht bekannt, wohin Downloads und Protokolle gehören. Nennen Sie mit --state einen Ordner.
state-unusable = „{ $path }“ konnte nicht gelesen oder geschrieben werden. Prüfen Sie, ob der Datenträger voll ist und ob die Datei Ihnen gehört. ({ $detail })
state-unsafe = „{ $path }“ ist kein sicherer Ort für Pakete: { $reason } Entfernen Sie es, wenn Sie es nicht brauchen, oder nennen Sie mit --state einen anderen Ordner; oder fragen Sie Ihren Administrator.
folder-is-link = Es ist kein Ordner oder führt woandershin.
folder-of-another = Es gehört einem anderen Konto.
folder-writable = Andere Konten können darin schreiben.
state-locked-by-other = Eine andere Person an diesem PC installiert gerade Updates, oder Sie selbst mit einem anderen Ordner. Warten Sie, bis das zu Ende ist, und versuchen Sie es noch einmal.
state-locked = Ein anderes oxupdate installiert gerade Updates auf diesem PC. Warten Sie, bis es zu Ende ist, und versuchen Sie es noch einmal.

## oxupdate: Verben und Argumente

oxupdate-help = Hält die Software auf diesem PC aktuell: zeigt, was angeboten wird, lädt es herunter, prüft und installiert es.
oxupdate-check-help = Zeigt die Updates, die für diesen PC bereitstehen. Endet mit 10, wenn es welche gibt.
oxupdate-list-help = Zeigt alles, was angeboten wird, und was davon installiert ist.
oxupdate-install-help = Lädt Updates herunter, prüft und installiert sie. Ohne Namen die wichtigen.
oxupdate-install-arg-name = Was installiert werden soll: sein Name oder Upgrade-Code.
oxupdate-install-arg-all = Installiert alles, was bereitsteht, auch optionale Updates.
oxupdate-install-arg-interactive = Zeigt die Dialoge der Pakete, wenn ihr Herausgeber es nicht anders will.
oxupdate-install-arg-wait-for-programs = Wartet bis zu 4 Stunden, bis Programme geschlossen sind, die ein Update geschlossen braucht.
oxupdate-report-help = Sendet dem Server die Berichte über frühere Installationen, die noch nicht gesendet werden konnten.
oxupdate-status-help = Zeigt die letzte Prüfung, die letzten Installationen und wo die Protokolle liegen. Fragt weder den Server noch Windows.
oxupdate-sign-out-help = Vergisst die Anmeldung dieses PCs an einem Server.
oxupdate-arg-server = Woher Updates kommen: ein Server wie https://updates.example.com oder die Adresse oder der Pfad einer update.xml. OXUPDATE_SERVER bewirkt dasselbe.
oxupdate-arg-user = Ihr Name auf dem Server. Ohne ihn meldet sich niemand an. OXUPDATE_USER bewirkt dasselbe.
oxupdate-arg-password-file = Eine Datei, deren erste Zeile Ihr Passwort ist. Ohne sie wird OXUPDATE_PASSWORD genommen, oder Sie werden gefragt.
oxupdate-arg-sign-in-again = Meldet sich mit dem Passwort an, auch wenn dieser PC angemeldet ist oder der Server es schon einmal abgelehnt hat.
oxupdate-arg-ca-file = Eine PEM-Datei mit den Zertifikaten, denen statt denen des Systems vertraut wird.
oxupdate-arg-proxy = Der Proxy: „system“ nimmt die Einstellung des Systems, „none“ keinen, sonst seine Adresse.
oxupdate-arg-allow-http = Spricht http, also ohne Verschlüsselung, auch mit anderen PCs. Andere auf dem Weg können dann das Passwort lesen und verändern, was installiert wird.
oxupdate-arg-state = Der Ordner für Downloads, Protokolle und alles andere, was zwischen zwei Läufen erhalten bleibt.
oxupdate-arg-json = Schreibt das Ergebnis als ein JSON-Objekt.
oxupdate-arg-dry-run = Zeigt, was geschehen würde, und installiert und berichtet nichts. Anderswo als unter Windows gilt nichts als installiert.
oxupdate-arg-machine = Mit --dry-run: eine JSON-Datei, die sagt, was installiert ist.

## oxupdate: was es sagt

cli-ready = 
    { $count ->
        [one] 1 Update steht für diesen PC bereit.
       *[other] { $count } Updates stehen für diesen PC bereit.
    }
cli-ready-hint = „oxupdate install“ installiert die wichtigen, „oxupdate install --all“ alle.
cli-nothing-ready = Dieser PC ist aktuell.
cli-only-blocked = 
    { $count ->
        [one] 1 Update kann nicht installiert werden.
       *[other] { $count } Updates können nicht installiert werden.
    }
cli-only-held =
    { $count ->
        [one] 1 Update ist fehlgeschlagen und wartet. „oxupdate check“ zeigt, warum.
       *[other] { $count } Updates sind fehlgeschlagen und warten. „oxupdate check“ zeigt, warum.
    }
cli-nothing-important = Kein wichtiges Update steht bereit. „oxupdate check“ zeigt die optionalen.
cli-nothing-offered = Ihnen wird nichts angeboten.
cli-nothing-to-do = { $name } { $version }: nichts zu tun. { $reason }
cli-would-install = 
    { $count ->
        [one] 1 Update würde installiert.
       *[other] { $count } Updates würden installiert.
    }
cli-head-name = Name
cli-head-versions = Installiert → angeboten
cli-head-importance = Wichtigkeit
cli-head-reason = Warum
cli-versions-new = neu { $offered }
cli-versions-same = { $offered }
cli-versions-update = { $installed } → { $offered }
cli-important = Wichtig
cli-optional = Optional
cli-line-new = { $name }, neu: { $offered }. { $reason }
cli-line-same = { $name }: { $offered }. { $reason }
cli-line-update = { $name }: { $installed } → { $offered }. { $reason }
cli-problem = Die Liste der Updates hat einen Fehler. { $problem }
cli-problems-more = 
    { $count ->
        [one] Es gibt 1 weiteren Fehler.
       *[other] Es gibt { $count } weitere Fehler.
    }
cli-downloading = { $name } { $version } wird heruntergeladen.
cli-downloading-size = { $heading } { $done }
cli-downloading-speed = { $heading } { $done } von { $total }, { $speed } je Sekunde, noch { $left }
cli-verifying = { $name } { $version } wird geprüft.
cli-installing = { $name } { $version } wird installiert.
cli-installing-action = { $heading } { $action }
cli-asks-for-consent = Windows fragt nach der Zustimmung eines Administrators, um { $name } { $version } zu installieren.
cli-waiting-for-windows = Warten, bis Windows eine andere Installation beendet hat; dann wird { $name } { $version } installiert.
cli-takes-long = { $name } { $version } wird noch installiert. Sie können weiterarbeiten; was daraus wurde, steht dann hier, und wenn dieses Fenster geschlossen ist, zeigt es „oxupdate status“.
cli-settled = Während niemand zusah, ist eine Installation zu Ende gegangen. { $outcome }
cli-still-installing = { $name } { $version } wurde begonnen, und Windows Installer arbeitet noch daran.
cli-try-again = { $question } Tippen Sie j für „Erneut versuchen“ oder n für „Jetzt nicht“ und drücken Sie dann die Eingabetaste.
cli-waiting-for-programs = { $product } wird installiert, sobald { $programs } geschlossen { $count ->
    [one] ist
   *[other] sind
}; bis dahin wird gewartet, höchstens { $hours } Stunden. Speichern Sie dort vorher Ihre Arbeit. Strg+C bricht ab.
cli-again-by-name = Von selbst wird es nicht noch einmal versucht; „oxupdate install { $name }“ versucht es noch einmal.
cli-details = Einzelheiten: Windows Installer endete mit { $code }. Das Protokoll ist „{ $log }“.
cli-restart = Starten Sie Windows neu, wenn es Ihnen passt.
cli-no-reports = Es warten keine Berichte.
cli-reports-sent = 
    { $count ->
        [one] 1 Bericht wurde gesendet.
       *[other] { $count } Berichte wurden gesendet.
    }
cli-reports-wait = 
    { $count ->
        [one] 1 Bericht wartet, bis der Server erreichbar ist.
       *[other] { $count } Berichte warten, bis der Server erreichbar ist.
    }
cli-never-checked = Auf diesem PC wurde noch nie nach Updates gesehen.
cli-last-check = Letzte Prüfung: { $when } bei { $address }. Damals bereitstehende Updates: { $count }.
cli-last-check-as = Letzte Prüfung: { $when } bei { $address } als { $user }. Damals bereitstehende Updates: { $count }.
cli-past-install = { $product } { $version }, { $when }: { $outcome }.
cli-past-update = { $product } { $from } → { $version }, { $when }: { $outcome }.
cli-state-folder = Downloads und Protokolle liegen in „{ $folder }“.
cli-outcome-installed = installiert
cli-outcome-installed-needs-restart = installiert, Neustart nötig
cli-outcome-not-really-installed = nicht wirklich installiert
cli-outcome-cancelled = abgebrochen
cli-outcome-busy = Windows war beschäftigt
cli-outcome-programs-open = Programme waren offen
cli-outcome-not-for-this-pc = nicht für diesen PC
cli-outcome-failed = fehlgeschlagen
cli-outcome-download-failed = nicht heruntergeladen
cli-outcome-verification-failed = nicht das Angebotene
cli-sign-in-needed = Der Server möchte wissen, wer Sie sind. Geben Sie mit --user Ihren Namen dort an; nach dem Passwort werden Sie gefragt.
cli-server-busy = Der Server ist ausgelastet. In { $seconds } Sekunden wird er noch einmal gefragt. Strg+C bricht ab.
cli-signed-out = Abgemeldet von { $origin }.
cli-not-signed-in = An { $origin } war niemand angemeldet.
cli-sign-out-file = Eine Datei braucht keine Anmeldung. Geben Sie mit --server die Adresse eines Servers an.
cli-server-locked = Updates kommen auf diesem PC von { $server }, und das lässt sich hier nicht ändern. Lassen Sie --server weg, oder fragen Sie Ihren Administrator.
cli-proxy-locked = Der Weg zum Server ist auf diesem PC festgelegt und lässt sich hier nicht ändern. Lassen Sie --proxy weg, oder fragen Sie Ihren Administrator.
cli-own-update = { $name } { $version } liegt bereit und wurde ausgelassen: OX Updater installiert es selbst, wenn Sie es in seinem Fenster wählen. Soll es hier installiert werden, nennen Sie es: oxupdate install "{ $name }".
cli-server-missing = Es ist nicht bekannt, woher Updates kommen. Geben Sie mit --server die Adresse an, zum Beispiel --server https://updates.example.com.
cli-password-prompt = Passwort von { $user }:
cli-password-missing = Das Passwort fehlt, und hier kann niemand gefragt werden. Geben Sie es mit --password-file oder in der Umgebungsvariablen { $name } an.
cli-password-variable = Die Umgebungsvariable { $name } ist kein lesbarer Text. Geben Sie das Passwort mit --password-file an.
cli-password-not-read = Das Passwort konnte nicht gelesen werden. ({ $detail })
cli-password-file = Das Passwort konnte nicht aus „{ $path }“ genommen werden. { $reason }
cli-password-file-not-read = Prüfen Sie, ob es die Datei gibt und ob sie in UTF-8 geschrieben ist. ({ $detail })
cli-password-file-too-large = Die Datei ist zu groß, um nur ein Passwort zu enthalten.
cli-machine-file = „{ $path }“ beschreibt keinen PC. docs/reference/oxupdate.md sagt, wie das geschrieben wird. ({ $detail })
cli-output-not-written = Das Ergebnis konnte nicht geschrieben werden. ({ $detail })
