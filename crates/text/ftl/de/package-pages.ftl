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
oxupdated-package-set-arg-template = { oxupdated-package-add-arg-template }
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
oxupdated-package-publish-arg-template = { oxupdated-package-add-arg-template }
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
size-gigabytes-tenths = { $whole },{ $tenth } GB
size-gigabytes = { $number } GB

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
heading-published-by = Veröffentlicht von
no-drafts = Es gibt keine Entwürfe.

## Seiten

error-package-is-updater = { $package } ist das Paket, mit dem der Updater installiert wird, und kann deshalb nicht gelöscht werden. Machen Sie zuerst ein anderes zum Updater-Paket (Einstellungen, Updater-Paket, oder „oxupdated updater set“), oder lassen Sie keines übrig („oxupdated updater unset“).
package-is-updater = Das ist das Updater-Paket: Wer sich anmeldet, lädt es herunter, um den Updater zu installieren.
package-make-updater = Zum Updater-Paket machen
package-upload = Paket hochladen
package-upload-lead = Ziehen Sie MSI-Dateien auf diese Seite oder wählen Sie sie unten aus. Aus jeder wird ein Entwurf, der noch niemandem angeboten wird. Eine Datei darf höchstens { $size } haben.
package-upload-files = MSI-Dateien
package-upload-hint = Sie können mehrere auswählen. Was jede Datei über sich sagt, wird gezeigt, bevor etwas veröffentlicht wird.
package-upload-send = Hochladen
package-upload-back = Zurück zu den Paketen
package-upload-draft = Den Entwurf ansehen
package-upload-none = Es wurde keine Datei ausgewählt. Wählen Sie eine MSI-Datei aus und laden Sie sie dann hoch.
package-upload-progress = { $name }: { $done } von { $total }, noch etwa { $left }
package-upload-checking = { $name } ist hochgeladen und wird geprüft.
package-upload-ready = { $name } ist als Entwurf aufbewahrt. Ansehen.
package-upload-lost = { $name } konnte nicht hochgeladen werden, weil die Verbindung abgerissen ist. Nichts davon wurde aufbewahrt. Versuchen Sie es noch einmal.
page-signed-out = Sie sind abgemeldet. Melden Sie sich in einem anderen Tab an und machen Sie dann hier weiter.
package-upload-cancel = Abbrechen
package-upload-cancelled = { $name } wurde abgebrochen. Nichts davon wurde aufbewahrt.
package-list = Pakete
package-search = Nach Name, Version oder UpgradeCode suchen
package-state-all = alle
package-state-warned = angeboten, mit Warnungen
package-filter = Zeigen
package-warnings = Warnungen
package-none-yet = Es gibt noch keine Pakete. Laden Sie zuerst eine MSI-Datei hoch: Daraus wird ein Entwurf, der niemandem angeboten wird, bevor Sie ihn veröffentlichen.
package-none-found = Kein Paket ist so. Suchen Sie nach etwas anderem oder lassen Sie sich alle zeigen.
package-published = { $at }, von { $by }
package-offered-to-all = alle: { $users ->
    [one] 1 Benutzer
   *[other] { $users } Benutzer
}
package-offered-to = Benutzer mit { $required }: { $users ->
    [one] 1 Benutzer
   *[other] { $users } Benutzer
}
package-history = Verlauf
package-keep = So lassen, wie es ist
package-edit = Eintrag bearbeiten
package-edit-title = Eintrag von { $package } bearbeiten
package-edit-then = Das Veröffentlichen setzt dies an die Stelle dessen, was jetzt gesagt wird, sofort und für alle, denen das Paket angeboten wird.
package-edit-confirm = { $package } mit diesem Eintrag veröffentlichen?
package-edit-users = Benutzer, die es haben dürfen: jetzt { $before }, dann { $after }.
package-edit-back = Zurück zum Eintrag
edited-meanwhile = { $by } hat dies inzwischen geändert ({ $at }), deshalb wurde von Ihnen nichts gespeichert. Ihr Text steht noch unten; wenn Sie ihn jetzt veröffentlichen oder speichern, tritt er an die Stelle des anderen.
edited-theirs = Jetzt gespeichert
edited-yours = Ihres
edited-reload = In einem neuen Tab neu laden
package-edit-publish = Mit diesem Eintrag veröffentlichen
package-replace = Ersetzen
package-withdraw = Zurückziehen
package-withdraw-title = { $package } zurückziehen?
package-withdraw-then = Es wird nicht mehr angeboten, und es beginnen keine Downloads mehr. Das Paket bleibt aufbewahrt und lässt sich wieder anbieten.
package-withdraw-done = { $package } wird nicht mehr angeboten. „Wieder anbieten“ macht das rückgängig.
package-restore = Wieder anbieten
package-restore-title = { $package } wieder anbieten?
package-restore-then = Es wird sofort wieder angeboten, so wie es war, allen, die es haben dürfen und denen keine höhere Version angeboten wird.
package-delete = Löschen
package-delete-title = { $package } löschen?
package-delete-then = Das Paket und seine Datei sind danach fort. Das lässt sich nicht rückgängig machen; nur ein erneutes Hochladen bringt es zurück.
package-delete-devices = { $devices ->
    [0] Kein Gerät hat es installiert.
    [one] 1 Gerät hat es installiert und behält es.
   *[other] { $devices } Geräte haben es installiert und behalten es.
}
package-delete-reports = { $reports ->
    [0] Es gibt keine Berichte darüber.
    [one] 1 Bericht darüber bleibt.
   *[other] { $reports } Berichte darüber bleiben.
}
package-delete-downloads = { $downloads ->
    [0] Es läuft kein Download davon.
    [one] 1 Download davon läuft und bricht ab.
   *[other] { $downloads } Downloads davon laufen und brechen ab.
}
deed-package-add = veröffentlicht
deed-package-receive = als Entwurf angenommen
deed-package-draft = Entwurf gespeichert
deed-package-discard = Entwurf verworfen
deed-package-set = Eintrag geändert
deed-package-replace = anstelle eines anderen veröffentlicht
deed-package-restore = wieder angeboten
deed-package-withdraw = zurückgezogen
deed-package-delete = gelöscht
draft-badge = Entwurf
draft-list = Entwürfe
draft-origin = Angenommen { $at } von { $by }, aus:
draft-listing = Eintrag
draft-preview = So sehen es die Leute
draft-facts = Was die Datei sagt
draft-differences = Was sich geändert hat
draft-first = Dies ist das erste Paket mit seinem UpgradeCode.
draft-since = Verglichen mit { $previous }:
draft-no-differences = Nichts, was sich von außen lesen lässt.
draft-property = Was
draft-before = Vorher
draft-after = Jetzt
draft-users = { $users ->
    [one] 1 Benutzer darf es mit diesen Berechtigungen haben.
   *[other] { $users } Benutzer dürfen es mit diesen Berechtigungen haben.
}
draft-save = Entwurf speichern
draft-saved = Der Entwurf ist gespeichert. Er wird noch niemandem angeboten.
draft-go-publish = Veröffentlichen …
draft-show-preview = Vorschau
draft-discard = Verwerfen
draft-discard-title = Den Entwurf von { $package } verwerfen?
draft-discard-then = Der Entwurf und seine Datei sind danach fort. Das lässt sich nicht rückgängig machen; nur ein erneutes Hochladen bringt ihn zurück.
draft-keep = Entwurf behalten
draft-publish-title = { $package } veröffentlichen?
draft-publish-users = { $users ->
    [0] Noch darf es niemand haben. Erteilen Sie jemandem die Berechtigungen, die es braucht.
    [one] 1 Benutzer darf es haben und bekommt es ab der nächsten Suche angeboten.
   *[other] { $users } Benutzer dürfen es haben und bekommen es ab der nächsten Suche angeboten.
}
draft-publish-users-some = Benutzer, die es haben dürfen: { $users }. Benutzer, denen es angeboten würde: { $offered }; den anderen wird eine höhere Version angeboten.
draft-publish-superseded = Wird dann niemandem mehr angeboten, weil dieses höher ist: { $packages }.
draft-publish-then = Es lässt sich jederzeit zurückziehen; PCs, die es bis dahin installiert haben, behalten es.
draft-in-place-of = Anstelle von
draft-in-place-of-none = nichts: was veröffentlicht ist, bleibt
draft-in-place-of-hint = Das ausgewählte Paket wird im selben Augenblick zurückgezogen.
draft-lower = Veröffentlichen, obwohl eine höhere Version angeboten wird
draft-back = Zurück zum Entwurf
draft-publish = Veröffentlichen
listing-name = Angezeigter Name
listing-name-hint = Leer lassen, um den des Pakets zu zeigen: { $name }
listing-description = Was es ist
listing-release-notes = Was neu ist
listing-release-date-hint = Es unterrichtet die Leute und verbirgt nichts.
listing-requires-permissions = Nötige Berechtigungen
listing-requires-permissions-hint = Etwa olox20 usm; ein Benutzer braucht sie alle. Bleibt das Feld leer, dürfen es alle haben.
listing-requires-hint = Unterstützte Versionen von Windows und Outlook, etwa: Windows 10 oder 11, Outlook 2016 oder neuer
listing-close-first-hint = Programme, die vorher zu schließen sind, etwa OUTLOOK.EXE; dazwischen stehen Semikolons.
listing-install-params-hint = Eigenschaften und Schalter, etwa /passive OX_SERVERURL=https://ox.example.com
importance-low = niedrig: immer optional
importance-medium = mittel: wichtig, wo eine Version installiert ist
importance-high = hoch: immer wichtig
preview-badge-optional = Optional
preview-badge-important = Wichtig
preview-line = { $product } { $version }, { $size }.
preview-line-released = { $product } { $version }, erschienen { $day }, { $size }.
preview-important-always = Wichtig auf jedem PC.
preview-important-installed = Wichtig, wo eine ältere Version installiert ist, sonst optional.
preview-optional = Optional auf jedem PC.
preview-requires = Braucht: { $requires }
preview-close-first = Muss während der Installation geschlossen sein: { $programs }
preview-more = Weitere Informationen
preview-xml = So steht es in update.xml
listing-group-people = Was die Leute lesen
listing-group-offer = Wer es bekommt
listing-group-install = Wie es installiert wird
listing-icon = Symbol
listing-icon-hint = Eine .ico-Datei mit höchstens { $kilobytes } KB. Bleibt das Feld leer, ändert sich nichts.
listing-icon-saved = das jetzige Symbol
listing-icon-chosen = ausgewählt und noch nicht gespeichert
listing-icon-remove = Kein Symbol zeigen
package-preview-as = Vorschau als Benutzer
package-preview-as-show = Zeigen, was diesem Benutzer angeboten wird
preview-window = 1 Update ist für diesen PC bereit.
package-upload-files-too-many = Ein Formular nimmt { $files } Dateien auf einmal. Laden Sie diese und die folgenden mit einem weiteren Formular hoch.
