# Wat de taal van de updates zegt: waarom een waarde, een pakket of een update.xml niet is zoals het hoort.

## values

version-not-numbers = “{ $text }” is geen versie. Een versie bestaat uit een tot vier getallen met punten ertussen, zoals 7.8.4.
version-field-too-large = “{ $text }” is geen versie: een van de getallen is te groot.
code-not-a-guid = “{ $text }” is geen code van Windows Installer. Die ziet er zo uit: {"{"}3BBB2D56-0B19-4C83-9266-307F49DF9DD6{"}"}.
digest-not-hexadecimal = Dit is geen { $name }-controlesom. Die heeft { $digits } hexadecimale cijfers.
importance-unknown = “{ $text }” is geen belang. Mogelijk zijn 0 (laag), 100 (gemiddeld) en 200 (hoog).
platform-unknown = “{ $text }” is geen platform. Mogelijk zijn x86, x64, arm64, arm en itanium.
scope-unknown = “{ $text }” is geen bereik. Mogelijk zijn machine, user en either.
icon-not-base64 = Het pictogram is niet in Base64 geschreven.
icon-not-an-icon = Het pictogram is geen .ico-bestand.
icon-truncated = Het pictogram is afgebroken: een afbeelding die het noemt, ligt buiten het bestand.
icon-too-large = Het pictogram is groter dan { $kilobytes } kB. Gebruik een .ico-bestand met minder of kleinere afbeeldingen.

## install params

install-params-quote-open = Een aanhalingsteken is geopend en niet gesloten. Schrijf waarden als NAME="waarde", en een aanhalingsteken in een waarde dubbel.
install-params-action = “{ $part }” zou de installatie door een andere actie vervangen. Laat het weg: OX Updater installeert het pakket zelf.
install-params-log = “{ $part }” vraagt om een logboek. Laat het weg: OX Updater schrijft altijd een uitgebreid logboek.
install-params-restart = “{ $part }” gaat over het opnieuw opstarten van Windows. Laat het weg: OX Updater start een pc nooit uit zichzelf opnieuw op.
install-params-switch-unknown = “{ $part }” is geen toegestane schakeloptie. Toegestaan zijn /passive, /quiet, /qn, /qb, /qr, /qf en /norestart.
install-params-property-refused = De eigenschap { $name } mag niet worden opgegeven, omdat die zou wijzigen wat er wordt geïnstalleerd, voor wie, of dat Windows opnieuw opstart. Laat die weg.
install-params-property-not-public = “{ $name }” is geen openbare eigenschap. De naam begint met een hoofdletter en bevat alleen hoofdletters, cijfers, onderstrepingstekens en punten.
install-params-not-understood = “{ $part }” is geen schakeloptie, zoals /passive, en geen eigenschap, zoals NAME="waarde".
install-params-line-not-understood = “{ $line }” is geen eigenschap. Schrijf er één per regel als NAME=waarde. Schakelopties zoals /passive horen in de regel met installatieparameters.
install-params-control-character = Een waarde bevat een regeleinde of een ander besturingsteken. Laat het weg.
install-params-too-long = De installatieparameters zijn langer dan { $characters } tekens.
install-params-placeholder-unknown = Voor “{ $placeholder }” wordt niets ingevuld. In waarden van eigenschappen kan staan: { $known }.
install-params-placeholder-secret = “{ $placeholder }” vraagt om iets geheims. Installatieparameters staan in proceslijsten en logboeken; daarom wordt daar nooit een wachtwoord ingevuld. Laat het weg: het programma vraagt de persoon erom.

## listing

listing-upgrade-code-missing = Het pakket heeft geen UpgradeCode, zodat een geïnstalleerde versie nooit zou worden gevonden. Vraag de uitgever om een pakket dat er een heeft.
listing-upgrade-code-wrong = De UpgradeCode van het pakket is niet bruikbaar. { $reason }
listing-product-code-wrong = De ProductCode van het pakket is niet bruikbaar. { $reason }
listing-version-wrong = De ProductVersion van het pakket is niet bruikbaar. { $reason }
listing-cabinets-beside = Het pakket bewaart zijn bestanden in archieven ernaast ({ $cabinets }), die niet mee zouden worden gedownload. Gebruik een pakket met ingesloten archieven, of maak er een met een beheerdersinstallatie.
listing-files-beside = Het pakket bewaart zijn bestanden ernaast, en die zouden niet mee worden gedownload. Gebruik een pakket met ingesloten archieven.
listing-name-missing = Het pakket heeft geen ProductName. Geef een naam op.
listing-url-wrong = De URL van het pakket is niet bruikbaar. { $reason }
listing-info-url-wrong = De info-URL is niet bruikbaar. { $reason }
listing-text-too-long = { $element } is langer dan { $characters } tekens. Maak de tekst korter.
listing-text-control-character = { $element } bevat een besturingsteken. Laat het weg.

## addresses

address-missing = Het is leeg. Geef het adres van het pakket op.
address-too-long = Het is langer dan { $characters } tekens.
address-blank = Het bevat een spatie of een besturingsteken. Schrijf een spatie als %20.
address-scheme-unknown = Geen enkele client haalt pakketten op via “{ $scheme }:”. Gebruik http, https, file, een pad zoals \\server\share\setup.msi of een adres ten opzichte van de update.xml.
address-host-missing = De naam van de server ontbreekt na de twee schuine strepen.
address-sign-in-inside = Het bevat een naam of een wachtwoord, dat iedereen zou lezen aan wie het product wordt aangeboden. Laat het weg.
address-drive = Het noemt een station van één pc, dat andere pc’s niet hebben. Gebruik http, https, een pad zoals \\server\share\setup.msi of een adres ten opzichte van de update.xml.
address-backslash = Backslashes zijn alleen voor paden zoals \\server\share\setup.msi. Schrijf / in plaats van \.
address-not-web = Het moet met http:// of https:// beginnen, want iets anders wordt voor een persoon niet geopend.

## xml

size-not-a-number = De grootte is een aantal bytes, zoals 1048576.
close-first-wrong = Programma’s worden met hun bestandsnaam genoemd, zoals OUTLOOK.EXE, met een puntkomma ertussen, maximaal { $programs }.
xml-empty = Er staat niets in.
xml-too-large = Het is groter dan { $megabytes } MB.
xml-encoding = Het is niet in UTF-8 en niet in UTF-16 geschreven. Sla het op als UTF-8; noemt de eerste regel een andere codering, schrijf ook daar UTF-8.
xml-not-well-formed = Regel { $line }, kolom { $column }: dit is geen goed gevormde XML ({ $detail }). Vaak moet een “&” als “&amp;” worden geschreven.
xml-document-type = Het heeft een documenttypedeclaratie (DOCTYPE), die geen enkele update.xml nodig heeft en waarin iets verborgen kan zijn. Haal die eruit.
xml-not-products = Het is geen update.xml: het buitenste element is “{ $root }” en niet “Products”.
xml-over-depth = Elementen zijn meer dan { $limit } niveaus diep genest. Haal eruit wat niet in een update.xml thuishoort.
xml-over-tag-length = Een tag is langer dan { $limit } bytes. Haal de attributen eruit; update.xml kent er geen.
xml-over-namespaces = Het heeft meer dan { $limit } naamruimtedeclaraties (xmlns). Haal die eruit; update.xml kent er geen.
xml-over-nodes = Het heeft meer dan { $limit } elementen, teksten en opmerkingen. Verdeel het over meerdere bestanden.
xml-over-products = Het heeft meer dan { $limit } producten. Verdeel het over meerdere bestanden.
problem-product-left-out = Regel { $line }, { $product }: { $reason } Het product wordt weggelaten.
problem-product-kept = Regel { $line }, { $product }: { $reason }
problem-element-missing = { $element } ontbreekt.
problem-element-wrong = { $element } is onjuist. { $reason }
problem-element-too-long = { $element } is langer dan { $characters } tekens.
problem-importance-missing = Importance ontbreekt en geldt als 0 (laag). Schrijf 0, 100 of 200.
problem-digest-missing = Het heeft geen MD5 en geen SHA256, dus geen enkele client installeert het. Voeg ten minste een van de controlesommen toe.
problem-info-url-not-web = InfoUrl begint niet met http:// of https:// en wordt dus nooit geopend.
problem-family-twice = Het product in regel { $first } heeft dezelfde UpgradeCode en past bij dezelfde pc’s. Verwijder een van de twee.

## msi

msi-not-an-msi = Dit is geen MSI-bestand. Kies het .msi-bestand van het product.
msi-patch = Dit is een patch (.msp), die alleen een geïnstalleerd product wijzigt. Kies het .msi-bestand van het hele product.
msi-transform = Dit is een transformatie (.mst), die alleen een ander MSI-bestand wijzigt. Kies het .msi-bestand van het product.
msi-merge-module = Dit is een samenvoegmodule (.msm), een bouwsteen van MSI-bestanden. Kies het .msi-bestand van het product.
msi-truncated = Het MSI-bestand is afgebroken: het eindigt eerder dan het zelf aangeeft. Kopieer of download het opnieuw.
msi-damaged = Het MSI-bestand is beschadigd: { $part } is niet te begrijpen. Kopieer of download het opnieuw, of vraag de uitgever om een onbeschadigd bestand.
msi-too-large = Het MSI-bestand gaat over een grens heen ({ $limit }): { $part } is groter dan in elk bekend pakket. Kopieer of download het opnieuw, of vraag de uitgever om een kleiner bestand.
msi-property-missing = Het MSI-bestand heeft geen { $name }, en zonder installeert Windows Installer niets. Vraag de uitgever om een volledig bestand.
msi-code-page-unknown = Het MSI-bestand is geschreven in codetabel { $number }, die hier niet kan worden gelezen. Vraag de uitgever om een bestand in UTF-8 of in een codetabel van Windows.
msi-not-readable = Het MSI-bestand kan niet worden gelezen ({ $detail }). Controleer of het er is en of u het mag lezen.
msi-part-allocation = de sectortabel
msi-part-directory = de inhoudslijst
msi-part-strings = de lijst met teksten
msi-part-columns = de tabel met kolommen
msi-part-properties = de tabel met eigenschappen
msi-part-files = de tabel met bestanden of media
msi-part-summary = de samenvatting

## editing

edit-outgrown = Met dit product zou de update.xml niet meer kunnen worden gelezen. { $reason }
edit-not-faithful = De update.xml kon niet worden gewijzigd zonder meer dan dit product te wijzigen en is daarom gelaten zoals het is. Wijzig het met een teksteditor.
edit-not-found = Er staat geen product “{ $which }” in. Geef de naam op zoals die daar staat, de UpgradeCode of de ProductCode.
edit-several = “{ $which }” zijn meerdere producten: { $entries }. Geef de ProductCode van één product op, of --all om ze allemaal te verwijderen. Een product zonder ProductCode kan met een teksteditor worden verwijderd.

## devices and check-ins

device-token-wrong = Dit is geen apparaatsleutel.
computer-name-wrong = De naam van de computer heeft 1 tot { $characters } tekens, waaronder geen besturingsteken.
check-in-windows-version-wrong = De versie van Windows heeft 1 tot { $characters } tekens, waaronder geen besturingsteken.
check-in-client-version-wrong = De versie van de client heeft 1 tot { $characters } tekens, waaronder geen besturingsteken.
check-in-over-products = Een apparaatmelding noemt maximaal { $limit } producten.
check-in-over-installed = Een apparaatmelding noemt maximaal { $limit } geïnstalleerde versies van één product.
