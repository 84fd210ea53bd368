# Wat oxupdate en het updatevenster zeggen.

## machine: Windows, as far as updates are concerned

machine-database = De lijst met geïnstalleerde programma’s op deze pc kon niet worden gelezen. Start Windows opnieuw op en probeer het nog eens. (Windows Installer antwoordde { $code }.)
machine-disk = De vrije ruimte op de schijf van “{ $folder }” kon niet worden bepaald. ({ $detail })
machine-processes = Het was niet vast te stellen welke programma’s op deze pc worden uitgevoerd. Probeer het opnieuw; gebeurt het weer, start Windows dan opnieuw op. ({ $detail })
machine-start = Het installatieprogramma kon niet worden gestart. ({ $detail })
machine-not-windows = Dit werkt alleen onder Windows. Voeg --dry-run toe om te zien wat er zou gebeuren.

## server: where updates come from

server-address = “{ $address }” is geen adres van een server of een update.xml. Schrijf het zo: https://updates.example.com.
server-unreachable = { $host } antwoordt niet. Controleer het netwerk en het adres en probeer het opnieuw. ({ $detail })
server-certificate = { $host } kon zich niet legitimeren; er is daarom niets naartoe gestuurd. Neem contact op met uw beheerder. ({ $detail })
server-not-encrypted = { $host } ondersteunt geen https; er is daarom niets naartoe gestuurd. Controleer het adres. Wil uw beheerder dat het zonder versleuteling werkt, begin het adres dan met http:// en voeg --allow-http toe.
server-not-understood = { $host } geeft een antwoord dat niet te begrijpen is. Controleer het adres of meld het aan uw beheerder. ({ $detail })
server-sign-in-needed = De server wil weten wie u bent. Meld u aan met uw naam en wachtwoord.
server-sign-in-refused = De server accepteert deze naam en dit wachtwoord niet. Controleer beide en probeer het opnieuw.
server-sign-in-ended = De server accepteert de aanmelding van deze pc niet meer: die is daar beëindigd. Meld u opnieuw aan met uw naam en wachtwoord.
sign-in-refused-before = De server heeft deze naam en dit wachtwoord al eerder geweigerd; ze zijn daarom niet opnieuw verstuurd. Verbeter het wachtwoord of voeg --sign-in-again toe om het nog een keer te proberen.
credentials-unusable = De aanmelding van deze pc kon niet worden opgeslagen of gelezen. Start Windows opnieuw op en probeer het nog eens. ({ $detail })
server-forbidden = De server geeft u dit niet. Neem contact op met uw beheerder.
server-not-found = Er is niets op { $address }. Controleer het adres.
server-busy-until = De server is bezet. Probeer het over { $seconds } seconden opnieuw.
server-busy = De server is bezet. Probeer het later opnieuw.
server-status = De server kon niet antwoorden. Probeer het later opnieuw of neem contact op met uw beheerder. (HTTP-status { $status })
server-too-large = De server heeft meer dan { $megabytes } MB gestuurd; meer mag er niet worden opgehaald.
server-broken = De verbinding is verbroken. Probeer het opnieuw; een download gaat verder waar hij stopte als de server dat toestaat. ({ $detail })
server-address-sign-in-inside = Het adres bevat een naam of een wachtwoord, dat anderen daar zouden kunnen lezen. Laat die weg; geef de naam op met --user, en het wachtwoord wordt u gevraagd.
server-package-address = Het pakket staat op “{ $address }”, en van deze server wordt daar niets opgehaald. Meld het aan uw beheerder.
server-redirect = De server verwijst door naar “{ $address }”, en dat leidt nergens heen. Controleer het adres of meld het aan uw beheerder.
server-too-slow = De server stuurt minder dan { $bytes } bytes per seconde, en dat is te langzaam. Wat is gedownload, blijft bewaard; probeer het later of vanaf een ander netwerk opnieuw.
permitted-plain = “{ $address }” is niet versleuteld, zodat anderen onderweg uw wachtwoord kunnen lezen en kunnen wijzigen wat er wordt geïnstalleerd. Schrijf in plaats daarvan https://. Wil uw beheerder dat het zonder versleuteling werkt, voeg dan --allow-http toe.
permitted-down = De server verwijst van https door naar “{ $address }”, dat niet is versleuteld; daar is dus niets opgevraagd. Meld het aan uw beheerder.
permitted-unproven = Het pakket staat op “{ $address }”, dat niet is versleuteld, en geen SHA-256 van een versleutelde server bewijst wat daarvandaan komt. Er is niets opgehaald. Meld het aan uw beheerder.
web-ca-file = De certificaten in “{ $path }” konden niet worden gelezen. Controleer de naam van het bestand. ({ $detail })
web-ca-file-empty = “{ $path }” bevat geen certificaten. Geef een PEM-bestand op, met regels als “-----BEGIN CERTIFICATE-----”.
web-proxy = “{ $address }” is geen adres van een proxy. Schrijf het zo: http://proxy.example.com:8080, of geef “system” of “none” op.
web-name = Deze naam of dit wachtwoord kan niet worden verstuurd: een naam heeft geen dubbele punt, en geen van beide heeft een regeleinde of een ander besturingsteken.

## plan: what is to be done, and why

plan-new-important = Belangrijk: elke pc moet het hebben.
plan-new-optional = Optioneel: het is niet op deze pc geïnstalleerd.
plan-older-important = Belangrijk, omdat er een oudere versie is geïnstalleerd.
plan-older-optional = Optioneel: de geïnstalleerde versie mag blijven.
plan-same = Deze versie is geïnstalleerd.
plan-newer = Er is een nieuwere versie geïnstalleerd.
plan-several = Het is { $count } keer geïnstalleerd ({ $versions }). { $reason }
plan-digest-missing = Het kan niet worden geïnstalleerd: het wordt zonder controlesom aangeboden, zodat het pakket niet kan worden gecontroleerd. Meld het aan uw beheerder.
plan-package-place = Het kan niet worden geïnstalleerd: het pakket staat op een plaats waarnaar deze server niet mag verwijzen, zoals een gedeelde netwerkmap. Meld het aan uw beheerder.
plan-package-unproven = Het kan niet worden geïnstalleerd: het pakket zou onversleuteld komen, en geen SHA-256 van een versleutelde server bewijst wat er komt. Meld het aan uw beheerder.
plan-platform = Het is voor pc’s met een andere processor ({ $platform }).
plan-held = { $days ->
        [0] Het is minder dan een dag geleden mislukt en wordt opnieuw geprobeerd als de uitgever het wijzigt of als u het met zijn naam kiest.
        [1] Het is gisteren mislukt en wordt opnieuw geprobeerd als de uitgever het wijzigt of als u het met zijn naam kiest.
       *[other] Het is { $days } dagen geleden mislukt en wordt opnieuw geprobeerd als de uitgever het wijzigt of als u het met zijn naam kiest.
    }
plan-other-platform = Het is voor { $offered }, en wat is geïnstalleerd, is voor { $installed }. Om te wisselen verwijdert u eerst in de instellingen van Windows wat is geïnstalleerd.
plan-both-remain-machine = Het is voor iedereen op deze pc geïnstalleerd, en dit pakket installeert maar voor één persoon: beide zouden blijven staan. Wilt u het toch, installeer het dan met zijn naam.
plan-both-remain-user = Het is alleen voor u geïnstalleerd, en dit pakket installeert voor iedereen op deze pc: beide zouden blijven staan. Wilt u het toch, installeer het dan met zijn naam.
plan-for-one-person = Het is voor één persoon, en OX Updater werkt hier met de rechten van een beheerder, zodat het bij iemand anders terecht kan komen. Start OX Updater zonder deze rechten en probeer het dan nog eens.
plan-package-name = De geïnstalleerde versie kan niet worden bijgewerkt: wat Windows over het pakket heeft vastgelegd, is beschadigd. Verwijder de versie in de instellingen van Windows en probeer het opnieuw.
plan-rest-installed = Wat is geïnstalleerd, is voor { $installed } en wordt bijgewerkt met het pakket voor { $installed }.
plan-rest-better = Deze pc krijgt het pakket voor { $better }, dat er beter bij past.
plan-rest-superseded = Deze pc krijgt er een andere versie of een ander pakket van.
plan-in-both-machine = Het is zowel voor iedereen op deze pc als voor u geïnstalleerd; dit is dat voor iedereen. { $reason }
plan-in-both-user = Het is zowel voor iedereen op deze pc als voor u geïnstalleerd; dit is dat voor u. { $reason }
plan-fourth-field-unseen = { $reason } Alleen het vierde getal is hoger, wat Windows Installer niet als nieuwer ziet: daarna kunnen beide versies zijn geïnstalleerd.
plan-fourth-field-open = { $reason } Alleen het vierde getal is hoger; als het pakket de geïnstalleerde versie niet ter plaatse bijwerkt, kunnen daarna beide versies zijn geïnstalleerd.
plan-not-offered = “{ $name }” wordt u niet aangeboden. “oxupdate list” toont wat wel.

## check and download

check-catalog-unreadable = De lijst met updates kon niet worden gelezen. { $reason } Meld het aan uw beheerder.
check-web-page = Op { $address } staat een webpagina en geen update.xml. Controleer het adres; misschien wil het netwerk dat u zich eerst aanmeldt, zoals in hotels.
download-disk-full = De schijf is te vol: er is { $needed } MB nodig en { $free } MB vrij. Maak ruimte vrij en probeer het opnieuw.
download-too-large = Het pakket is groter dan { $megabytes } MB; meer mag er niet worden gedownload. Meld het aan uw beheerder.
download-cancelled = Het is geannuleerd. Wat is gedownload, blijft bewaard, en de volgende download gaat daar verder.

## verify: in what a file is not what was offered

verify-unreadable = Het gedownloade pakket kon niet worden gelezen. Probeer het opnieuw. ({ $detail })
verify-digest-missing = Het wordt zonder controlesom aangeboden, zodat het pakket niet kan worden gecontroleerd. Meld het aan uw beheerder.
verify-size = Het pakket is niet het aangeboden pakket: het heeft { $found } bytes in plaats van { $offered }. Meld het aan uw beheerder.
verify-bytes = Het pakket is niet het aangeboden pakket: de { $digest } is een andere. Meld het aan uw beheerder.
verify-msi = Het pakket is niet het aangeboden pakket. { $reason } Meld het aan uw beheerder.
verify-identity = Het pakket is niet het aangeboden pakket: de { $property } is “{ $found }” in plaats van “{ $offered }”. Meld het aan uw beheerder.

## outcome: what came of an install

outcome-installed = { $product } { $version } is geïnstalleerd.
outcome-installed-needs-restart = { $product } { $version } is geïnstalleerd en werkt volledig nadat Windows opnieuw is opgestart.
outcome-installed-beside = { $product } { $version } is geïnstalleerd. { $others } is ook nog geïnstalleerd. Hebt u maar één van beide nodig, verwijder dan de andere in de instellingen van Windows.
outcome-installed-despite = { $product } { $version } is geïnstalleerd, hoewel Windows Installer een fout heeft gemeld. Werkt er iets niet, geef het logboek dan aan uw beheerder.
outcome-not-really-installed = { $product } { $version } is niet echt geïnstalleerd: volgens Windows Installer is alles gelukt, maar de lijst met geïnstalleerde programma’s toont deze versie niet. Geef het logboek aan uw beheerder.
outcome-not-installed = { $product } { $version } is niet geïnstalleerd. { $reason }
outcome-programs-open = Er zijn programma’s open die eerst moeten worden gesloten: { $programs }. Sluit ze en probeer het opnieuw; wat is gedownload, blijft bewaard.
outcome-cancelled = Het is geannuleerd. Wat is geïnstalleerd, blijft zoals het was.
outcome-old-version-unknown = Windows Installer kent de geïnstalleerde versie niet meer. Verwijder die in de instellingen van Windows en probeer het opnieuw.
outcome-windows-ends = Het is niet begonnen, omdat Windows op het punt stond te stoppen. Het wordt opnieuw aangeboden.
outcome-busy = Windows is met een andere installatie bezig. Wacht tot die klaar is en probeer het opnieuw.
outcome-package-not-opened = Het pakket kon niet worden geopend. Probeer het opnieuw; gebeurt het weer, geef het logboek dan aan uw beheerder.
outcome-package-unreadable = Windows Installer kon het pakket niet lezen of is er halverwege mee gestopt. Geef het logboek aan uw beheerder.
outcome-forbidden = Een beheerder staat het op deze pc niet toe. Neem contact op met uw beheerder.
outcome-wrong-platform = Het pakket is voor pc’s met een andere processor. Meld het aan uw beheerder.
outcome-other-version-installed = Er is een andere versie geïnstalleerd die dit pakket niet kan vervangen. Verwijder die in de instellingen van Windows en probeer het opnieuw.
outcome-failed = Het installatieprogramma is op een fout gestuit. Probeer het opnieuw; gebeurt het weer, geef het logboek dan aan uw beheerder.
outcome-interrupted = Het is onderbroken, doordat de pc opnieuw is opgestart of dit programma is beëindigd. Probeer het opnieuw; gebeurt het weer, geef het logboek dan aan uw beheerder.

## close first: programs that are open

close-first = { $product } kan worden geïnstalleerd zodra { $programs } { $count ->
    [one] is
   *[other] zijn
} gesloten. Sla daar uw werk op, sluit { $programs } en kies dan “Opnieuw proberen”.
close-first-programs = { $count ->
    [0] { $last }
   *[other] { $others } en { $last }
}

## state: what is kept between two runs

state-no-place = Het is niet bekend waar downloads en logboeken moeten worden bewaard. Geef met --state een map op.
state-unusable = “{ $path }” kon niet worden gelezen of geschreven. Controleer of de schijf niet vol is en of het bestand van u is. ({ $detail })
state-unsafe = “{ $path }” is geen veilige plaats voor pakketten: { $reason } Verwijder het als u het niet nodig hebt of geef met --state een andere map op; of neem contact op met uw beheerder.
folder-is-link = Het is geen map of het leidt ergens anders heen.
folder-of-another = Het is van een ander account.
folder-writable = Andere accounts kunnen erin schrijven.
state-locked-by-other = Iemand anders installeert updates op deze pc, of uzelf vanuit een andere map. Wacht tot dat klaar is en probeer het opnieuw.
state-locked = Een andere oxupdate installeert updates op deze pc. Wacht tot die klaar is en probeer het opnieuw.

## oxupdate: verbs and arguments

oxupdate-help = Houdt de software op deze pc up-to-date: toont wat er wordt aangeboden en downloadt, controleert en installeert het.
oxupdate-check-help = Toont de updates die voor deze pc klaarstaan. Eindigt met 10 als die er zijn.
oxupdate-list-help = Toont alles wat wordt aangeboden en wat daarvan is geïnstalleerd.
oxupdate-install-help = Downloadt, controleert en installeert updates. Zonder naam de belangrijke.
oxupdate-install-arg-name = Wat moet worden geïnstalleerd: de naam of de upgradecode.
oxupdate-install-arg-all = Installeert alles wat klaarstaat, ook optionele updates.
oxupdate-install-arg-interactive = Toont de dialoogvensters van de pakketten, tenzij de uitgever het anders wil.
oxupdate-install-arg-wait-for-programs = Wacht maximaal 4 uur tot programma’s zijn gesloten die voor een update gesloten moeten zijn.
oxupdate-report-help = Stuurt de server de rapporten over eerdere installaties die nog niet konden worden verstuurd.
oxupdate-status-help = Toont de laatste controle, de laatste installaties en waar de logboeken staan. Vraagt niets aan de server of aan Windows.
oxupdate-sign-out-help = Vergeet de aanmelding van deze pc bij een server.
oxupdate-arg-server = Waar updates vandaan komen: een server zoals https://updates.example.com, of het adres of pad van een update.xml. OXUPDATE_SERVER doet hetzelfde.
oxupdate-arg-user = Uw naam op de server. Zonder naam meldt niemand zich aan. OXUPDATE_USER doet hetzelfde.
oxupdate-arg-password-file = Een bestand waarvan de eerste regel uw wachtwoord is. Zonder dit bestand wordt OXUPDATE_PASSWORD gebruikt, of wordt het u gevraagd.
oxupdate-arg-sign-in-again = Meldt zich met het wachtwoord aan, ook als deze pc is aangemeld of als de server het eerder heeft geweigerd.
oxupdate-arg-ca-file = Een PEM-bestand met de certificaten die worden vertrouwd in plaats van die van het systeem.
oxupdate-arg-proxy = De proxy: “system” neemt de instelling van het systeem, “none” neemt er geen, of het adres ervan.
oxupdate-arg-allow-http = Gebruikt http, zonder versleuteling, ook met andere pc’s. Anderen onderweg kunnen dan het wachtwoord lezen en wijzigen wat er wordt geïnstalleerd.
oxupdate-arg-state = De map voor downloads, logboeken en al het andere dat tussen twee keer uitvoeren bewaard blijft.
oxupdate-arg-json = Schrijft het resultaat als één JSON-object.
oxupdate-arg-dry-run = Toont wat er zou gebeuren, en installeert en rapporteert niets. Anders dan onder Windows geldt niets als geïnstalleerd.
oxupdate-arg-machine = Met --dry-run: een JSON-bestand dat zegt wat is geïnstalleerd.

## oxupdate: what it says

cli-ready =
    { $count ->
        [one] Er staat 1 update klaar voor deze pc.
       *[other] Er staan { $count } updates klaar voor deze pc.
    }
cli-ready-hint = “oxupdate install” installeert de belangrijke, “oxupdate install --all” alles.
cli-nothing-ready = Deze pc is up-to-date.
cli-only-blocked =
    { $count ->
        [one] 1 update kan niet worden geïnstalleerd.
       *[other] { $count } updates kunnen niet worden geïnstalleerd.
    }
cli-only-held =
    { $count ->
        [one] 1 update is eerder mislukt en wacht. “oxupdate check” toont waarom.
       *[other] { $count } updates zijn eerder mislukt en wachten. “oxupdate check” toont waarom.
    }
cli-nothing-important = Er staat geen belangrijke update klaar. “oxupdate check” toont de optionele.
cli-nothing-offered = U wordt niets aangeboden.
cli-nothing-to-do = { $name } { $version }: niets te doen. { $reason }
cli-would-install =
    { $count ->
        [one] 1 update zou worden geïnstalleerd.
       *[other] { $count } updates zouden worden geïnstalleerd.
    }
cli-head-name = Naam
cli-head-versions = Geïnstalleerd → aangeboden
cli-head-importance = Belang
cli-head-reason = Waarom
cli-versions-new = nieuw { $offered }
cli-versions-same = { $offered }
cli-versions-update = { $installed } → { $offered }
cli-important = Belangrijk
cli-optional = Optioneel
cli-line-new = { $name }, nieuw: { $offered }. { $reason }
cli-line-same = { $name }: { $offered }. { $reason }
cli-line-update = { $name }: { $installed } → { $offered }. { $reason }
cli-problem = Er zit een fout in de lijst met updates. { $problem }
cli-problems-more =
    { $count ->
        [one] Er is nog 1 fout.
       *[other] Er zijn nog { $count } fouten.
    }
cli-downloading = { $name } { $version } wordt gedownload.
cli-downloading-size = { $heading } { $done }
cli-downloading-speed = { $heading } { $done } van { $total }, { $speed } per seconde, nog { $left }
cli-verifying = { $name } { $version } wordt gecontroleerd.
cli-installing = { $name } { $version } wordt geïnstalleerd.
cli-installing-action = { $heading } { $action }
cli-asks-for-consent = Windows vraagt om toestemming van een beheerder om { $name } { $version } te installeren.
cli-waiting-for-windows = Er wordt gewacht tot Windows een andere installatie heeft voltooid; daarna wordt { $name } { $version } geïnstalleerd.
cli-takes-long = { $name } { $version } wordt nog geïnstalleerd. U kunt verder werken; het resultaat wordt hier getoond, en door “oxupdate status” als dit venster is gesloten.
cli-settled = Terwijl niemand keek, is een installatie geëindigd. { $outcome }
cli-still-installing = { $name } { $version } is begonnen, en Windows Installer is er nog mee bezig.
cli-try-again = { $question } Typ j voor “Opnieuw proberen” of n voor “Niet nu” en druk op Enter.
cli-waiting-for-programs = { $product } wordt geïnstalleerd zodra { $programs } { $count ->
    [one] is
   *[other] zijn
} gesloten; tot dan wordt gewacht, maximaal { $hours } uur. Sla daar eerst uw werk op. Ctrl+C annuleert.
cli-again-by-name = Het wordt niet vanzelf opnieuw geprobeerd; “oxupdate install { $name }” probeert het opnieuw.
cli-details = Details: Windows Installer is geëindigd met { $code }. Het logboek is “{ $log }”.
cli-restart = Start Windows opnieuw op wanneer het u uitkomt.
cli-no-reports = Er wachten geen rapporten.
cli-reports-sent =
    { $count ->
        [one] Er is 1 rapport verstuurd.
       *[other] Er zijn { $count } rapporten verstuurd.
    }
cli-reports-wait =
    { $count ->
        [one] 1 rapport wacht tot de server bereikbaar is.
       *[other] { $count } rapporten wachten tot de server bereikbaar is.
    }
cli-never-checked = Op deze pc is nog nooit naar updates gezocht.
cli-last-check = Laatste controle: { $when } bij { $address }. Updates die toen klaarstonden: { $count }.
cli-last-check-as = Laatste controle: { $when } bij { $address } als { $user }. Updates die toen klaarstonden: { $count }.
cli-past-install = { $product } { $version }, { $when }: { $outcome }.
cli-past-update = { $product } { $from } → { $version }, { $when }: { $outcome }.
cli-state-folder = Downloads en logboeken staan in “{ $folder }”.
cli-outcome-installed = geïnstalleerd
cli-outcome-installed-needs-restart = geïnstalleerd, opnieuw opstarten nodig
cli-outcome-not-really-installed = niet echt geïnstalleerd
cli-outcome-cancelled = geannuleerd
cli-outcome-busy = Windows was bezig
cli-outcome-programs-open = er waren programma’s open
cli-outcome-not-for-this-pc = niet voor deze pc
cli-outcome-failed = mislukt
cli-outcome-download-failed = niet gedownload
cli-outcome-verification-failed = niet wat werd aangeboden
cli-sign-in-needed = De server wil weten wie u bent. Voeg --user toe met uw naam daar; het wachtwoord wordt u gevraagd.
cli-server-busy = De server is bezet. Over { $seconds } seconden wordt het opnieuw geprobeerd. Ctrl+C annuleert.
cli-signed-out = Afgemeld bij { $origin }.
cli-not-signed-in = Er was niemand aangemeld bij { $origin }.
cli-sign-out-file = Een bestand heeft geen aanmelding nodig. Geef met --server het adres van een server op.
cli-server-locked = Op deze pc komen updates van { $server }, en dat kan hier niet worden gewijzigd. Laat --server weg of neem contact op met uw beheerder.
cli-proxy-locked = Op deze pc ligt de weg naar de server vast, en die kan hier niet worden gewijzigd. Laat --proxy weg of neem contact op met uw beheerder.
cli-own-update = { $name } { $version } staat klaar en is overgeslagen: OX Updater installeert het zelf wanneer u het in zijn venster kiest. Wilt u het hier installeren, noem het dan: oxupdate install "{ $name }".
cli-server-missing = Het is niet bekend waar updates vandaan komen. Voeg --server toe met het adres, bijvoorbeeld --server https://updates.example.com.
cli-password-prompt = Wachtwoord van { $user }:
cli-password-missing = Het wachtwoord ontbreekt, en hier kan het niemand worden gevraagd. Geef het op met --password-file of in de omgevingsvariabele { $name }.
cli-password-variable = De omgevingsvariabele { $name } is geen leesbare tekst. Geef het wachtwoord op met --password-file.
cli-password-not-read = Het wachtwoord kon niet worden gelezen. ({ $detail })
cli-password-file = Het wachtwoord kon niet uit “{ $path }” worden gehaald. { $reason }
cli-password-file-not-read = Controleer of het bestand er is en in UTF-8 is geschreven. ({ $detail })
cli-password-file-too-large = Het bestand is te groot om alleen een wachtwoord te bevatten.
cli-machine-file = “{ $path }” beschrijft geen pc. In docs/reference/oxupdate.md staat hoe dat wordt geschreven. ({ $detail })
cli-output-not-written = Het resultaat kon niet worden geschreven. ({ $detail })
