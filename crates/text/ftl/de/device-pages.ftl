# Geräte, Berichte, Verbreitung, Protokoll, Übersicht.

## filters

filter-time-wrong = „{ $text }“ ist weder ein Tag noch eine Zeit. Schreiben Sie 2026-11-20 oder 2026-11-20T08:00:00Z.
filter-standing-wrong = „{ $text }“ ist kein Zustand eines Geräts. Schreiben Sie enrolled oder revoked.
filter-outcome-wrong = „{ $text }“ ist kein Ergebnis. Schreiben Sie zum Beispiel installed oder failed, oder failing für alles, was Aufmerksamkeit braucht.
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
concern-disk = Die Festplatte mit dem Datenordner ist fast voll: { $free } MB von { $size } MB sind frei. Schaffen Sie Platz, oder legen Sie den Datenordner auf eine größere Festplatte.
concern-failing = { $product } { $version }: { $failed } von { $reports } Installationen sind in den letzten { $days } Tagen gescheitert. Die Berichte sagen, warum.
concern-unseen = { $devices } von { $of } Geräten wurden seit { $days } Tagen nicht gesehen. Vielleicht sind die Menschen verreist; widerrufen Sie Geräte, die es nicht mehr gibt.

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
