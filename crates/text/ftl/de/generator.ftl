# Was oxcatalog, der OX Update XML Generator auf der Befehlszeile, sagt.

## help

oxcatalog-help = OX Update XML Generator: zeigt, was MSI-Dateien über sich sagen, und erstellt und ändert update.xml.
oxcatalog-show-help = Zeigt, was MSI-Dateien über sich sagen, mit Größe, MD5 und SHA-256.
oxcatalog-show-arg-files = Die MSI-Dateien.
oxcatalog-show-arg-json = Zeigt es als JSON: eine Liste mit einem Objekt je Datei.
oxcatalog-show-arg-no-hash = Lässt MD5 und SHA-256 weg, für die die ganze Datei gelesen werden muss.
oxcatalog-add-help = Stellt ein Paket in eine update.xml, an die Stelle einer älteren Version. Was nicht angegeben ist, wird von dieser übernommen, außer Name, Datum und Neuerungen.
oxcatalog-add-arg-file = Das Paket.
oxcatalog-add-arg-catalog = Die update.xml; gibt es sie noch nicht, wird sie erstellt.
oxcatalog-add-arg-url = Wo Clients das Paket herunterladen: http, https, file, ein Pfad wie \\server\share\setup.msi oder relativ zur update.xml.
oxcatalog-add-arg-name = Der angezeigte Name, statt des Namens im Paket.
oxcatalog-add-arg-info-url = Wo mehr zu lesen ist; leer für keine Angabe.
oxcatalog-add-arg-icon = Das Symbol, eine .ico-Datei; leer für keines.
oxcatalog-add-arg-install-params = Was dem Installer mitgegeben wird, zum Beispiel "/passive"; leer für nichts.
oxcatalog-add-arg-importance = Wie wichtig das Update ist: low ist optional, medium ist wichtig, wo das Produkt installiert ist, high ist immer wichtig.
oxcatalog-add-arg-release-date = Das Datum der Veröffentlichung, zum Beispiel 2026-11-20 oder 20.11.2026; ohne Angabe heute, leer für keines.
oxcatalog-add-arg-description = Was das Produkt ist, in ein bis zwei Sätzen; leer für keine Angabe.
oxcatalog-add-arg-release-notes = Was in dieser Version neu ist.
oxcatalog-add-arg-requires = Welche Versionen von Windows und Outlook es braucht; leer für keine Angabe.
oxcatalog-add-arg-close-first = Programme, die vor der Installation zu schließen sind, mit Semikolon dazwischen; leer für keine.
oxcatalog-add-arg-force = Ersetzt auch eine neuere Version.
oxcatalog-remove-help = Nimmt ein Produkt aus einer update.xml heraus.
oxcatalog-remove-arg-which = Name, UpgradeCode oder ProductCode des Produkts.
oxcatalog-remove-arg-catalog = Die update.xml.
oxcatalog-remove-arg-all = Entfernt alle Produkte mit diesem Namen oder Code, falls es mehrere sind.
oxcatalog-list-help = Zeigt die Produkte einer update.xml.
oxcatalog-list-arg-catalog = Die update.xml.
oxcatalog-list-arg-json = Zeigt sie als JSON.
oxcatalog-check-help = Sagt, was an einer update.xml nicht stimmt, mit Zeilennummern.
oxcatalog-check-arg-catalog = Die update.xml.

## files

generator-about-file = { $file }: { $reason }
generator-not-found = { $file } gibt es nicht.
generator-not-read = { $file } konnte nicht gelesen werden ({ $detail }).
generator-not-written = { $file } konnte nicht geschrieben werden ({ $detail }). Prüfen Sie, ob es den Ordner gibt und ob Sie dort schreiben dürfen.
generator-output-not-written = Das Ergebnis konnte nicht geschrieben werden ({ $detail }).
generator-not-a-file = Das ist keine Datei.
generator-read-only = Sie ist schreibgeschützt und wird deshalb nicht ersetzt. Heben Sie den Schutz auf, wenn sie geändert werden soll.
generator-link-leads-nowhere = Das ist eine Verknüpfung mit einer Datei, die es nicht gibt. Entfernen Sie die Verknüpfung, oder legen Sie die Datei an.
generator-waiting = Ein anderes oxcatalog ändert gerade { $file }. Es wird darauf gewartet.
generator-locked = { $file } wird ständig geändert. Versuchen Sie es später noch einmal.
generator-hashing = { $file } wird gelesen

## show and list

generator-label-name = Name
generator-label-version = Version
generator-label-upgrade-code = UpgradeCode
generator-label-product-code = ProductCode
generator-label-manufacturer = Hersteller
generator-label-language = Sprache
generator-label-platform = Plattform
generator-label-scope = Installation
generator-label-signature = Signatur
generator-label-files = Dateien
generator-label-size = Größe
generator-label-md5 = MD5
generator-label-sha256 = SHA-256
generator-label-importance = Wichtigkeit
generator-label-released = Datum
generator-scope-machine = für alle Benutzer des PCs
generator-scope-user = für einen Benutzer
generator-scope-either = für alle Benutzer des PCs oder für einen
generator-signed = vorhanden, nicht geprüft
generator-not-signed = keine
generator-payload-embedded = im Paket
generator-payload-cabinets = in Archiven neben dem Paket ({ $cabinets }), daher kann es nicht angeboten werden
generator-payload-loose = neben dem Paket, daher kann es nicht angeboten werden
generator-payload-truncated = abgeschnitten: Das Paket endet zu früh, daher kann es nicht angeboten werden
generator-no-upgrade-code = keiner, daher kann es nicht angeboten werden
generator-size = { $bytes ->
    [one] 1 Byte
   *[other] { $bytes } Bytes
}
generator-importance-low = niedrig
generator-importance-medium = mittel
generator-importance-high = hoch
generator-no-products = In { $catalog } stehen keine Produkte.
generator-list-problems = { $count ->
    [one] Ein Problem
   *[other] { $count } Probleme
} in { $catalog }. „oxcatalog check { $catalog }“ zeigt, was nicht stimmt.

## add and remove

generator-argument-wrong = { $argument } ist nicht verwendbar. { $reason }
generator-not-a-day = „{ $text }“ ist kein Tag. Schreiben Sie ihn als 2026-11-20 oder 20.11.2026.
generator-newer-there = In { $catalog } steht { $product } { $version }, eine neuere Version als { $new }. Mit --force wird sie trotzdem ersetzt.
generator-added = { $product } { $version } wurde in { $catalog } aufgenommen.
generator-replaced = { $product } { $version } steht jetzt in { $catalog }. { $count ->
    [one] Ersetzt wurde Version { $old }.
   *[other] Ersetzt wurden { $count } Einträge: Versionen { $old }.
}
generator-unchanged = Genau dieser Eintrag von { $product } { $version } steht schon in { $catalog }. Nichts wurde geändert.
generator-taken-over = Vom vorigen Eintrag übernommen: { $elements }.
generator-removed = { $product } wurde aus { $catalog } entfernt.

## what an administrator ought to know

generator-version-beyond-limits = Version { $version } liegt über 255.255.65535, der höchsten, die Windows Installer kennt. Er könnte andere Versionen dieses Produkts für neuer oder älter halten, als sie sind. Bitten Sie den Herausgeber um eine andere Zählung.
generator-older-than-before = Version { $version } ist älter als { $old }, die sie ersetzt. PCs mit { $old } behalten diese.
generator-fourth-field-only = Die Versionen { $old } und { $version } unterscheiden sich nur in der vierten Zahl, die Windows Installer nicht beachtet. Ein Paket mit demselben ProductCode aktualisiert das andere an Ort und Stelle; mit einem anderen ProductCode können beide installiert bleiben. Bitten Sie den Herausgeber um ein Paket mit höherer Version.
generator-same-version-other-content = Das Paket hat einen anderen Inhalt als das vorige und dieselbe Version { $version }. PCs mit dieser Version wird es nicht noch einmal angeboten.
generator-released-later = Das Erscheinungsdatum { $day } liegt in der Zukunft. Das Produkt wird trotzdem ab jetzt angeboten.
generator-placeholder = „{ $placeholder }“ bleibt, wie es ist: Nur der Server von OX Updater setzt dafür etwas ein, für jeden Benutzer das Seine. Schreiben Sie, was gemeint ist, oder veröffentlichen Sie das Paket auf dem Server.
generator-unreadable-beside = { $catalog }, Zeile { $line }: Der Eintrag „{ $product }“ hat denselben UpgradeCode und ist nicht lesbar; deshalb wurde er nicht ersetzt und steht neben dem neuen. „oxcatalog check { $catalog }“ zeigt, was falsch ist; entfernen oder berichtigen Sie ihn.

## check

generator-checked = { $catalog }: { $products ->
    [one] 1 Produkt
   *[other] { $products } Produkte
}, { $problems ->
    [0] keine Probleme
    [one] 1 Problem
   *[other] { $problems } Probleme
}.
