# Packages on the pages and at the command line: upload, drafts, previews.

## Hilfe

oxupdated-package-add-arg-draft = Bewahrt das Paket als Entwurf auf und bietet es noch niemandem an.
oxupdated-package-show-help = Zeigt alles über ein Paket.
oxupdated-package-show-arg-package = { oxupdated-package-withdraw-arg-package }
oxupdated-package-show-arg-version = { oxupdated-package-withdraw-arg-version }
oxupdated-package-show-arg-json = Zeigt es als JSON.
oxupdated-package-set-help = Sagt etwas anderes über ein Paket und veröffentlicht es damit; was nicht angegeben ist, bleibt, und ein leerer Text wird gelöscht.
oxupdated-package-set-arg-package = { oxupdated-package-withdraw-arg-package }
oxupdated-package-set-arg-require-nothing = Bietet es allen an, gleich welche Berechtigungen sie haben.
oxupdated-package-set-arg-release-date = Das Erscheinungsdatum, etwa 2026-11-20 oder 20.11.2026.
oxupdated-package-set-arg-force = { oxupdated-package-add-arg-force }
oxupdated-package-set-arg-require = { oxupdated-package-add-arg-require }
oxupdated-package-set-arg-name = { oxupdated-package-add-arg-name }
oxupdated-package-set-arg-info-url = { oxupdated-package-add-arg-info-url }
oxupdated-package-set-arg-icon = { oxupdated-package-add-arg-icon }
oxupdated-package-set-arg-install-params = { oxupdated-package-add-arg-install-params }
oxupdated-package-set-arg-importance = { oxupdated-package-add-arg-importance }
oxupdated-package-set-arg-description = { oxupdated-package-add-arg-description }
oxupdated-package-set-arg-release-notes = { oxupdated-package-add-arg-release-notes }
oxupdated-package-set-arg-requires = { oxupdated-package-add-arg-requires }
oxupdated-package-set-arg-close-first = { oxupdated-package-add-arg-close-first }
oxupdated-package-restore-help = Bietet ein zurückgezogenes Paket wieder an, so wie es war.
oxupdated-package-restore-arg-package = { oxupdated-package-withdraw-arg-package }
oxupdated-package-restore-arg-force = { oxupdated-package-add-arg-force }
oxupdated-package-replace-help = Veröffentlicht eine Datei anstelle eines Pakets, das im selben Augenblick zurückgezogen wird; das Übrige wird von der vorigen Version übernommen.
oxupdated-package-replace-arg-package = Das Paket, das zurückgezogen wird: der Name des Produkts, sein UpgradeCode oder die ID des Pakets aus „package list“.
oxupdated-package-replace-arg-file = { oxupdated-package-add-arg-file }
oxupdated-package-replace-arg-force = { oxupdated-package-add-arg-force }
oxupdated-package-delete-help = Löscht ein zurückgezogenes Paket und seine Datei. Das lässt sich nicht rückgängig machen.
oxupdated-package-delete-arg-package = { oxupdated-package-withdraw-arg-package }
oxupdated-package-delete-arg-version = { oxupdated-package-withdraw-arg-version }
oxupdated-package-drafts-help = Zeigt die Entwürfe: Pakete, die auf ihre Veröffentlichung warten, die neuesten zuerst.
oxupdated-package-drafts-arg-json = { oxupdated-package-list-arg-json }
oxupdated-package-publish-help = Veröffentlicht einen Entwurf.
oxupdated-package-publish-arg-draft = Die Nummer des Entwurfs aus „package drafts“.
oxupdated-package-publish-arg-in-place-of = Ein Paket, das im selben Augenblick zurückgezogen wird.
oxupdated-package-publish-arg-force = { oxupdated-package-add-arg-force }
oxupdated-package-discard-help = Verwirft einen Entwurf mit seiner Datei. Das lässt sich nicht rückgängig machen.
oxupdated-package-discard-arg-draft = { oxupdated-package-publish-arg-draft }

## was eine Datei sagt

property-name = Name
property-manufacturer = Hersteller
property-version = Version
property-upgrade-code = UpgradeCode
property-product-code = ProductCode
property-scope = Installiert
property-platform = Plattform
property-language = Sprache
property-size = Größe
property-signature = Signatur
property-sha256 = SHA-256
property-md5 = MD5
property-code-page = Codepage
value-text = { $text }
value-signed = vorhanden; ob ihr vertraut wird, prüft jeder PC
value-unsigned = keine
value-nothing = nicht angegeben
scope-machine = für alle am PC
scope-user = für eine Person
scope-either = für alle oder für eine Person, je nachdem, was verlangt wird
size-kilobytes = { $number } KB
size-megabytes = { $number } MB

## was vor dem Veröffentlichen zu wissen ist

publication-older = Es ist niedriger als { $offered }, das bereits angeboten wird; es würde also niemandem angeboten. Ziehen Sie zuerst { $offered } zurück oder veröffentlichen Sie dieses trotzdem.
publication-upgrade-code-changed = Name und Hersteller sind die von { $other }, aber der UpgradeCode ist ein anderer. PCs hielten es für ein anderes Produkt und installierten es neben dem alten. Bitten Sie den Hersteller um ein Paket mit dem UpgradeCode der vorigen Version.
publication-scope-changed = { $previous } installiert { $from }, dieses Paket { $to }. Wer das eine hat, hat am Ende womöglich beide. Bitten Sie den Hersteller um ein Paket, das wie die vorige Version installiert, oder entfernen Sie zuerst die alte Version.
publication-product-code-known = { $other } hat denselben ProductCode und einen anderen Inhalt. Windows Installer hält beide für dieselbe Installation: Ein PC mit dem einen aktualisiert es an Ort und Stelle oder meldet, dass eine andere Version bereits installiert ist. Ist das nicht gewollt, bitten Sie den Hersteller um ein Paket mit eigenem ProductCode.
publication-fourth-field = Die Version { $version } hat eine vierte Zahl, die Windows Installer nicht beachtet. Ein Paket, das nur dort höher ist, gälte nicht als neuer. Bitten Sie den Hersteller, beim nächsten Mal eine der ersten drei zu erhöhen.
publication-unsigned = Die Datei trägt keine digitale Signatur; Windows warnt deshalb womöglich vor einem unbekannten Herausgeber. Bitten Sie den Hersteller um ein signiertes Paket.

## was getan wurde

done-package-draft = Das Paket wird als Entwurf { $draft } aufbewahrt und noch niemandem angeboten. „oxupdated package publish { $draft }“ veröffentlicht es.
done-package-discard = Der Entwurf von { $package } wurde verworfen.
done-package-delete = { $package } wurde gelöscht, mitsamt seiner Datei.
done-package-replace = { $package } ist anstelle des anderen veröffentlicht.
done-package-replace-offered = { $users ->
    [one] 1 Person wird
   *[other] { $users } Personen wird
} jetzt { $offered } angeboten.

## warum es nicht getan wurde

error-package-offered = { $package } ist noch veröffentlicht. Ziehen Sie es zuerst zurück; danach lässt es sich löschen.
error-draft-unknown = Es gibt keinen Entwurf { $id }. Vielleicht wurde er veröffentlicht oder verworfen. „oxupdated package drafts“ zeigt alle Entwürfe.
error-drafts-too-many = Es gibt { $drafts } Entwürfe, und mehr werden nicht aufbewahrt. Veröffentlichen oder verwerfen Sie einige und versuchen Sie es noch einmal.
error-uploads-too-many = Im Augenblick werden zu viele Pakete hochgeladen. Versuchen Sie es in einigen Sekunden noch einmal.
error-edited-meanwhile = { $by } hat dies inzwischen geändert ({ $at }). Von Ihnen wurde nichts gespeichert. Laden Sie es neu und nehmen Sie Ihre Änderung noch einmal vor.

## Tabellen

listing-importance = Wichtigkeit
listing-release-date = Erscheinungsdatum
listing-install-params = Installationsparameter
listing-info-url = Info-URL
listing-requires = Braucht
listing-close-first = Vorher schließen
package-users = Benutzer, die es haben dürfen
package-devices = Geräte, die es haben
package-reports = Berichte
package-downloads = Laufende Downloads
heading-draft = Entwurf
heading-origin = Datei
heading-changed = Geändert
heading-changed-by = Von
no-drafts = Es gibt keine Entwürfe.
