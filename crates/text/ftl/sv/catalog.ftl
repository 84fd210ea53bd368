# Vad uppdateringarnas språk säger: varför ett värde, ett paket eller en update.xml inte är vad det borde vara.

## values

version-not-numbers = ”{ $text }” är ingen version. En version är ett till fyra tal med punkter emellan, till exempel 7.8.4.
version-field-too-large = ”{ $text }” är ingen version: ett av talen är för stort.
code-not-a-guid = ”{ $text }” är ingen kod för Windows Installer, som ser ut så här: {"{"}3BBB2D56-0B19-4C83-9266-307F49DF9DD6{"}"}.
digest-not-hexadecimal = Det här är ingen { $name }-kontrollsumma, som har { $digits } hexadecimala siffror.
importance-unknown = ”{ $text }” är ingen betydelse. Den är 0 (låg), 100 (medel) eller 200 (hög).
platform-unknown = ”{ $text }” är ingen plattform. Den är x86, x64, arm64, arm eller itanium.
scope-unknown = ”{ $text }” är ingen omfattning. Den är machine, user eller either.
icon-not-base64 = Ikonen är inte skriven i Base64.
icon-not-an-icon = Ikonen är ingen .ico-fil.
icon-truncated = Ikonen är avklippt: en bild som den nämner ligger utanför filen.
icon-too-large = Ikonen är större än { $kilobytes } kB. Använd en .ico-fil med färre eller mindre bilder.

## install params

install-params-quote-open = Ett citattecken har öppnats och inte stängts. Skriv värden som NAME="värde" och ett citattecken i ett värde dubbelt.
install-params-action = ”{ $part }” skulle ersätta installationen med en annan åtgärd. Ta bort det: OX Updater installerar paketet själv.
install-params-log = ”{ $part }” begär en logg. Ta bort det: OX Updater skriver alltid en utförlig logg.
install-params-restart = ”{ $part }” gäller omstart av Windows. Ta bort det: OX Updater startar aldrig om en dator på egen hand.
install-params-switch-unknown = ”{ $part }” är ingen växel som får anges. Tillåtna är /passive, /quiet, /qn, /qb, /qr, /qf och /norestart.
install-params-property-refused = Egenskapen { $name } får inte anges, eftersom den skulle ändra vad som installeras, för vem eller om Windows startas om. Ta bort den.
install-params-property-not-public = ”{ $name }” är ingen offentlig egenskap. Dess namn börjar med en stor bokstav och har bara stora bokstäver, siffror, understreck och punkter.
install-params-not-understood = ”{ $part }” är varken en växel, till exempel /passive, eller en egenskap, till exempel NAME="värde".
install-params-line-not-understood = ”{ $line }” är ingen egenskap. Skriv en på varje rad som NAME=värde. Växlar som /passive hör hemma på raden med installationsparametrar.
install-params-control-character = Ett värde innehåller en radbrytning eller något annat styrtecken. Ta bort det.
install-params-too-long = Installationsparametrarna är längre än { $characters } tecken.
install-params-placeholder-unknown = Ingenting sätts in i stället för ”{ $placeholder }”. I värden för egenskaper kan stå: { $known }.
install-params-placeholder-secret = ”{ $placeholder }” begär något hemligt. Installationsparametrar syns i processlistor och loggar; därför sätts aldrig något lösenord in där. Ta bort det: programmet frågar personen efter det.

## listing

listing-upgrade-code-missing = Paketet har ingen UpgradeCode, så en installerad version skulle aldrig kunna hittas. Be utgivaren om ett paket som har en.
listing-upgrade-code-wrong = Paketets UpgradeCode kan inte användas. { $reason }
listing-product-code-wrong = Paketets ProductCode kan inte användas. { $reason }
listing-version-wrong = Paketets ProductVersion kan inte användas. { $reason }
listing-cabinets-beside = Paketet har sina filer i arkiv bredvid sig ({ $cabinets }), som inte skulle laddas ner med det. Använd ett paket med inbäddade arkiv, eller skapa ett med en administrativ installation.
listing-files-beside = Paketet har sina filer bredvid sig, och de skulle inte laddas ner med det. Använd ett paket med inbäddade arkiv.
listing-name-missing = Paketet har inget ProductName. Ange ett namn.
listing-url-wrong = Paketets URL kan inte användas. { $reason }
listing-info-url-wrong = Informations-URL:en kan inte användas. { $reason }
listing-text-too-long = { $element } är längre än { $characters } tecken. Korta ner texten.
listing-text-control-character = { $element } innehåller ett styrtecken. Ta bort det.

## addresses

address-missing = Den är tom. Ange adressen till paketet.
address-too-long = Den är längre än { $characters } tecken.
address-blank = Den innehåller ett blanksteg eller ett styrtecken. Skriv ett blanksteg som %20.
address-scheme-unknown = Ingen klient hämtar paket via ”{ $scheme }:”. Använd http, https, file, en sökväg som \\server\share\setup.msi eller en adress relativt update.xml.
address-host-missing = Serverns namn saknas efter de två snedstrecken.
address-sign-in-inside = Den innehåller ett namn eller ett lösenord, som alla som erbjuds produkten skulle läsa. Ta bort det.
address-drive = Den anger en enhet på en enda dator, som andra datorer inte har. Använd http, https, en sökväg som \\server\share\setup.msi eller en adress relativt update.xml.
address-backslash = Omvända snedstreck är bara till för sökvägar som \\server\share\setup.msi. Skriv / i stället för \.
address-not-web = Den måste börja med http:// eller https://, för bara det öppnas för en person.

## xml

size-not-a-number = Storleken är ett antal byte, till exempel 1048576.
close-first-wrong = Program anges med sina filnamn, till exempel OUTLOOK.EXE, med semikolon emellan, högst { $programs }.
xml-empty = Det finns ingenting i den.
xml-too-large = Den är större än { $megabytes } MB.
xml-encoding = Den är varken skriven i UTF-8 eller i UTF-16. Spara den som UTF-8; om första raden anger en annan kodning, skriv UTF-8 även där.
xml-not-well-formed = Rad { $line }, kolumn { $column }: det här är inte välformad XML ({ $detail }). Ofta måste ett ”&” skrivas som ”&amp;”.
xml-document-type = Den har en dokumenttypsdeklaration (DOCTYPE), som ingen update.xml behöver och som kan dölja något. Ta bort den.
xml-not-products = Det är ingen update.xml: dess yttersta element är ”{ $root }” och inte ”Products”.
xml-over-depth = Element är nästlade på mer än { $limit } nivåer. Ta bort det som inte hör hemma i en update.xml.
xml-over-tag-length = En tagg är längre än { $limit } byte. Ta bort dess attribut; update.xml har inga.
xml-over-namespaces = Den har fler än { $limit } namnrymdsdeklarationer (xmlns). Ta bort dem; update.xml har inga.
xml-over-nodes = Den har fler än { $limit } element, texter och kommentarer. Dela upp den i flera filer.
xml-over-products = Den har fler än { $limit } produkter. Dela upp den i flera filer.
problem-product-left-out = Rad { $line }, { $product }: { $reason } Produkten utelämnas.
problem-product-kept = Rad { $line }, { $product }: { $reason }
problem-element-missing = { $element } saknas.
problem-element-wrong = { $element } är fel. { $reason }
problem-element-too-long = { $element } är längre än { $characters } tecken.
problem-importance-missing = Importance saknas och räknas som 0 (låg). Skriv 0, 100 eller 200.
problem-digest-missing = Den har varken MD5 eller SHA256, så ingen klient installerar den. Lägg till minst en av kontrollsummorna.
problem-info-url-not-web = InfoUrl börjar inte med http:// eller https://, så den öppnas aldrig.
problem-family-twice = Produkten på rad { $first } har samma UpgradeCode och passar samma datorer. Ta bort en av de två.

## msi

msi-not-an-msi = Det här är ingen MSI-fil. Välj produktens .msi-fil.
msi-patch = Det här är en korrigering (.msp), som bara ändrar en installerad produkt. Välj .msi-filen för hela produkten.
msi-transform = Det här är en transformering (.mst), som bara ändrar en annan MSI-fil. Välj produktens .msi-fil.
msi-merge-module = Det här är en kopplingsmodul (.msm), en byggsten i MSI-filer. Välj produktens .msi-fil.
msi-truncated = MSI-filen är avklippt: den slutar tidigare än den själv anger. Kopiera eller ladda ner den igen.
msi-damaged = MSI-filen är skadad: { $part } går inte att förstå. Kopiera eller ladda ner den igen, eller be utgivaren om en hel fil.
msi-too-large = MSI-filen överskrider en gräns ({ $limit }): { $part } är större än i något känt paket. Kopiera eller ladda ner den igen, eller be utgivaren om en mindre.
msi-property-missing = MSI-filen har ingen { $name }, och utan den installerar Windows Installer ingenting. Be utgivaren om en fullständig fil.
msi-code-page-unknown = MSI-filen är skriven med teckentabell { $number }, som inte kan läsas här. Be utgivaren om en i UTF-8 eller med en teckentabell från Windows.
msi-not-readable = MSI-filen kan inte läsas ({ $detail }). Kontrollera att den finns och att du får läsa den.
msi-part-allocation = dess sektortabell
msi-part-directory = dess innehållslista
msi-part-strings = dess lista över texter
msi-part-columns = dess tabell över kolumner
msi-part-properties = dess tabell över egenskaper
msi-part-files = dess tabell över filer eller medier
msi-part-summary = dess sammanfattning

## editing

edit-outgrown = Med den här produkten skulle update.xml inte längre kunna läsas. { $reason }
edit-not-faithful = update.xml kunde inte ändras utan att mer än den här produkten ändrades, så den lämnades som den är. Ändra den med en textredigerare.
edit-not-found = Det finns ingen produkt ”{ $which }” i den. Ange namnet som det står där, UpgradeCode eller ProductCode.
edit-several = ”{ $which }” är flera produkter: { $entries }. Ange ProductCode för en av dem, eller --all för att ta bort alla. En utan ProductCode kan tas bort med en textredigerare.

## devices and check-ins

device-token-wrong = Det här är ingen enhetsnyckel.
computer-name-wrong = Datorns namn har 1 till { $characters } tecken, och inget av dem är ett styrtecken.
check-in-windows-version-wrong = Windows version har 1 till { $characters } tecken, och inget av dem är ett styrtecken.
check-in-client-version-wrong = Klientens version har 1 till { $characters } tecken, och inget av dem är ett styrtecken.
check-in-over-products = En enhetsrapport nämner högst { $limit } produkter.
check-in-over-installed = En enhetsrapport nämner högst { $limit } installerade versioner av en produkt.
