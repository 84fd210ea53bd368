### Was das Symbol neben der Uhr, seine Fenster und deren Hinweise sagen.

## das Symbol neben der Uhr

tray-tooltip-idle = OX Updater: Dieser PC ist aktuell.
tray-tooltip-starting = OX Updater startet.
tray-tooltip-unchecked = OX Updater hat seit dem Start noch nicht nach Updates gesucht.
tray-tooltip-looking = OX Updater sucht nach Updates.
tray-tooltip-ready = { $count ->
        [one] OX Updater: 1 Update ist bereit.
       *[other] OX Updater: { $count } Updates sind bereit.
    }
tray-tooltip-not-ready = OX Updater: Es gibt Updates, die sich jetzt nicht installieren lassen.
tray-tooltip-working = OX Updater arbeitet an Update { $number } von { $count }.
tray-tooltip-question = OX Updater wartet auf Ihre Antwort.
tray-tooltip-ended = OX Updater ist fertig. Das Fenster zeigt, was aus den Updates geworden ist.
tray-tooltip-restart = OX Updater: Starten Sie Windows neu, wenn es Ihnen passt; das schließt die Updates ab.
tray-tooltip-also-restart = { $tooltip } Starten Sie Windows neu, das schließt die früheren ab.
tray-tooltip-no-server = OX Updater weiß nicht, woher Updates kommen.
tray-tooltip-proposal = OX Updater fragt Sie, woher Updates kommen dürfen.
tray-tooltip-sign-in = OX Updater: Melden Sie sich an, damit nach Updates gesucht wird.
tray-tooltip-away = OX Updater kann den Server gerade nicht erreichen.
tray-tooltip-locked = OX Updater wartet, bis andere Updates auf diesem PC beendet sind.
tray-tooltip-trouble = OX Updater konnte nicht nach Updates suchen. Das Fenster zeigt, warum.

tray-show-updates = &Updates anzeigen
tray-check-now = &Jetzt suchen
tray-history = &Verlauf
tray-settings = &Einstellungen
tray-about = &Über OX Updater
tray-sign-in = A&nmelden
tray-sign-out = Ab&melden
tray-exit = &Beenden

## was neben der Uhr gesagt wird: eine Überschrift von höchstens 63 Zeichen, ein Satz von höchstens 255

balloon-updates-title = { $count ->
        [one] Ein Update ist bereit
       *[other] Updates sind bereit
    }
balloon-updates-important-title = { $count ->
        [one] Ein wichtiges Update ist bereit
       *[other] Wichtige Updates sind bereit
    }
balloon-updates = { $count ->
        [one] { $names } kann installiert werden. Klicken Sie hier, um zu sehen, was es bringt.
       *[other] { $count } Updates können installiert werden: { $names }. Klicken Sie hier, um zu sehen, was sie bringen.
    }
balloon-names-more = { $names } und { $more } weitere
balloon-sign-in-title = Für die Suche nach Updates anmelden
balloon-sign-in = Der Server möchte wissen, wer Sie sind. Klicken Sie hier, um sich anzumelden.
balloon-sign-in-again-title = Neu anmelden
balloon-sign-in-ended = Der Server hat die Anmeldung dieses PCs beendet, daher werden keine Updates gefunden. Klicken Sie hier, um sich neu anzumelden.
balloon-sign-in-refused = Der Server nimmt das Passwort auf diesem PC nicht mehr an, daher werden keine Updates gefunden. Klicken Sie hier, um sich neu anzumelden.
balloon-no-server-title = OX Updater ist noch nicht eingerichtet
balloon-no-server = Es ist nicht bekannt, woher Updates kommen. Klicken Sie hier, um es festzulegen.
balloon-question-title = Ein Update wartet auf Sie
balloon-question = Bevor { $product } installiert werden kann, müssen Programme geschlossen werden. Klicken Sie hier, um zu sehen, welche.
balloon-installed-title = { $count ->
        [one] Ein Update ist installiert
       *[other] Updates sind installiert
    }
balloon-installed = { $count ->
        [one] 1 Update ist installiert.
       *[other] { $count } Updates sind installiert.
    }
balloon-installed-restart = { $count ->
        [one] 1 Update ist installiert. Starten Sie Windows neu, wenn es Ihnen passt; danach funktioniert es vollständig.
       *[other] { $count } Updates sind installiert. Starten Sie Windows neu, wenn es Ihnen passt; danach funktionieren sie vollständig.
    }
balloon-not-installed-title = Nicht jedes Update ist installiert
balloon-not-installed = { $done ->
        [one] 1 von { $count } Updates ist installiert. Klicken Sie hier, um zu sehen, warum, und was Sie tun können.
       *[other] { $done } von { $count } Updates sind installiert. Klicken Sie hier, um zu sehen, warum, und was Sie tun können.
    }
balloon-before-own-update = { $done ->
        [one] 1 von { $count } Updates wurde installiert, bevor OX Updater sich selbst aktualisierte. Warum nicht mehr, zeigt der Verlauf.
       *[other] { $done } von { $count } Updates wurden installiert, bevor OX Updater sich selbst aktualisierte. Warum nicht mehr, zeigt der Verlauf.
    }
balloon-settled-title = Eine Installation ist beendet
balloon-settled = { $product } { $version }: { $outcome }
balloon-self-update-title = OX Updater ist aktuell
balloon-self-update = OX Updater { $version } ist installiert.
balloon-self-update-failed-title = OX Updater wurde nicht aktualisiert
balloon-self-update-failed = OX Updater { $version } ließ sich nicht installieren. Die bisherige Version läuft weiter. Der Verlauf zeigt mehr.

## Schaltflächen; der Buchstabe hinter & ist der, der mit Alt gedrückt wird

button-next = &Weiter >
button-not-now = &Jetzt nicht
button-close = &Schließen
button-cancel = Abbrechen
button-back = < &Zurück
button-back-to-list = &Zurück zur Liste
button-check-now = Jetzt s&uchen
button-try-again = Erneut &versuchen
button-settings = &Einstellungen…
button-sign-in = &Anmelden
button-sign-out = Ab&melden
button-stay-signed-in = &Angemeldet bleiben
button-server-yes = &Ja, dieser Server
button-server-no = &Nein
button-cancel-updates = Updates ab&brechen
button-go-on = Im &Hintergrund fortfahren
button-exit-when-done = &Beenden, sobald alles fertig ist
button-stay = &Weiterlaufen lassen
button-copy-details = Einzelheiten &kopieren
button-restart = Windows jetzt &neu starten
button-save = &Speichern

## das Fenster mit den Updates

updates-starting = OX Updater startet.
updates-looking = OX Updater sucht nach Updates. Das dauert ein paar Sekunden.
updates-unchecked = OX Updater hat seit dem Start noch nicht nach Updates gesucht.
updates-none = Dieser PC ist aktuell.
updates-ready = { $count ->
        [one] 1 Update ist für diesen PC bereit.
       *[other] { $count } Updates sind für diesen PC bereit.
    }
updates-not-ready = { $count ->
        [one] 1 Update wird angeboten, das sich nicht ohne Weiteres installieren lässt.
       *[other] { $count } Updates werden angeboten, die sich nicht ohne Weiteres installieren lassen.
    }
updates-checked = Zuletzt geprüft: { $when }.
updates-checking = Es wird noch einmal nach Updates gesucht.
updates-stale = Die letzte Suche nach Updates gelang nicht; was hier steht, wurde { $when } gefunden.
updates-tries-again = OX Updater versucht es von selbst noch einmal.
updates-problems = { $count ->
        [one] { $checked } 1 Angebot enthält einen Fehler und fehlt hier; sagen Sie es Ihrem Administrator.
       *[other] { $checked } { $count } Angebote enthalten einen Fehler und fehlen hier; sagen Sie es Ihrem Administrator.
    }
updates-no-server = OX Updater weiß nicht, woher Updates kommen. Öffnen Sie die Einstellungen und geben Sie die Adresse ein, die Sie von Ihrem Administrator haben.
updates-proposal = Sollen Updates von { $host } kommen?
updates-proposal-why = Die Datei, mit der OX Updater installiert wurde, trägt den Namen dieses Servers. Dorthin wurde noch nichts gesendet.
updates-proposal-yes = Wenn Ihr Administrator oder Ihr Anbieter Ihnen diese Datei gegeben hat, wählen Sie „Ja“. OX Updater sucht dann unter { $address } nach Updates.
updates-proposal-no = Wenn Sie { $host } nicht kennen, wählen Sie „Nein“. Sie können dann eine andere Adresse eingeben.
updates-versions-new = neu { $offered }
updates-versions-update = { $installed } → { $offered }
updates-important = Wichtig
updates-optional = Optional
updates-held = Fehlgeschlagen
updates-by-choice = Nur auf Wunsch
updates-blocked = Nicht möglich

## über ein einzelnes Update

details-heading = { $product } { $version }.
details-heading-released = { $product } { $version }, erschienen am { $date }.
details-heading-size = { $product } { $version }, { $size }.
details-heading-released-size = { $product } { $version }, erschienen am { $date }, { $size }.
details-held = { $days ->
        [0] Es ist vor weniger als einem Tag fehlgeschlagen und wird wieder versucht, wenn der Herausgeber es ändert oder wenn Sie das Häkchen setzen.
        [1] Es ist gestern fehlgeschlagen und wird wieder versucht, wenn der Herausgeber es ändert oder wenn Sie das Häkchen setzen.
       *[other] Es ist vor { $days } Tagen fehlgeschlagen und wird wieder versucht, wenn der Herausgeber es ändert oder wenn Sie das Häkchen setzen.
    }
details-both-remain-machine = Es ist für alle an diesem PC installiert, und dieses Paket installiert nur für eine Person: Beide würden bleiben. Setzen Sie das Häkchen, um es trotzdem zu bekommen.
details-both-remain-user = Es ist nur für Sie installiert, und dieses Paket installiert für alle an diesem PC: Beide würden bleiben. Setzen Sie das Häkchen, um es trotzdem zu bekommen.
details-requires = Voraussetzungen: { $requires }
details-close-first = { $count ->
        [one] { $programs } muss geschlossen sein, während es installiert wird.
       *[other] { $programs } müssen geschlossen sein, während es installiert wird.
    }
details-notes = Neu: { $notes }
details-link = &Mehr dazu
text-as-it-is = { $text }
date-of-day = { $month ->
        [1] { $day }. Januar { $year }
        [2] { $day }. Februar { $year }
        [3] { $day }. März { $year }
        [4] { $day }. April { $year }
        [5] { $day }. Mai { $year }
        [6] { $day }. Juni { $year }
        [7] { $day }. Juli { $year }
        [8] { $day }. August { $year }
        [9] { $day }. September { $year }
        [10] { $day }. Oktober { $year }
        [11] { $day }. November { $year }
       *[12] { $day }. Dezember { $year }
    }

## die Anmeldung

sign-in-page-heading = Melden Sie sich an, damit nach Updates gesucht wird.
sign-in-page-account = Verwenden Sie Name und Passwort Ihres Kontos bei { $server }.
sign-in-page-once = Dieser PC behält Ihr Passwort nicht. Wenn der Server ihm eine eigene Anmeldung gibt, bleiben Sie angemeldet, bis Sie „Abmelden“ wählen; sonst werden Sie nach dem nächsten Start wieder gefragt.
sign-in-page-each-time = Dieser Server verlangt das Passwort jedes Mal.
sign-in-page-keep = Passwort auf diesem PC &behalten, damit er von selbst Updates findet
sign-in-page-asking = Sie werden angemeldet. Das dauert ein paar Sekunden.
sign-in-page-name-missing = Geben Sie Ihren Namen ein.
sign-in-page-password-missing = Geben Sie Ihr Passwort ein.

## wie die Updates vorankommen

progress-heading = { $count ->
        [one] Das Update wird installiert.
       *[other] { $count } Updates werden installiert.
    }
progress-aside = Sie können dieses Fenster schließen; die Updates laufen weiter. Abbrechen können Sie, solange Windows Installer noch anhalten kann.
progress-stopping = Angehalten wird, sobald es gefahrlos geht. Was bis dahin installiert ist, bleibt, und was heruntergeladen ist, bleibt erhalten.
progress-windows-ends = Windows soll beendet werden. Woran Windows Installer gerade arbeitet, wird vorher fertig, und der Rest wird nicht begonnen.
progress-exit = OX Updater wird beendet, sobald das fertig ist.
progress-name = { $product } { $version }
progress-waits = Wartet, bis es an der Reihe ist
progress-downloading = Wird heruntergeladen
progress-verifying = Wird geprüft
progress-programs-open = Wartet, bis Programme geschlossen sind
progress-windows-busy = Wartet, bis eine andere Installation beendet ist
progress-consent = Wartet auf die Zustimmung eines Administrators
progress-consent-where = Windows fragt danach. Wenn Sie die Frage nicht sehen, suchen Sie in der Taskleiste ein Symbol, das blinkt.
progress-installing = Wird installiert
progress-installed = Installiert
progress-not-installed = Nicht installiert
progress-transfer = { $done } von { $total }, { $speed } in der Sekunde, noch { $left }
progress-transfer-total = { $done } von { $total }
progress-transfer-done = { $done }
progress-takes-long = Es dauert länger als sonst und geht weiter. Sie können weiterarbeiten.
progress-safe = Windows Installer arbeitet an { $product }. Wird Windows jetzt beendet, bleibt das Update unvollständig. Warten Sie ein paar Minuten.

question-close-first-not-now = „Jetzt nicht“ lässt dieses Update für ein andermal; was heruntergeladen ist, bleibt erhalten. OX Updater schließt kein Programm von selbst.
question-sign-out = Auf diesem PC abmelden?
question-sign-out-why = OX Updater findet dann keine Updates, bis sich wieder jemand anmeldet. Was installiert ist, bleibt, wie es ist.
question-exit = Gerade werden Updates installiert, und vorher kann OX Updater nicht beendet werden.
question-exit-why = OX Updater muss sehen, was daraus wird. Sobald sie fertig sind, kann er sich von selbst beenden.

## was aus den Updates geworden ist

result-installed = { $count ->
        [one] Das Update ist installiert.
       *[other] { $count } Updates sind installiert.
    }
result-some = { $done ->
        [one] 1 von { $count } Updates ist installiert.
       *[other] { $done } von { $count } Updates sind installiert.
    }
result-none = { $count ->
        [one] Das Update ist nicht installiert.
       *[other] Kein Update ist installiert.
    }
result-not-begun = { $product } { $version } wurde nicht begonnen. Was installiert ist, bleibt, wie es war.
result-restart = Windows muss neu gestartet werden, bevor alles funktioniert. Tun Sie das, wenn es Ihnen passt, und speichern Sie vorher Ihre Arbeit.
result-reports = { $count ->
        [one] 1 Bericht wartet, bis der Server zu erreichen ist.
       *[other] { $count } Berichte warten, bis der Server zu erreichen ist.
    }

## die Einstellungen

settings-locked-by-policy = Das hat Ihr Administrator festgelegt.
settings-locked-by-installer = OX Updater wurde so installiert, dass sich dies nicht ändern lässt.
settings-server-wrong = „{ $address }“ ist keine Adresse eines Servers. Schreiben Sie sie so: https://updates.example.com.
settings-server-sign-in-inside = Die Adresse enthält einen Namen oder ein Passwort. Lassen Sie beides weg; Sie werden danach gefragt, wenn es gebraucht wird.
settings-interval-wrong = Geben Sie eine Zahl von Stunden von { $least } bis { $most } ein.
settings-proxy-wrong = „{ $address }“ ist keine Adresse eines Proxys. Schreiben Sie sie so: http://proxy.example.com:8080.

## was früher installiert wurde

history-heading = Das hat OX Updater auf diesem PC getan, das Neueste zuerst.
history-none = OX Updater hat auf diesem PC noch nichts installiert.
history-reading = OX Updater liest, was installiert wurde.
history-unreadable = Was auf diesem PC installiert wurde, lässt sich nicht lesen. { $reason }
history-installed = Es ist installiert.
history-installed-needs-restart = Es ist installiert und funktioniert nach einem Neustart von Windows vollständig.
history-not-really-installed = Windows Installer meldete Erfolg, doch die Version ist nicht da.
history-cancelled = Es wurde abgebrochen.
history-busy = Windows war mit einer anderen Installation beschäftigt.
history-programs-open = Programme waren offen, die vorher geschlossen werden müssen.
history-not-for-this-pc = Es passt nicht zu diesem PC.
history-failed = Es wurde nicht installiert.
history-failed-because = Es wurde nicht installiert. { $happened }
history-download-failed = Es ließ sich nicht herunterladen.
history-verification-failed = Was heruntergeladen wurde, war nicht das Angebotene, daher wurde es nicht installiert.

## was dieses Programm ist

about-heading = OX Updater { $version }
about-what = OX Updater hält Programme auf diesem PC aktuell.
about-server = Updates kommen von { $server }.
about-user = Angemeldet als { $user }.

## was für die Hilfe kopiert wird

copy-program = OX Updater { $version }
copy-windows = Windows { $version }
copy-time = Kopiert: { $time } UTC
copy-ended = Beendet: { $time } UTC
copy-server = Server: { $server }
copy-user = Angemeldet als: { $user }
copy-update = { $product }: { $versions }
copy-exit-code = Windows Installer endete mit { $code }.
copy-log = Protokoll: { $log }

## in place of sentences that speak of a command line

window-address-not-encrypted = „{ $address }“ ist nicht verschlüsselt: Andere auf dem Weg könnten Ihr Passwort lesen und verändern, was installiert wird. Schreiben Sie stattdessen https://, oder fragen Sie Ihren Administrator: Nur er kann einen Server ohne Verschlüsselung erlauben.
window-server-not-encrypted = { $host } spricht kein https, daher wurde nichts dorthin gesendet. Prüfen Sie die Adresse in den Einstellungen, oder fragen Sie Ihren Administrator: Nur er kann einen Server ohne Verschlüsselung erlauben.
window-sign-in-refused-before = Der Server hat diesen Namen mit diesem Passwort schon einmal abgelehnt, deshalb wurde beides nicht noch einmal gesendet. Berichtigen Sie das Passwort, oder bitten Sie Ihren Administrator um ein neues.
window-locked = Auf diesem PC werden schon Updates installiert, von OX Updater an anderer Stelle. Warten Sie, bis das zu Ende ist, und versuchen Sie es noch einmal.
window-locked-by-other = Jemand anders installiert gerade Updates auf diesem PC. Warten Sie, bis das zu Ende ist, und versuchen Sie es noch einmal.
window-web-page = Statt der Updates kam von { $address } eine Webseite. Vielleicht will das Netz erst eine Anmeldung, wie in Hotels: Öffnen Sie irgendeine Seite in Ihrem Browser. Wenn es das nicht ist, prüfen Sie die Adresse in den Einstellungen.
window-no-place = Es ist nicht bekannt, wohin Downloads und Protokolle gehören. Starten Sie Windows neu und versuchen Sie es noch einmal; wenn es wieder geschieht, fragen Sie Ihren Administrator.
window-unsafe-place = „{ $path }“ ist kein sicherer Ort für Pakete: { $reason } Entfernen Sie es, wenn Sie es nicht brauchen, oder fragen Sie Ihren Administrator.

## Größen und Zeiten

amount-bytes =
    { $count ->
        [one] 1 Byte
       *[other] { $count } Bytes
    }
amount-kilobytes = { $count } KB
amount-megabytes = { $count } MB
duration-seconds =
    { $count ->
        [one] 1 Sekunde
       *[other] { $count } Sekunden
    }
duration-minutes =
    { $count ->
        [one] 1 Minute
       *[other] { $count } Minuten
    }
ago-now = gerade eben
ago-minutes =
    { $count ->
        [one] vor 1 Minute
       *[other] vor { $count } Minuten
    }
ago-hours =
    { $count ->
        [one] vor 1 Stunde
       *[other] vor { $count } Stunden
    }
ago-days =
    { $count ->
        [one] vor 1 Tag
       *[other] vor { $count } Tagen
    }
