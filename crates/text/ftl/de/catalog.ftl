# Was die Sprache der Updates sagt: warum ein Wert, ein Paket oder eine update.xml nicht ist, wie sie sein soll.

## values

version-not-numbers = „{ $text }“ ist keine Version. Eine Version besteht aus ein bis vier Zahlen mit Punkten dazwischen, zum Beispiel 7.8.4.
version-field-too-large = „{ $text }“ ist keine Version: Eine der Zahlen ist zu groß.
code-not-a-guid = „{ $text }“ ist kein Code von Windows Installer. Ein solcher sieht so aus: {"{"}3BBB2D56-0B19-4C83-9266-307F49DF9DD6{"}"}.
digest-not-hexadecimal = Das ist keine { $name }-Prüfsumme. Eine solche hat { $digits } hexadezimale Ziffern.
importance-unknown = „{ $text }“ ist keine Wichtigkeit. Möglich sind 0 (niedrig), 100 (mittel) und 200 (hoch).
platform-unknown = „{ $text }“ ist keine Plattform. Möglich sind x86, x64, arm64, arm und itanium.
scope-unknown = „{ $text }“ ist kein Geltungsbereich. Möglich sind machine, user und either.
icon-not-base64 = Das Symbol ist nicht in Base64 geschrieben.
icon-not-an-icon = Das Symbol ist keine .ico-Datei.
icon-truncated = Das Symbol ist abgeschnitten: Ein Bild, das es nennt, liegt außerhalb der Datei.
icon-too-large = Das Symbol ist größer als { $kilobytes } KB. Verwenden Sie eine .ico-Datei mit weniger oder kleineren Bildern.

## install params

install-params-quote-open = Ein Anführungszeichen wird geöffnet und nicht geschlossen. Schreiben Sie Werte als NAME="Wert" und ein Anführungszeichen im Wert doppelt.
install-params-action = „{ $part }“ würde die Installation durch etwas anderes ersetzen. Lassen Sie es weg: OX Updater installiert das Paket selbst.
install-params-log = „{ $part }“ verlangt ein Protokoll. Lassen Sie es weg: OX Updater schreibt immer ein ausführliches Protokoll.
install-params-restart = „{ $part }“ betrifft den Neustart von Windows. Lassen Sie es weg: OX Updater startet einen PC nie von sich aus neu.
install-params-switch-unknown = „{ $part }“ ist kein erlaubter Schalter. Erlaubt sind /passive, /quiet, /qn, /qb, /qr, /qf und /norestart.
install-params-property-refused = Die Eigenschaft { $name } darf nicht angegeben werden, weil sie ändern würde, was und für wen installiert wird oder ob Windows neu startet. Lassen Sie sie weg.
install-params-property-not-public = „{ $name }“ ist keine öffentliche Eigenschaft. Ihr Name beginnt mit einem Großbuchstaben und besteht nur aus Großbuchstaben, Ziffern, Unterstrichen und Punkten.
install-params-not-understood = „{ $part }“ ist weder ein Schalter wie /passive noch eine Eigenschaft wie NAME="Wert".
install-params-line-not-understood = „{ $line }“ ist keine Eigenschaft. Schreiben Sie je Zeile eine als NAME=Wert. Schalter wie /passive gehören in die Zeile der Installationsparameter.
install-params-control-character = Ein Wert enthält einen Zeilenumbruch oder ein anderes Steuerzeichen. Lassen Sie es weg.
install-params-too-long = Die Installationsparameter sind länger als { $characters } Zeichen.
install-params-placeholder-unknown = Für „{ $placeholder }“ wird nichts eingesetzt. In Werten von Eigenschaften kann stehen: { $known }.
install-params-placeholder-secret = „{ $placeholder }“ verlangt etwas Geheimes. Installationsparameter stehen in Prozesslisten und Protokollen; darum wird dort nie ein Passwort eingesetzt. Lassen Sie es weg: Das Programm fragt die Person danach.

## listing

listing-upgrade-code-missing = Das Paket hat keinen UpgradeCode, daher würde eine installierte Version nie gefunden. Bitten Sie den Herausgeber um ein Paket mit UpgradeCode.
listing-upgrade-code-wrong = Der UpgradeCode des Pakets ist nicht verwendbar. { $reason }
listing-product-code-wrong = Der ProductCode des Pakets ist nicht verwendbar. { $reason }
listing-version-wrong = Die ProductVersion des Pakets ist nicht verwendbar. { $reason }
listing-cabinets-beside = Das Paket hat seine Dateien in Archiven neben sich ({ $cabinets }), die nicht mit heruntergeladen würden. Verwenden Sie ein Paket mit eingebetteten Archiven, oder erzeugen Sie eines durch eine administrative Installation.
listing-files-beside = Das Paket hat seine Dateien neben sich, und sie würden nicht mit heruntergeladen. Verwenden Sie ein Paket mit eingebetteten Archiven.
listing-name-missing = Das Paket hat keinen ProductName. Geben Sie einen Namen an.
listing-url-wrong = Die URL des Pakets ist nicht verwendbar. { $reason }
listing-info-url-wrong = Die Info-URL ist nicht verwendbar. { $reason }
listing-text-too-long = { $element } ist länger als { $characters } Zeichen. Kürzen Sie den Text.
listing-text-control-character = { $element } enthält ein Steuerzeichen. Lassen Sie es weg.

## addresses

address-missing = Sie ist leer. Geben Sie die Adresse des Pakets an.
address-too-long = Sie ist länger als { $characters } Zeichen.
address-blank = Sie enthält ein Leerzeichen oder ein Steuerzeichen. Schreiben Sie ein Leerzeichen als %20.
address-scheme-unknown = Kein Client holt Pakete über „{ $scheme }:“. Verwenden Sie http, https, file, einen Pfad wie \\server\share\setup.msi oder eine Adresse relativ zur update.xml.
address-host-missing = Nach den beiden Schrägstrichen fehlt der Name des Servers.
address-sign-in-inside = Sie enthält einen Namen oder ein Passwort, und jeder, dem das Produkt angeboten wird, könnte es lesen. Lassen Sie es weg.
address-drive = Sie nennt ein Laufwerk eines einzelnen PCs, das andere PCs nicht haben. Verwenden Sie http, https, einen Pfad wie \\server\share\setup.msi oder eine Adresse relativ zur update.xml.
address-backslash = Umgekehrte Schrägstriche gibt es nur in Pfaden wie \\server\share\setup.msi. Schreiben Sie / statt \.
address-not-web = Sie muss mit http:// oder https:// beginnen, denn nur das wird für eine Person geöffnet.

## xml

size-not-a-number = Die Größe ist eine Zahl von Bytes, zum Beispiel 1048576.
close-first-wrong = Programme werden mit ihren Dateinamen genannt, zum Beispiel OUTLOOK.EXE, mit einem Semikolon dazwischen, höchstens { $programs }.
xml-empty = Sie ist leer.
xml-too-large = Sie ist größer als { $megabytes } MB.
xml-encoding = Sie ist weder in UTF-8 noch in UTF-16 geschrieben. Speichern Sie sie als UTF-8; wo ihre erste Zeile eine andere Kodierung nennt, schreiben Sie auch dort UTF-8.
xml-not-well-formed = Zeile { $line }, Spalte { $column }: Das ist kein wohlgeformtes XML ({ $detail }). Oft muss ein „&“ als „&amp;“ geschrieben werden.
xml-document-type = Sie hat eine Dokumenttyp-Deklaration (DOCTYPE), die keine update.xml braucht und in der sich etwas verbergen könnte. Nehmen Sie sie heraus.
xml-not-products = Das ist keine update.xml: Ihr äußerstes Element heißt „{ $root }“ und nicht „Products“.
xml-over-depth = Elemente sind mehr als { $limit } Ebenen tief ineinander geschachtelt. Nehmen Sie heraus, was nicht in eine update.xml gehört.
xml-over-tag-length = Ein Tag ist länger als { $limit } Bytes. Nehmen Sie seine Attribute heraus; eine update.xml kennt keine.
xml-over-namespaces = Sie hat mehr als { $limit } Namensraum-Deklarationen (xmlns). Nehmen Sie sie heraus; eine update.xml kennt keine.
xml-over-nodes = Sie hat mehr als { $limit } Elemente, Texte und Kommentare. Teilen Sie sie in mehrere Dateien auf.
xml-over-products = Sie hat mehr als { $limit } Produkte. Teilen Sie sie in mehrere Dateien auf.
problem-product-left-out = Zeile { $line }, { $product }: { $reason } Das Produkt wird ausgelassen.
problem-product-kept = Zeile { $line }, { $product }: { $reason }
problem-element-missing = { $element } fehlt.
problem-element-wrong = { $element } ist falsch. { $reason }
problem-element-too-long = { $element } ist länger als { $characters } Zeichen.
problem-importance-missing = Importance fehlt und gilt als 0 (niedrig). Schreiben Sie 0, 100 oder 200.
problem-digest-missing = Es hat weder MD5 noch SHA256, daher installiert es kein Client. Fügen Sie mindestens eine der Prüfsummen hinzu.
problem-info-url-not-web = InfoUrl beginnt nicht mit http:// oder https:// und wird daher nie geöffnet.
problem-family-twice = Das Produkt in Zeile { $first } hat denselben UpgradeCode und passt zu denselben PCs. Entfernen Sie eines der beiden.

## msi

msi-not-an-msi = Das ist keine MSI-Datei. Wählen Sie die .msi-Datei des Produkts.
msi-patch = Das ist ein Patch (.msp), der nur ein installiertes Produkt ändert. Wählen Sie die .msi-Datei des ganzen Produkts.
msi-transform = Das ist eine Transformation (.mst), die nur eine andere MSI-Datei ändert. Wählen Sie die .msi-Datei des Produkts.
msi-merge-module = Das ist ein Mergemodul (.msm), ein Baustein von MSI-Dateien. Wählen Sie die .msi-Datei des Produkts.
msi-truncated = Die MSI-Datei ist abgeschnitten: Sie endet früher, als sie selbst angibt. Kopieren oder laden Sie sie noch einmal.
msi-damaged = Die MSI-Datei ist beschädigt: { $part } ist nicht zu verstehen. Kopieren oder laden Sie sie noch einmal, oder bitten Sie den Herausgeber um eine unbeschädigte.
msi-too-large = Die MSI-Datei überschreitet eine Grenze ({ $limit }): { $part } ist größer als in jedem bekannten Paket. Kopieren oder laden Sie sie noch einmal, oder bitten Sie den Herausgeber um eine kleinere.
msi-property-missing = Der MSI-Datei fehlt { $name }, ohne das Windows Installer nichts installiert. Bitten Sie den Herausgeber um eine vollständige.
msi-code-page-unknown = Die MSI-Datei ist in der Codepage { $number } geschrieben, die hier nicht lesbar ist. Bitten Sie den Herausgeber um eine in UTF-8 oder einer Codepage von Windows.
msi-not-readable = Die MSI-Datei ist nicht lesbar ({ $detail }). Prüfen Sie, ob sie da ist und ob Sie sie lesen dürfen.
msi-part-allocation = ihre Sektortabelle
msi-part-directory = ihr Inhaltsverzeichnis
msi-part-strings = ihre Liste der Texte
msi-part-columns = ihre Tabelle der Spalten
msi-part-properties = ihre Tabelle der Eigenschaften
msi-part-files = ihre Tabelle der Dateien oder Datenträger
msi-part-summary = ihre Zusammenfassung

## editing

edit-outgrown = Mit diesem Produkt wäre die update.xml nicht mehr lesbar. { $reason }
edit-not-faithful = Die update.xml ließe sich nicht ändern, ohne mehr als dieses Produkt zu ändern, daher bleibt sie, wie sie ist. Ändern Sie sie mit einem Texteditor.
edit-not-found = Ein Produkt „{ $which }“ steht nicht darin. Geben Sie den Namen an, wie er dort steht, den UpgradeCode oder den ProductCode.
edit-several = „{ $which }“ sind mehrere Produkte: { $entries }. Geben Sie den ProductCode eines davon an, oder --all, um alle zu entfernen. Eines ohne ProductCode lässt sich mit einem Texteditor herausnehmen.

## Geräte und Gerätemeldungen

device-token-wrong = Das ist kein Geräteschlüssel.
computer-name-wrong = Der Name des Computers hat 1 bis { $characters } Zeichen, darunter kein Steuerzeichen.
check-in-windows-version-wrong = Die Version von Windows hat 1 bis { $characters } Zeichen, darunter kein Steuerzeichen.
check-in-client-version-wrong = Die Version des Clients hat 1 bis { $characters } Zeichen, darunter kein Steuerzeichen.
check-in-over-products = Eine Gerätemeldung nennt höchstens { $limit } Produkte.
check-in-over-installed = Eine Gerätemeldung nennt höchstens { $limit } installierte Versionen eines Produkts.
