# Was das Fenster des OX Update XML Generators sagt. „&“ steht vor dem Buchstaben, der mit Alt zu einem Element führt.

## the window

generator-window-title = { $file }{ $changed } – OX Update XML Generator
generator-window-title-new = Neue update.xml{ $changed } – OX Update XML Generator
generator-window-new = &Neu
generator-window-open = Ö&ffnen…
generator-window-save = &Speichern
generator-window-save-as = Speichern un&ter…
generator-window-saving = Wird gespeichert…
generator-window-stop-waiting = Nicht länger warten
generator-window-given-up = Nichts wurde gespeichert: Auf die Datei wurde gewartet, und das wurde angehalten.
generator-window-saved = { $file } wurde gespeichert.
generator-window-holds-session = Eine update.xml hat Änderungen, die nicht gespeichert sind.
generator-window-only-windows = OXUpdateXMLGenerator ist ein Programm für Windows. Benutzen Sie hier oxcatalog.

## the list

generator-window-products = Produkte in der Reihenfolge, in der man sie sieht:
generator-window-column-name = Name
generator-window-column-version = Version
generator-window-column-platform = Plattform
generator-window-column-importance = Wichtigkeit
generator-window-row-damaged = { $product } (nicht lesbar)
generator-window-row-problem = { $product } (mit einem Problem)
generator-window-empty = Darin sind noch keine Produkte.
generator-window-summary = { $products ->
    [one] 1 Produkt
   *[other] { $products } Produkte
}, { $problems ->
    [0] keine Probleme.
    [one] 1 mit einem Problem.
   *[other] { $problems } mit Problemen.
}
generator-window-add = Paket &hinzufügen…
generator-window-remove-button = &Entfernen
generator-window-up = Nach oben
generator-window-down = Nach unten

## the fields

generator-window-first = Wählen Sie ein Paket
generator-window-first-how = Wählen Sie eine MSI-Datei oder ziehen Sie eine hierher. Name, Version und Codes werden daraus gelesen, das Übrige sagen Sie. Um an einer vorhandenen update.xml weiterzuarbeiten, öffnen Sie sie oder ziehen Sie sie hierher.
generator-window-first-button = &Paket wählen…
generator-window-new-entry = Neu: { $product } { $version }
generator-window-entry = { $product } { $version }
generator-window-damaged = „{ $product }“ ist nicht lesbar
generator-window-damaged-how = Programme auf den PCs übergehen diesen Eintrag. Er bleibt in der Datei, wie er ist, bis Sie ihn entfernen. Damit er stimmt, entfernen Sie ihn und fügen Sie sein Paket noch einmal hinzu.
generator-window-fact = { $label }:
generator-window-name = N&ame:
generator-window-url = U&RL:
generator-window-info-url = &Info-URL:
generator-window-release-date = Erscheinungs&datum:
generator-window-importance = Wichtig&keit:
generator-window-weight = { $word } ({ $number })
generator-window-meaning-low = Wird als optional gezeigt.
generator-window-meaning-medium = Wird als wichtig gezeigt, wo das Produkt installiert ist, sonst als optional.
generator-window-meaning-high = Wird immer als wichtig gezeigt.
generator-window-icon = Symbol:
generator-window-icon-shown = Das Symbol des Produkts
generator-window-icon-button = A&uswählen…
generator-window-no-icon = Kein Symbol
generator-window-switches = Während der Installation:
generator-window-passive = Nur einen Fortschritts&balken zeigen (/passive)
generator-window-quiet = Nichts &zeigen (/quiet)
generator-window-no-restart = Windows nicht neu starten (/n&orestart)
generator-window-properties = Eigens&chaften (NAME=Wert):
generator-window-install-params = Installations&parameter (msiexec):
generator-window-description = Beschreibun&g:
generator-window-release-notes = Neu in dieser &Version:
generator-window-requires = &Läuft mit:
generator-window-close-first = Vorher zu schließende Progra&mme:
generator-window-preview = In der update.xml
generator-window-put-in-button = In Liste &übernehmen
generator-window-change-button = Änderung &übernehmen
generator-window-discard = Ver&werfen

## the package

generator-window-hashing = MD5 und SHA-256 werden berechnet: { $percent } %
generator-window-stop = Anhalten
generator-window-stopped = MD5 und SHA-256 wurden nicht zu Ende berechnet. Ohne sie kann das Paket nicht in die Liste.
generator-window-read-again = Noch einmal berechnen
generator-window-not-taken = { $file } wurde nicht genommen, weil etwas geändert wurde, während die Datei gelesen wurde. Wählen Sie sie noch einmal.
generator-window-icon-for-nothing = { $file } ist ein Symbol, und es gibt keinen Eintrag dafür. Wählen Sie zuerst ein Paket.
generator-window-one-at-a-time = { $others ->
    [one] Nur { $file } wird genommen; 1 andere Datei nicht.
   *[other] Nur { $file } wird genommen; { $others } andere Dateien nicht.
} Ziehen Sie eine Datei nach der anderen hierher.
generator-window-unreadable-beside = Zeile { $line }: Der Eintrag „{ $product }“ hat denselben UpgradeCode und ist nicht lesbar. Er wird deshalb nicht ersetzt und stünde neben diesem. Entfernen Sie ihn, wenn er nicht gebraucht wird.
generator-window-replaces-several = Diese Einträge haben denselben UpgradeCode, und dieses Paket träte an die Stelle von allen: { $replaced }.

## what came of it

generator-window-put-in = { $product } { $version } ist in der Liste. Gespeichert ist noch nichts.
generator-window-put-in-replaced = { $product } { $version } ist in der Liste. Es tritt an die Stelle von { $replaced }. Gespeichert ist noch nichts.
generator-window-removed = { $product } ist nicht mehr in der Liste. Gespeichert ist noch nichts.
generator-window-still-reading = MD5 und SHA-256 werden noch berechnet. Warten Sie, bis sie da sind, und versuchen Sie es dann noch einmal.
generator-window-not-put-in = Das kann noch nicht in die Liste. { $element }: { $reason }
generator-window-not-digested = Ohne MD5 und SHA-256 kann das nicht in die Liste. Lassen Sie sie noch einmal berechnen.

## questions

generator-window-save-first-heading = Änderungen speichern?
generator-window-save-first = Diese update.xml hat Änderungen, die nicht gespeichert sind. Ohne Speichern gehen sie verloren.
generator-window-put-in-first-heading = Behalten, was in den Feldern steht?
generator-window-put-in-first = Was in den Feldern steht, ist noch nicht in der Liste. Es geht verloren, wenn Sie es verwerfen.
generator-window-remove-heading = { $product } entfernen?
generator-window-remove = Der Eintrag kommt aus der Liste und, sobald Sie speichern, aus der Datei. PCs, die das Produkt haben, behalten es.
generator-window-newer-heading = Eine neuere Version von { $product } ersetzen?
generator-window-newer = In der Liste ist Version { $listed }, die neuer ist als { $new }. PCs mit { $listed } behalten sie, den anderen wird { $new } angeboten.
generator-window-changed-heading = Jemand anders hat die Datei geändert
generator-window-changed = { $file } ist nicht mehr so, wie sie hier geöffnet wurde. Wenn Sie sie ersetzen, bleibt das, was jetzt dort steht, mit „.bak“ hinter dem Namen daneben liegen. Wenn Sie sie noch einmal öffnen, gehen Ihre Änderungen verloren.
generator-window-told-heading = Das war nicht möglich
generator-window-answer-save = &Speichern
generator-window-answer-do-not-save = &Nicht speichern
generator-window-answer-put-in = In Liste &übernehmen
generator-window-answer-discard = &Verwerfen
generator-window-answer-remove = &Entfernen
generator-window-answer-replace = E&rsetzen
generator-window-answer-overwrite = &Datei ersetzen
generator-window-answer-reload = Noch einmal ö&ffnen
generator-window-answer-cancel = Abbrechen
generator-window-answer-ok = OK

## choosing files

generator-window-open-title = update.xml öffnen
generator-window-save-title = update.xml speichern
generator-window-package-title = Paket wählen
generator-window-icon-title = Symbol wählen
generator-window-xml-files = update.xml
generator-window-msi-files = MSI-Pakete
generator-window-ico-files = Symbole
generator-window-all-files = Alle Dateien
