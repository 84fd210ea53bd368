# Geräte, Berichte, Verbreitung, Protokoll, Übersicht.

## filters

filter-time-wrong = „{ $text }“ ist weder ein Tag noch eine Zeit. Schreiben Sie 2026-11-20 oder 2026-11-20T08:00:00Z.
filter-standing-wrong = „{ $text }“ ist kein Zustand eines Geräts. Schreiben Sie enrolled oder revoked.
filter-outcome-wrong = „{ $text }“ ist kein Ergebnis. Schreiben Sie zum Beispiel installed oder failed, oder failing für alles, was Aufmerksamkeit braucht.
filter-platform-wrong = „{ $text }“ ist keine Plattform. Schreiben Sie zum Beispiel x64 oder x86.
filter-product-unknown = Das Produkt „{ $text }“ gibt es hier nicht. Schreiben Sie den Namen eines Pakets, das veröffentlicht ist oder war, oder einen Upgrade-Code.
filter-version-alone = Eine Version allein sagt wenig. Nennen Sie auch das Produkt.
filter-control-character = Gesucht werden kann nicht nach Steuerzeichen.
filter-too-long = Gesucht werden können höchstens { $characters } Zeichen.

## what came of an install

report-installed = Es ist installiert.
report-installed-needs-restart = Es ist installiert und nach einem Neustart von Windows ganz einsatzbereit.
report-not-really-installed = Windows Installer hat Erfolg gemeldet, aber die Liste der installierten Programme zeigt diese Version nicht. Lesen Sie das Protokoll des Installers auf dem PC, und fragen Sie den Hersteller des Pakets.
report-cancelled = Der Mensch am PC oder eine Richtlinie hat es abgebrochen. Was installiert war, ist geblieben.
report-busy = Windows war mit einer anderen Installation beschäftigt. Der PC versucht es von selbst noch einmal.
report-programs-open = Es waren Programme geöffnet, die vorher geschlossen werden müssen. Der PC versucht es bei der nächsten Prüfung noch einmal.
report-download-failed = Das Paket konnte nicht geladen werden. Prüfen Sie, ob der PC diesen Server erreicht und Platz auf seiner Festplatte hat.
report-verification-failed = Geladen wurde etwas anderes als angeboten. Geschieht das auf mehreren PCs, suchen Sie nach einem Proxy oder Virenscanner, der Downloads verändert.
report-not-for-this-pc = Das Paket passt nicht zu diesem PC. Prüfen Sie seine Plattform und was es voraussetzt.
report-failed = Der Installer ist auf einen Fehler gestoßen. Der PC behält das Protokoll; „oxupdate status“ nennt dort die Ursache.
report-code-disk-full = Auf der Festplatte des PCs ist nicht genug Platz. Schaffen Sie Platz, dann versuchen Sie es noch einmal.
report-code-service = Der Dienst von Windows Installer hat nicht geantwortet. Starten Sie den PC neu; hilft das nicht, prüfen Sie, ob der Dienst „Windows Installer“ abgeschaltet ist.
report-code-fatal = Der Installer hat aufgegeben und zurückgenommen, was er begonnen hatte. „oxupdate status“ nennt auf dem PC die Ursache; oft war eine Datei in Benutzung, oder ein eigener Schritt des Pakets ist gescheitert.
report-code-product-unknown = Windows Installer kennt die installierte Version nicht mehr. Entfernen Sie sie in den Einstellungen von Windows, dann versuchen Sie es noch einmal.
report-code-source-missing = Das Paket der installierten Version fehlt, das für die Ablösung gebraucht wird. Reparieren oder entfernen Sie diese Version mit ihrem eigenen Paket.
report-code-package-not-opened = Das Paket konnte nicht geöffnet werden. Versuchen Sie es noch einmal; geschieht es auf mehreren PCs, veröffentlichen Sie das Paket neu.
report-code-package-wrong = Das Paket ist beschädigt oder kein Paket von Windows Installer. Holen Sie es noch einmal beim Hersteller, und veröffentlichen Sie es neu.
report-code-log = Das Protokoll des Installers konnte nicht geschrieben werden. Prüfen Sie den Platz auf der Festplatte des PCs und die Rechte seines Ordners für temporäre Dateien.
report-code-language = Das Paket hat eine Sprache, die dieses Windows nicht kennt.
report-code-transform = Eine Transformation aus den Installationsparametern kann nicht angewendet werden. Prüfen Sie die Installationsparameter des Pakets.
report-code-forbidden = Eine Regel für diesen PC verbietet es. Prüfen Sie die Richtlinien für Windows Installer und für zugelassene Software.
report-code-temporary-folder = Der Ordner für temporäre Dateien auf dem PC ist voll oder nicht beschreibbar. Schaffen Sie dort Platz, dann versuchen Sie es noch einmal.
report-code-platform = Das Paket ist für PCs mit einem anderen Prozessor. Veröffentlichen Sie auch eines für diese Plattform.
report-code-other-version = Es ist eine andere Version installiert, die dieses Paket nicht ablösen kann. Entfernen Sie diese Version, oder veröffentlichen Sie das Paket als Hauptupgrade.
report-code-params = Windows Installer versteht die Installationsparameter nicht. Prüfen Sie sie am Paket.
report-code-remote-session = Windows lässt diese Installation von dort nicht zu, wo sie gestartet wurde. Installieren Sie, während jemand am PC selbst angemeldet ist.
report-code-condition = Das Paket lässt sich unter dieser Version von Windows nicht installieren. Bieten Sie es nur denen an, zu deren PCs es passt.

## devices

device-product-current = auf dem neuesten Stand
device-product-behind = Update verfügbar
device-product-missing = nicht installiert
device-product-unknown = noch nicht gemeldet
device-product-not-offered = installiert, nicht angeboten
no-products-of-device = Dem Benutzer dieses Geräts wird nichts angeboten, und von dem, was hier veröffentlicht ist, ist nichts darauf installiert.
done-device-forget = Das Gerät { $device } von { $user } ist vergessen.
error-device-enrolled = Das Gerät { $device } von { $user } kann sich noch anmelden. Widerrufen Sie es zuerst; dann kann es vergessen werden.

## spread

spread-product = { $product }
spread-product-platform = { $product } ({ $platform })
spread-version = { $version }
spread-other = andere Versionen
spread-nothing = nicht installiert
spread-devices = { $devices } von { $of }

## overview

overview-all-well = Nichts braucht Ihre Aufmerksamkeit.
concern-disk = Die Festplatte mit dem Datenordner ist fast voll: { $free } von { $size } sind frei. Schaffen Sie Platz, oder legen Sie den Datenordner auf eine größere Festplatte.
concern-failing = { $product } { $version }: { $reports ->
    [one] Die einzige Installation ist
   *[other] { $failed } von { $reports } Installationen { $failed ->
        [one] ist
       *[other] sind
    }
} in den letzten { $days } Tagen gescheitert. Die Berichte sagen, warum.
concern-unseen = { $of ->
    [one] Das einzige Gerät wurde
   *[other] { $devices } von { $of } Geräten { $devices ->
        [one] wurde
       *[other] wurden
    }
} seit { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
} nicht gesehen. Vielleicht sind die Menschen verreist; widerrufen Sie Geräte, die es nicht mehr gibt.
concern-webhook-failing = Zu viele Meldungen an den Webhook bei { $host } sind gescheitert; ihm wird nichts mehr gemeldet. Beheben Sie den Fehler und schalten Sie ihn wieder ein.
concern-webhook-gone = Der Webhook bei { $host } sagt, dass es ihn nicht mehr gibt; ihm wird nichts mehr gemeldet. Schalten Sie ihn wieder ein, oder entfernen Sie ihn.
concern-second-factor = { $users ->
    [one] 1 Konto mit einer Rolle über Benutzer hat
   *[other] { $users } Konten mit einer Rolle über Benutzer haben
} noch keinen zweiten Faktor, obwohl die Einstellung require_second_factor einen verlangt. Er wird bei der nächsten Anmeldung eingerichtet, und zwar von dem, der als Erster das Passwort eingibt.
concern-no-updater-package = Es gibt noch kein Updater-Paket; wer sich anmeldet, findet keinen OX Updater zum Herunterladen. Wählen Sie eines.
concern-warnings = { $packages ->
    [one] 1 angebotenes Paket hat
   *[other] { $packages } angebotene Pakete haben
} Warnungen. Jede sagt, was zu tun ist.
concern-no-password = { $users ->
    [one] 1 Konto hat
   *[other] { $users } Konten haben
} noch kein Passwort; niemand kann sich dort anmelden. Geben Sie Einmalpasswörter aus.
concern-drafts = { $drafts ->
    [one] 1 Entwurf wartet
   *[other] { $drafts } Entwürfe warten
} darauf, dass jemand veröffentlicht oder verwirft.

## help

oxupdated-device-list-arg-search = Ein Teil des Benutzernamens, des Computernamens oder der Nummer des PCs.
oxupdated-device-list-arg-state = Nur Geräte in diesem Zustand: enrolled (angemeldet) oder revoked (widerrufen).
oxupdated-device-list-arg-seen-since = Nur Geräte, die an diesem Tag oder später gesehen wurden, zum Beispiel 2026-11-20.
oxupdated-device-list-arg-seen-until = Nur Geräte, die zuletzt an diesem Tag oder früher gesehen wurden.
oxupdated-device-list-arg-client = Nur Geräte, deren Client-Version so beginnt.
oxupdated-device-list-arg-windows = Nur Geräte, deren Windows-Version so beginnt, zum Beispiel 10.0.22631.
oxupdated-device-list-arg-product = Nur Geräte, die dieses Produkt haben, nach Name oder Upgrade-Code.
oxupdated-device-list-arg-version = Nur Geräte, die es in dieser Version haben.
oxupdated-device-list-arg-lacks = Nur Geräte, die dieses Produkt nicht haben, nach Name oder Upgrade-Code.
oxupdated-device-show-help = Zeigt ein Gerät: was installiert ist neben dem, was dem Benutzer angeboten wird, und die neuesten Berichte.
oxupdated-device-show-arg-user = Der Benutzer, der es angemeldet hat.
oxupdated-device-show-arg-device = Die Nummer des PCs, wie „device list“ sie zeigt.
oxupdated-device-show-arg-json = Zeigt es als JSON.
oxupdated-device-forget-help = Entfernt ein widerrufenes Gerät aus den Listen; seine Berichte bleiben bei seinem Benutzer.
oxupdated-device-forget-arg-user = Der Benutzer, der es angemeldet hat.
oxupdated-device-forget-arg-device = Die Nummer des PCs, wie „device list“ sie zeigt.
oxupdated-report-list-arg-user = Nur Berichte dieses Benutzers.
oxupdated-report-list-arg-device = Nur Berichte dieses PCs, nach seiner Nummer oder einem Teil seines Namens.
oxupdated-report-list-arg-product = Nur Berichte zu diesem Produkt, nach Upgrade-Code oder einem Teil des Namens.
oxupdated-report-list-arg-platform = Nur Berichte zum Produkt für diese Plattform, zum Beispiel x64.
oxupdated-report-list-arg-version = Nur Berichte über Installationen dieser Version.
oxupdated-report-list-arg-outcome = Nur Berichte mit diesem Ergebnis, zum Beispiel installed oder failed; failing für alles, was Aufmerksamkeit braucht.
oxupdated-report-list-arg-since = Nur Berichte, die an diesem Tag oder später eingegangen sind, zum Beispiel 2026-11-20.
oxupdated-report-list-arg-until = Nur Berichte, die an diesem Tag oder früher eingegangen sind.
oxupdated-audit-list-arg-actor = Nur was jemand getan hat, dessen Name diesen Teil enthält.
oxupdated-audit-list-arg-action = Nur Aktionen, die so beginnen, zum Beispiel user. oder package.add.
oxupdated-audit-list-arg-subject = Nur Zeilen, deren Gegenstand oder Einzelheiten diesen Teil enthalten.
oxupdated-audit-list-arg-address = Nur was von einer Adresse aus getan wurde, die so beginnt.
oxupdated-audit-list-arg-since = Nur Zeilen von diesem Tag oder später, zum Beispiel 2026-11-20.
oxupdated-audit-list-arg-until = Nur Zeilen von diesem Tag oder früher.
oxupdated-overview-help = Sagt, was Aufmerksamkeit braucht, und wie weit jede Version verbreitet ist.
oxupdated-overview-arg-json = Sagt es als JSON.

## pages of lists

filter-any = Alle
filter-apply = Filtern
filter-clear = Filter aufheben
filter-search-devices = Benutzer, Computer oder Nummer suchen
filter-has = Hat installiert
filter-lacks = Hat nicht installiert
filter-seen-since = Zuletzt gesehen seit
filter-seen-until = Zuletzt gesehen bis
filter-windows = Windows-Version beginnt mit
filter-client = Client-Version beginnt mit
filter-since = Von Tag
filter-until = Bis Tag
filter-failing = alles, was Aufmerksamkeit braucht
list-as-csv = Als CSV herunterladen
list-none-found = Nichts passt zu diesen Filtern. Heben Sie sie auf, um die ganze Liste zu sehen.
devices-none-yet = Noch ist kein PC angemeldet. Ein PC erscheint hier, sobald jemand dort OX Updater installiert und sich angemeldet hat.
device-never-seen = seit der Anmeldung nicht gesehen
device-checked = Letzte Prüfung
device-products-title = Installiert und angeboten
device-no-reports = Dieser PC hat noch keine Berichte gesendet. Er sendet nach jeder Installation einen.
device-all-reports = Alle Berichte dieses PCs
device-revoke = Dieses Gerät widerrufen
device-revoke-means = Der PC kann sich ab seiner nächsten Anfrage nicht mehr selbst anmelden. Was installiert ist, bleibt; { $user } kann sich dort mit dem Passwort wieder anmelden.
device-forget = Dieses Gerät vergessen
device-forget-means = Der PC verschwindet aus den Listen, mit dem, was er zuletzt gemeldet hat; seine Berichte bleiben. Das lässt sich nicht rückgängig machen, aber der PC kommt wieder, wenn man sich dort erneut anmeldet.
reports-none-yet = Noch gibt es keine Berichte. Jeder PC sendet nach einer Installation einen, wenn keine Richtlinie es verbietet.
report-meaning = Was das heißt
report-ended = Am PC beendet
report-details-title = Einzelheiten
report-details = Es hat { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
} gedauert.
report-details-code = Exit-Code { $code } von Windows Installer, nach { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
}.

## pages of spread

spread-title = Wie weit die Versionen verbreitet sind
spread-about = Jedes Gerät zählt einmal, mit der höchsten Version, die es hat. Gezählt werden angemeldete Geräte, die gemeldet haben, ob sie das Produkt haben.
spread-all = Alle Produkte
spread-none-yet = Noch ist nichts veröffentlicht, also auch nichts verbreitet. Veröffentlichen Sie zuerst ein Paket.
spread-no-devices = Noch hat kein Gerät etwas über dieses Produkt gemeldet.
spread-offered = Angeboten wird { $version }.
spread-others = Weitere Versionen: { $versions }
spread-of-devices = Geräte
spread-share = Anteil
spread-failed = Gescheiterte Installationen
spread-failed-installs = { $installs } gescheitert
spread-course = Im Lauf der Zeit
spread-course-title = Versionen von { $product } auf Geräten, { $first } bis { $last }
spread-course-description = Am { $day }: { $versions }.
spread-course-span = Von { $first } (links) bis { $last } (rechts).
spread-course-later = Gezählt wird einmal am Tag. Der Verlauf erscheint hier ab dem zweiten Tag.
spread-numbers = Die Zahlen der einzelnen Tage
spread-day = Tag

## pages of the overview

overview-concerns = Braucht Aufmerksamkeit
overview-show-reports = { $reports ->
    [one] Den Bericht zeigen
   *[other] Die { $reports } Berichte zeigen
}
overview-show-devices = { $devices ->
    [one] Das Gerät zeigen
   *[other] Die { $devices } Geräte zeigen
}
overview-show-accounts = { $users ->
    [one] Das Konto zeigen
   *[other] Die { $users } Konten zeigen
}
overview-show-packages = { $packages ->
    [one] Das Paket zeigen
   *[other] Die { $packages } Pakete zeigen
}
overview-show-drafts = { $drafts ->
    [one] Den Entwurf zeigen
   *[other] Die { $drafts } Entwürfe zeigen
}
overview-show-webhook = Den Webhook zeigen
overview-show-updater = Zum Updater-Paket
overview-packages = { $packages ->
    [one] Paket veröffentlicht
   *[other] Pakete veröffentlicht
}
overview-users = { $users ->
    [one] Benutzer, der sich anmelden darf
   *[other] Benutzer, die sich anmelden dürfen
}
overview-devices = { $devices ->
    [one] Gerät angemeldet
   *[other] Geräte angemeldet
}
first-steps = Was zuerst zu tun ist
first-step-package = Noch ist kein Paket veröffentlicht. Veröffentlichen Sie das erste; dann wird es sofort allen angeboten, die es haben dürfen.
first-step-package-do = Zu den Paketen
first-step-users = Noch gibt es keine Konten für andere. Fügen Sie sie einzeln hinzu, oder importieren Sie sie aus einer CSV-Datei.
first-step-users-do = Zu den Benutzern
first-step-devices = Noch ist kein PC angemeldet. OX Updater, fertig eingerichtet für diesen Server, gibt es auf der Startseite.
first-step-devices-do = Die Startseite ansehen

## the audit

audit-about = Zeilen kommen nur hinzu: Niemand kann eine ändern oder entfernen, auch der Server selbst nicht.
audit-raw = Aktion
audit-actor-set-up = Einrichtung
audit-detail-role = Rolle { $role }
audit-detail-requires = verlangt { $permission }
audit-detail-grant = mit der Berechtigung { $permission }
audit-detail-join = in die Gruppe { $group }
audit-detail-in-place-of = anstelle von { $package }
audit-detail-from = aus { $origin }
audit-detail-sha256 = SHA-256 { $digits }
audit-detail-keys-left = ohne private Schlüssel
audit-detail-keys-included = mit privaten Schlüsseln
audit-kind-operating-system = am Server selbst
audit-kind-user = auf den Seiten
audit-kind-device = von einem PC
audit-kind-program = durch ein Programm
audit-user-add = hat einen Benutzer hinzugefügt
audit-user-change = hat einen Benutzer geändert
audit-user-disable = hat einen Benutzer gesperrt
audit-user-enable = hat einen Benutzer zugelassen
audit-user-hand-out = hat ein Einmalpasswort vergeben
audit-user-import = hat Benutzer importiert
audit-user-own-password = hat das eigene Passwort geändert
audit-user-remove = hat einen Benutzer entfernt
audit-user-reset = hat einen Benutzer zurückgesetzt
audit-user-reset-totp = hat einen zweiten Faktor entfernt
audit-user-set-password = hat ein Passwort gesetzt
audit-user-set-role = hat eine Rolle geändert
audit-package-add = hat ein Paket veröffentlicht
audit-package-delete = hat ein Paket gelöscht
audit-package-discard = hat einen Entwurf verworfen
audit-package-draft = hat einen Entwurf behalten
audit-package-receive = hat ein Paket hochgeladen
audit-package-replace = hat ein Paket ersetzt
audit-package-restore = hat ein Paket wieder angeboten
audit-package-set = hat die Angaben zu einem Paket geändert
audit-package-withdraw = hat ein Paket zurückgezogen
audit-group-add = hat eine Gruppe hinzugefügt
audit-group-join = hat einen Benutzer in eine Gruppe aufgenommen
audit-group-leave = hat einen Benutzer aus einer Gruppe genommen
audit-group-remove = hat eine Gruppe entfernt
audit-permission-grant = hat eine Berechtigung erteilt
audit-permission-revoke = hat eine Berechtigung entzogen
audit-backup-make = hat eine Sicherung gemacht
audit-device-enrol = hat einen PC angemeldet
audit-device-forget = hat ein Gerät vergessen
audit-device-revoke = hat ein Gerät widerrufen
audit-session-begin = hat sich angemeldet
audit-session-end = hat sich abgemeldet
audit-session-end-others = hat andere Sitzungen beendet
audit-token-create = hat einen API-Schlüssel gemacht
audit-token-revoke = hat einen API-Schlüssel widerrufen
audit-updater-set = hat ein Paket zum Updater-Paket gemacht
audit-updater-unset = hat das Updater-Paket aufgehoben
audit-webhook-add = hat einen Webhook hinzugefügt
audit-webhook-enable = hat einen Webhook wieder eingeschaltet
audit-webhook-remove = hat einen Webhook entfernt
audit-webhook-test = hat einen Webhook geprüft
