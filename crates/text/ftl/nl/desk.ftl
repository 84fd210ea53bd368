### Wat het pictogram naast de klok, de vensters en hun meldingen zeggen.

## the icon beside the clock

tray-tooltip-idle = OX Updater: deze pc is up-to-date.
tray-tooltip-starting = OX Updater wordt gestart.
tray-tooltip-unchecked = OX Updater heeft sinds de start nog niet naar updates gezocht.
tray-tooltip-looking = OX Updater zoekt naar updates.
tray-tooltip-ready = { $count ->
        [one] OX Updater: er staat 1 update klaar.
       *[other] OX Updater: er staan { $count } updates klaar.
    }
tray-tooltip-not-ready = OX Updater: er zijn updates die nu niet kunnen worden geïnstalleerd.
tray-tooltip-working = OX Updater is bezig met update { $number } van { $count }.
tray-tooltip-question = OX Updater wacht op uw antwoord.
tray-tooltip-ended = OX Updater is klaar. Open het venster om het resultaat van de updates te zien.
tray-tooltip-restart = OX Updater: start Windows opnieuw op wanneer het u uitkomt, om de updates te voltooien.
tray-tooltip-also-restart = { $tooltip } Start Windows opnieuw op om de vorige te voltooien.
tray-tooltip-no-server = OX Updater weet niet waar updates vandaan komen.
tray-tooltip-proposal = OX Updater vraagt u waar updates vandaan mogen komen.
tray-tooltip-sign-in = OX Updater: meld u aan om naar updates te zoeken.
tray-tooltip-away = OX Updater kan de server op dit moment niet bereiken.
tray-tooltip-locked = OX Updater wacht tot andere updates op deze pc klaar zijn.
tray-tooltip-trouble = OX Updater kon niet naar updates zoeken. Open het venster om te zien waarom.

tray-show-updates = Updates &weergeven
tray-check-now = &Nu zoeken
tray-history = &Geschiedenis
tray-settings = &Instellingen
tray-about = Over &OX Updater
tray-sign-in = &Aanmelden
tray-sign-out = Af&melden
tray-exit = Af&sluiten

## what is told beside the clock: a heading of 63 characters at most, a sentence of 255

balloon-updates-title = { $count ->
        [one] Er staat een update klaar
       *[other] Er staan updates klaar
    }
balloon-updates-important-title = { $count ->
        [one] Er staat een belangrijke update klaar
       *[other] Er staan belangrijke updates klaar
    }
balloon-updates = { $count ->
        [one] { $names } kan worden geïnstalleerd. Klik hier om te zien wat dit oplevert.
       *[other] Er kunnen { $count } updates worden geïnstalleerd: { $names }. Klik hier om te zien wat ze opleveren.
    }
balloon-names-more = { $names } en nog { $more }
balloon-sign-in-title = Meld u aan om naar updates te zoeken
balloon-sign-in = De server wil weten wie u bent. Klik hier om u aan te melden.
balloon-sign-in-again-title = Meld u opnieuw aan
balloon-sign-in-ended = De server heeft de aanmelding van deze pc beëindigd, zodat er geen updates worden gevonden. Klik hier om u opnieuw aan te melden.
balloon-sign-in-refused = De server accepteert het wachtwoord op deze pc niet meer, zodat er geen updates worden gevonden. Klik hier om u opnieuw aan te melden.
balloon-no-server-title = OX Updater is nog niet ingesteld
balloon-no-server = Het is niet bekend waar updates vandaan komen. Klik hier om het in te stellen.
balloon-question-title = Een update wacht op u
balloon-question = Voordat { $product } kan worden geïnstalleerd, moeten programma’s worden gesloten. Klik hier om te zien welke.
balloon-installed-title = { $count ->
        [one] De update is geïnstalleerd
       *[other] De updates zijn geïnstalleerd
    }
balloon-installed = { $count ->
        [one] 1 update is geïnstalleerd.
       *[other] { $count } updates zijn geïnstalleerd.
    }
balloon-installed-restart = { $count ->
        [one] 1 update is geïnstalleerd. Start Windows opnieuw op wanneer het u uitkomt; daarna werkt de update volledig.
       *[other] { $count } updates zijn geïnstalleerd. Start Windows opnieuw op wanneer het u uitkomt; daarna werken ze volledig.
    }
balloon-not-installed-title = Niet alle updates zijn geïnstalleerd
balloon-not-installed = Geïnstalleerde updates: { $done } van { $count }. Klik hier om te zien waarom, en wat u kunt doen.
balloon-before-own-update = { $done ->
        [one] 1 van de { $count } updates is geïnstalleerd voordat OX Updater zichzelf bijwerkte. Open de geschiedenis om te zien waarom niet meer.
       *[other] { $done } van de { $count } updates zijn geïnstalleerd voordat OX Updater zichzelf bijwerkte. Open de geschiedenis om te zien waarom niet meer.
    }
balloon-settled-title = Een installatie is geëindigd
balloon-settled = { $product } { $version }: { $outcome }
balloon-self-update-title = OX Updater is up-to-date
balloon-self-update = OX Updater { $version } is geïnstalleerd.
balloon-self-update-failed-title = OX Updater is niet bijgewerkt
balloon-self-update-failed = OX Updater { $version } kon niet worden geïnstalleerd. De vorige versie blijft werken. De geschiedenis toont meer.

## buttons; the letter behind & is the one to press with Alt

button-next = &Volgende >
button-not-now = &Niet nu
button-close = &Sluiten
button-cancel = Annuleren
button-back = < V&orige
button-back-to-list = &Terug naar de lijst
button-check-now = Nu &zoeken
button-try-again = Opnieuw &proberen
button-settings = &Instellingen…
button-sign-in = &Aanmelden
button-sign-out = Af&melden
button-stay-signed-in = &Aangemeld blijven
button-server-yes = &Ja, deze server gebruiken
button-server-no = N&ee
button-cancel-updates = Updates ann&uleren
button-go-on = Op de achter&grond doorgaan
button-exit-when-done = Afsluiten a&ls alles klaar is
button-stay = OX Updater open&houden
button-copy-details = Details &kopiëren
button-restart = &Windows nu opnieuw opstarten
button-save = &Opslaan

## the window with the updates

updates-starting = OX Updater wordt gestart.
updates-looking = OX Updater zoekt naar updates. Dit duurt enkele seconden.
updates-unchecked = OX Updater heeft sinds de start nog niet naar updates gezocht.
updates-none = Deze pc is up-to-date.
updates-ready = { $count ->
        [one] Er staat 1 update klaar voor deze pc.
       *[other] Er staan { $count } updates klaar voor deze pc.
    }
updates-not-ready = { $count ->
        [one] Er wordt 1 update aangeboden die niet zomaar kan worden geïnstalleerd.
       *[other] Er worden { $count } updates aangeboden die niet zomaar kunnen worden geïnstalleerd.
    }
updates-checked = Laatst gecontroleerd: { $when }.
updates-checking = Er wordt opnieuw naar updates gezocht.
updates-stale = Het laatste zoeken naar updates is niet gelukt; wat hier staat, is { $when } gevonden.
updates-tries-again = OX Updater probeert het vanzelf opnieuw.
updates-problems = { $count ->
        [one] { $checked } 1 aanbod bevat een fout en is weggelaten; meld het aan uw beheerder.
       *[other] { $checked } { $count } aanbiedingen bevatten een fout en zijn weggelaten; meld het aan uw beheerder.
    }
updates-no-server = OX Updater weet niet waar updates vandaan komen. Open de instellingen en voer het adres in dat u van uw beheerder hebt gekregen.
updates-proposal = Moeten updates van { $host } komen?
updates-proposal-why = Het bestand waarmee OX Updater is geïnstalleerd, draagt de naam van deze server. Daar is nog niets naartoe gestuurd.
updates-proposal-yes = Hebt u dit bestand van uw beheerder of provider gekregen, kies dan “Ja”. OX Updater zoekt dan op { $address } naar updates.
updates-proposal-no = Kent u { $host } niet, kies dan “Nee”. U kunt dan een ander adres invoeren.
updates-versions-new = nieuw { $offered }
updates-versions-update = { $installed } → { $offered }
updates-important = Belangrijk
updates-optional = Optioneel
updates-held = Eerder mislukt
updates-by-choice = Alleen op verzoek
updates-blocked = Niet mogelijk

## about one update

details-heading = { $product } { $version }.
details-heading-released = { $product } { $version }, uitgebracht op { $date }.
details-heading-size = { $product } { $version }, { $size }.
details-heading-released-size = { $product } { $version }, uitgebracht op { $date }, { $size }.
details-held = { $days ->
        [0] Het is minder dan een dag geleden mislukt en wordt opnieuw geprobeerd als de uitgever het wijzigt of als u het selectievakje inschakelt.
        [1] Het is gisteren mislukt en wordt opnieuw geprobeerd als de uitgever het wijzigt of als u het selectievakje inschakelt.
       *[other] Het is { $days } dagen geleden mislukt en wordt opnieuw geprobeerd als de uitgever het wijzigt of als u het selectievakje inschakelt.
    }
details-both-remain-machine = Het is voor iedereen op deze pc geïnstalleerd, en dit pakket installeert maar voor één persoon: beide zouden blijven staan. Schakel het selectievakje in om het toch te krijgen.
details-both-remain-user = Het is alleen voor u geïnstalleerd, en dit pakket installeert voor iedereen op deze pc: beide zouden blijven staan. Schakel het selectievakje in om het toch te krijgen.
details-requires = Vereist: { $requires }
details-close-first = { $count ->
        [one] { $programs } moet gesloten zijn tijdens de installatie.
       *[other] { $programs } moeten gesloten zijn tijdens de installatie.
    }
details-notes = Wat is er nieuw: { $notes }
details-link = Meer in&formatie
text-as-it-is = { $text }
date-of-day = { $month ->
        [1] { $day } januari { $year }
        [2] { $day } februari { $year }
        [3] { $day } maart { $year }
        [4] { $day } april { $year }
        [5] { $day } mei { $year }
        [6] { $day } juni { $year }
        [7] { $day } juli { $year }
        [8] { $day } augustus { $year }
        [9] { $day } september { $year }
        [10] { $day } oktober { $year }
        [11] { $day } november { $year }
       *[12] { $day } december { $year }
    }

## signing in

sign-in-page-heading = Meld u aan om naar updates te zoeken.
sign-in-page-account = Gebruik de naam en het wachtwoord van uw account bij { $server }.
sign-in-page-once = Deze pc bewaart uw wachtwoord niet. Geeft de server de pc een eigen aanmelding, dan blijft u aangemeld tot u “Afmelden” kiest; anders wordt er na de volgende start opnieuw om gevraagd.
sign-in-page-each-time = Deze server vraagt telkens om het wachtwoord.
sign-in-page-keep = Wachtwoord op deze pc &bewaren, zodat die vanzelf updates vindt
sign-in-page-asking = U wordt aangemeld. Dit duurt enkele seconden.
sign-in-page-name-missing = Voer uw naam in.
sign-in-page-password-missing = Voer uw wachtwoord in.

## how the updates go

progress-heading = { $count ->
        [one] De update wordt geïnstalleerd.
       *[other] { $count } updates worden geïnstalleerd.
    }
progress-aside = U kunt dit venster sluiten; de updates gaan door. Annuleren kan zolang Windows Installer nog kan stoppen.
progress-stopping = Het stopt zodra dat veilig kan. Wat dan is geïnstalleerd, blijft, en wat is gedownload, blijft bewaard.
progress-windows-ends = Windows wordt afgesloten. Waar Windows Installer mee bezig is, wordt eerst afgemaakt; met de rest wordt niet begonnen.
progress-exit = OX Updater wordt afgesloten zodra dit klaar is.
progress-name = { $product } { $version }
progress-waits = Wacht op zijn beurt
progress-downloading = Wordt gedownload
progress-verifying = Wordt gecontroleerd
progress-programs-open = Wacht tot programma’s zijn gesloten
progress-windows-busy = Wacht tot een andere installatie klaar is
progress-consent = Wacht op toestemming van een beheerder
progress-consent-where = Windows vraagt erom. Ziet u de vraag niet, zoek dan in de taakbalk een pictogram dat knippert.
progress-installing = Wordt geïnstalleerd
progress-installed = Geïnstalleerd
progress-not-installed = Niet geïnstalleerd
progress-transfer = { $done } van { $total }, { $speed } per seconde, nog { $left }
progress-transfer-total = { $done } van { $total }
progress-transfer-done = { $done }
progress-takes-long = Het duurt langer dan gewoonlijk en gaat door. U kunt verder werken.
progress-safe = Windows Installer installeert { $product }. Als Windows nu stopt, blijft de update onvoltooid. Wacht enkele minuten.

question-close-first-not-now = “Niet nu” bewaart deze update voor een andere keer; wat is gedownload, blijft bewaard. OX Updater sluit zelf geen enkel programma.
question-sign-out = Afmelden op deze pc?
question-sign-out-why = OX Updater vindt dan geen updates totdat iemand zich weer aanmeldt. Wat is geïnstalleerd, blijft zoals het is.
question-exit = Er worden updates geïnstalleerd, en zolang dat duurt, kan OX Updater niet worden afgesloten.
question-exit-why = OX Updater moet zien wat ervan komt. Het kan vanzelf worden afgesloten zodra ze klaar zijn.

## what came of the updates

result-installed = { $count ->
        [one] De update is geïnstalleerd.
       *[other] { $count } updates zijn geïnstalleerd.
    }
result-some = Geïnstalleerde updates: { $done } van { $count }.
result-none = { $count ->
        [one] De update is niet geïnstalleerd.
       *[other] Er is geen update geïnstalleerd.
    }
result-not-begun = Met { $product } { $version } is niet begonnen. Wat is geïnstalleerd, blijft zoals het was.
result-restart = Windows moet opnieuw worden opgestart voordat alles werkt. Doe dat wanneer het u uitkomt, en sla eerst uw werk op.
result-reports = { $count ->
        [one] 1 rapport wacht tot de server bereikbaar is.
       *[other] { $count } rapporten wachten tot de server bereikbaar is.
    }

## the settings

settings-locked-by-policy = Uw beheerder heeft dit ingesteld.
settings-locked-by-installer = OX Updater is zo geïnstalleerd dat dit niet kan worden gewijzigd.
settings-server-wrong = “{ $address }” is geen adres van een server. Schrijf het zo: https://updates.example.com.
settings-server-sign-in-inside = Het adres bevat een naam of een wachtwoord. Laat die weg; ze worden u gevraagd wanneer ze nodig zijn.
settings-interval-wrong = Voer een aantal uren in van { $least } tot { $most }.
settings-proxy-wrong = “{ $address }” is geen adres van een proxy. Schrijf het zo: http://proxy.example.com:8080.

## what was installed before

history-heading = Dit heeft OX Updater op deze pc gedaan, het nieuwste eerst.
history-none = OX Updater heeft op deze pc nog niets geïnstalleerd.
history-reading = OX Updater leest wat er is geïnstalleerd.
history-unreadable = Wat er op deze pc is geïnstalleerd, kan niet worden gelezen. { $reason }
history-installed = Het is geïnstalleerd.
history-installed-needs-restart = Het is geïnstalleerd en werkt volledig nadat Windows opnieuw is opgestart.
history-not-really-installed = Volgens Windows Installer is alles gelukt, maar de versie is er niet.
history-cancelled = Het is geannuleerd.
history-busy = Windows was met een andere installatie bezig.
history-programs-open = Er waren programma’s open die eerst moeten worden gesloten.
history-not-for-this-pc = Het is niet geschikt voor deze pc.
history-failed = Het is niet geïnstalleerd.
history-failed-because = Het is niet geïnstalleerd. { $happened }
history-download-failed = Het kon niet worden gedownload.
history-verification-failed = Wat is gedownload, was niet wat wordt aangeboden, en is daarom niet geïnstalleerd.

## what this program is

about-heading = OX Updater { $version }
about-what = OX Updater houdt programma’s op deze pc up-to-date.
about-server = Updates komen van { $server }.
about-user = Aangemeld als { $user }.

## what is copied for the help desk

copy-program = OX Updater { $version }
copy-windows = Windows { $version }
copy-time = Gekopieerd: { $time } UTC
copy-ended = Beëindigd: { $time } UTC
copy-server = Server: { $server }
copy-user = Aangemeld als: { $user }
copy-update = { $product }: { $versions }
copy-exit-code = Windows Installer is geëindigd met { $code }.
copy-log = Logboek: { $log }

## in place of sentences that speak of a command line

window-address-not-encrypted = “{ $address }” is niet versleuteld, zodat anderen onderweg uw wachtwoord kunnen lezen en kunnen wijzigen wat er wordt geïnstalleerd. Schrijf in plaats daarvan https:// of neem contact op met uw beheerder: alleen die kan een server zonder versleuteling toestaan.
window-server-not-encrypted = { $host } ondersteunt geen https; er is daarom niets naartoe gestuurd. Controleer het adres in de instellingen of neem contact op met uw beheerder: alleen die kan een server zonder versleuteling toestaan.
window-sign-in-refused-before = De server heeft deze naam en dit wachtwoord al eerder geweigerd; ze zijn daarom niet opnieuw verstuurd. Verbeter het wachtwoord of vraag uw beheerder om een nieuw.
window-locked = Op deze pc worden al updates geïnstalleerd, door OX Updater op een andere plaats. Wacht tot dat klaar is en probeer het opnieuw.
window-locked-by-other = Iemand anders installeert updates op deze pc. Wacht tot dat klaar is en probeer het opnieuw.
window-web-page = In plaats van de updates kwam er een webpagina van { $address }. Misschien wil het netwerk dat u zich eerst aanmeldt, zoals in hotels: open een willekeurige pagina in uw browser. Als het dat niet is, controleer dan het adres in de instellingen.
window-no-place = Het is niet bekend waar downloads en logboeken moeten worden bewaard. Start Windows opnieuw op en probeer het nog eens; gebeurt het weer, neem dan contact op met uw beheerder.
window-unsafe-place = “{ $path }” is geen veilige plaats voor pakketten: { $reason } Verwijder het als u het niet nodig hebt of neem contact op met uw beheerder.

## sizes and times

amount-bytes =
    { $count ->
        [one] 1 byte
       *[other] { $count } bytes
    }
amount-kilobytes = { $count } kB
amount-megabytes = { $count } MB
duration-seconds =
    { $count ->
        [one] 1 seconde
       *[other] { $count } seconden
    }
duration-minutes =
    { $count ->
        [one] 1 minuut
       *[other] { $count } minuten
    }
ago-now = zojuist
ago-minutes =
    { $count ->
        [one] 1 minuut geleden
       *[other] { $count } minuten geleden
    }
ago-hours =
    { $count ->
        [one] 1 uur geleden
       *[other] { $count } uur geleden
    }
ago-days =
    { $count ->
        [one] 1 dag geleden
       *[other] { $count } dagen geleden
    }
