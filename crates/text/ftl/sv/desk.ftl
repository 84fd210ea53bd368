### Vad ikonen bredvid klockan, dess fönster och deras meddelanden säger.

## the icon beside the clock

tray-tooltip-idle = OX Updater: den här datorn är uppdaterad.
tray-tooltip-starting = OX Updater startar.
tray-tooltip-unchecked = OX Updater har inte sökt efter uppdateringar sedan det startades.
tray-tooltip-looking = OX Updater söker efter uppdateringar.
tray-tooltip-ready = { $count ->
        [one] OX Updater: 1 uppdatering är klar.
       *[other] OX Updater: { $count } uppdateringar är klara.
    }
tray-tooltip-not-ready = OX Updater: det finns uppdateringar som inte kan installeras nu.
tray-tooltip-working = OX Updater arbetar med uppdatering { $number } av { $count }.
tray-tooltip-question = OX Updater väntar på ditt svar.
tray-tooltip-ended = OX Updater är klart. Öppna fönstret för att se resultatet av uppdateringarna.
tray-tooltip-restart = OX Updater: starta om Windows när det passar dig, så slutförs uppdateringarna.
tray-tooltip-also-restart = { $tooltip } Starta om Windows, så slutförs de tidigare.
tray-tooltip-no-server = OX Updater vet inte varifrån uppdateringar kommer.
tray-tooltip-proposal = OX Updater frågar dig varifrån uppdateringar får komma.
tray-tooltip-sign-in = OX Updater: logga in för att söka efter uppdateringar.
tray-tooltip-away = OX Updater når inte servern just nu.
tray-tooltip-locked = OX Updater väntar tills andra uppdateringar på den här datorn är klara.
tray-tooltip-trouble = OX Updater kunde inte söka efter uppdateringar. Öppna fönstret för att se varför.

tray-show-updates = Visa &uppdateringar
tray-check-now = &Sök nu
tray-history = &Historik
tray-settings = &Inställningar
tray-about = &Om OX Updater
tray-sign-in = &Logga in
tray-sign-out = Logga u&t
tray-exit = &Avsluta

## what is told beside the clock: a heading of 63 characters at most, a sentence of 255

balloon-updates-title = { $count ->
        [one] En uppdatering är klar
       *[other] Uppdateringar är klara
    }
balloon-updates-important-title = { $count ->
        [one] En viktig uppdatering är klar
       *[other] Viktiga uppdateringar är klara
    }
balloon-updates = { $count ->
        [one] { $names } kan installeras. Klicka här för att se vad det innebär.
       *[other] { $count } uppdateringar kan installeras: { $names }. Klicka här för att se vad de innebär.
    }
balloon-names-more = { $names } och { $more } till
balloon-sign-in-title = Logga in för att söka efter uppdateringar
balloon-sign-in = Servern vill veta vem du är. Klicka här för att logga in.
balloon-sign-in-again-title = Logga in igen
balloon-sign-in-ended = Servern har avslutat den här datorns inloggning, så inga uppdateringar hittas. Klicka här för att logga in igen.
balloon-sign-in-refused = Servern godtar inte längre lösenordet på den här datorn, så inga uppdateringar hittas. Klicka här för att logga in igen.
balloon-no-server-title = OX Updater är inte inställt ännu
balloon-no-server = Det är inte känt varifrån uppdateringar kommer. Klicka här för att ange det.
balloon-question-title = En uppdatering väntar på dig
balloon-question = Innan { $product } kan installeras måste program stängas. Klicka här för att se vilka.
balloon-installed-title = { $count ->
        [one] Uppdateringen är installerad
       *[other] Uppdateringarna är installerade
    }
balloon-installed = { $count ->
        [one] 1 uppdatering är installerad.
       *[other] { $count } uppdateringar är installerade.
    }
balloon-installed-restart = { $count ->
        [one] 1 uppdatering är installerad. Starta om Windows när det passar dig; sedan fungerar den fullt ut.
       *[other] { $count } uppdateringar är installerade. Starta om Windows när det passar dig; sedan fungerar de fullt ut.
    }
balloon-not-installed-title = Inte alla uppdateringar är installerade
balloon-not-installed = Installerade uppdateringar: { $done } av { $count }. Klicka här för att se varför och vad du kan göra.
balloon-before-own-update = { $done ->
        [one] 1 av { $count } uppdateringar installerades innan OX Updater uppdaterade sig självt. Öppna historiken för att se varför inte fler.
       *[other] { $done } av { $count } uppdateringar installerades innan OX Updater uppdaterade sig självt. Öppna historiken för att se varför inte fler.
    }
balloon-settled-title = En installation har avslutats
balloon-settled = { $product } { $version }: { $outcome }
balloon-self-update-title = OX Updater är uppdaterat
balloon-self-update = OX Updater { $version } är installerat.
balloon-self-update-failed-title = OX Updater uppdaterades inte
balloon-self-update-failed = OX Updater { $version } kunde inte installeras. Den tidigare versionen fortsätter att fungera. Historiken visar mer.

## buttons; the letter behind & is the one to press with Alt

button-next = &Nästa >
button-not-now = &Inte nu
button-close = &Stäng
button-cancel = Avbryt
button-back = < &Föregående
button-back-to-list = Till&baka till listan
button-check-now = Sök n&u
button-try-again = Försö&k igen
button-settings = Inställnin&gar…
button-sign-in = &Logga in
button-sign-out = Logga u&t
button-stay-signed-in = &Förbli inloggad
button-server-yes = &Ja, använd den här servern
button-server-no = N&ej
button-cancel-updates = A&vbryt uppdateringarna
button-go-on = Fortsätt i bakgrun&den
button-exit-when-done = &Avsluta när det är klart
button-stay = Låt O&X Updater vara igång
button-copy-details = Ko&piera detaljerna
button-restart = Starta om &Windows nu
button-save = Spa&ra

## the window with the updates

updates-starting = OX Updater startar.
updates-looking = OX Updater söker efter uppdateringar. Det tar några sekunder.
updates-unchecked = OX Updater har inte sökt efter uppdateringar sedan det startades.
updates-none = Den här datorn är uppdaterad.
updates-ready = { $count ->
        [one] 1 uppdatering är klar för den här datorn.
       *[other] { $count } uppdateringar är klara för den här datorn.
    }
updates-not-ready = { $count ->
        [one] 1 uppdatering erbjuds som inte kan installeras utan vidare.
       *[other] { $count } uppdateringar erbjuds som inte kan installeras utan vidare.
    }
updates-checked = Senast kontrollerad: { $when }.
updates-checking = Söker efter uppdateringar igen.
updates-stale = Den senaste sökningen efter uppdateringar misslyckades; det som visas här hittades { $when }.
updates-tries-again = OX Updater försöker igen av sig självt.
updates-problems = { $count ->
        [one] { $checked } 1 erbjudande har ett fel och visas inte; tala om det för din administratör.
       *[other] { $checked } { $count } erbjudanden har ett fel och visas inte; tala om det för din administratör.
    }
updates-no-server = OX Updater vet inte varifrån uppdateringar kommer. Öppna inställningarna och skriv in adressen som du har fått av din administratör.
updates-proposal = Ska uppdateringar komma från { $host }?
updates-proposal-why = Filen som OX Updater installerades från bär den här serverns namn. Ingenting har skickats dit ännu.
updates-proposal-yes = Om din administratör eller leverantör har gett dig filen, välj ”Ja”. OX Updater söker då efter uppdateringar på { $address }.
updates-proposal-no = Om du inte känner till { $host }, välj ”Nej”. Du kan då skriva in en annan adress.
updates-versions-new = ny { $offered }
updates-versions-update = { $installed } → { $offered }
updates-important = Viktig
updates-optional = Valfri
updates-held = Misslyckades tidigare
updates-by-choice = Endast på begäran
updates-blocked = Inte möjligt

## about one update

details-heading = { $product } { $version }.
details-heading-released = { $product } { $version }, utgivet den { $date }.
details-heading-size = { $product } { $version }, { $size }.
details-heading-released-size = { $product } { $version }, utgivet den { $date }, { $size }.
details-held = { $days ->
        [0] Den misslyckades för mindre än ett dygn sedan och prövas igen när utgivaren ändrar den eller när du markerar rutan.
        [1] Den misslyckades i går och prövas igen när utgivaren ändrar den eller när du markerar rutan.
       *[other] Den misslyckades för { $days } dagar sedan och prövas igen när utgivaren ändrar den eller när du markerar rutan.
    }
details-both-remain-machine = Programmet är installerat för alla på den här datorn, och paketet installerar bara för en person: båda skulle bli kvar. Markera rutan för att ändå få det.
details-both-remain-user = Programmet är installerat bara för dig, och paketet installerar för alla på den här datorn: båda skulle bli kvar. Markera rutan för att ändå få det.
details-requires = Kräver: { $requires }
details-close-first = { $count ->
        [one] { $programs } måste vara stängt under installationen.
       *[other] { $programs } måste vara stängda under installationen.
    }
details-notes = Nyheter: { $notes }
details-link = &Mer information
text-as-it-is = { $text }
date-of-day = { $month ->
        [1] { $day } januari { $year }
        [2] { $day } februari { $year }
        [3] { $day } mars { $year }
        [4] { $day } april { $year }
        [5] { $day } maj { $year }
        [6] { $day } juni { $year }
        [7] { $day } juli { $year }
        [8] { $day } augusti { $year }
        [9] { $day } september { $year }
        [10] { $day } oktober { $year }
        [11] { $day } november { $year }
       *[12] { $day } december { $year }
    }

## signing in

sign-in-page-heading = Logga in för att söka efter uppdateringar.
sign-in-page-account = Använd namnet och lösenordet för ditt konto hos { $server }.
sign-in-page-once = Den här datorn sparar inte ditt lösenord. Om servern ger den en egen inloggning förblir du inloggad tills du väljer ”Logga ut”; annars får du frågan igen efter nästa start.
sign-in-page-each-time = Den här servern kräver lösenordet varje gång.
sign-in-page-keep = Spara lösenordet på den &här datorn, så att den själv hittar uppdateringar
sign-in-page-asking = Loggar in. Det tar några sekunder.
sign-in-page-name-missing = Skriv ditt namn.
sign-in-page-password-missing = Skriv ditt lösenord.

## how the updates go

progress-heading = { $count ->
        [one] Uppdateringen installeras.
       *[other] { $count } uppdateringar installeras.
    }
progress-aside = Du kan stänga det här fönstret; uppdateringarna fortsätter. Det går att avbryta så länge Windows Installer fortfarande kan stanna.
progress-stopping = Det stannar så snart det är säkert. Det som är installerat då blir kvar, och det som har laddats ner finns kvar.
progress-windows-ends = Windows ska avslutas. Det som Windows Installer håller på med görs klart först, och resten påbörjas inte.
progress-exit = OX Updater avslutas så snart det här är klart.
progress-name = { $product } { $version }
progress-waits = Väntar på sin tur
progress-downloading = Laddas ner
progress-verifying = Kontrolleras
progress-programs-open = Väntar tills program är stängda
progress-windows-busy = Väntar tills en annan installation är klar
progress-consent = Väntar på en administratörs godkännande
progress-consent-where = Windows frågar efter det. Om du inte ser frågan, leta efter en ikon som blinkar i aktivitetsfältet.
progress-installing = Installeras
progress-installed = Installerat
progress-not-installed = Inte installerat
progress-transfer = { $done } av { $total }, { $speed } i sekunden, { $left } kvar
progress-transfer-total = { $done } av { $total }
progress-transfer-done = { $done }
progress-takes-long = Det tar längre tid än vanligt och fortsätter. Du kan fortsätta arbeta.
progress-safe = Windows Installer installerar { $product }. Om Windows avslutas nu blir uppdateringen halvfärdig. Vänta några minuter.

question-close-first-not-now = ”Inte nu” sparar uppdateringen till en annan gång; det som har laddats ner finns kvar. OX Updater stänger inga program på egen hand.
question-sign-out = Logga ut på den här datorn?
question-sign-out-why = OX Updater hittar då inga uppdateringar förrän någon loggar in igen. Det som är installerat förblir som det är.
question-exit = Uppdateringar håller på att installeras, och OX Updater kan inte avslutas före det.
question-exit-why = Det måste se hur det går med dem. Det kan avslutas av sig självt så snart de är klara.

## what came of the updates

result-installed = { $count ->
        [one] Uppdateringen är installerad.
       *[other] { $count } uppdateringar är installerade.
    }
result-some = Installerade uppdateringar: { $done } av { $count }.
result-none = { $count ->
        [one] Uppdateringen är inte installerad.
       *[other] Ingen uppdatering är installerad.
    }
result-not-begun = { $product } { $version } påbörjades inte. Det som är installerat är kvar som det var.
result-restart = Windows måste startas om innan allt fungerar. Gör det när det passar dig och spara först ditt arbete.
result-reports = { $count ->
        [one] 1 rapport väntar tills servern kan nås.
       *[other] { $count } rapporter väntar tills servern kan nås.
    }

## the settings

settings-locked-by-policy = Din administratör har bestämt detta.
settings-locked-by-installer = OX Updater har installerats så att detta inte kan ändras.
settings-server-wrong = ”{ $address }” är inte en adress till en server. Skriv den så här: https://updates.example.com.
settings-server-sign-in-inside = Adressen innehåller ett namn eller ett lösenord. Ta bort det; du får frågan när det behövs.
settings-interval-wrong = Skriv ett antal timmar från { $least } till { $most }.
settings-proxy-wrong = ”{ $address }” är inte en adress till en proxy. Skriv den så här: http://proxy.example.com:8080.

## what was installed before

history-heading = Det här har OX Updater gjort på den här datorn, det senaste först.
history-none = OX Updater har inte installerat något på den här datorn ännu.
history-reading = OX Updater läser vad som har installerats.
history-unreadable = Det som har installerats på den här datorn kan inte läsas. { $reason }
history-installed = Det är installerat.
history-installed-needs-restart = Det är installerat och fungerar fullt ut när Windows har startats om.
history-not-really-installed = Enligt Windows Installer gick allt bra, men versionen finns inte där.
history-cancelled = Det avbröts.
history-busy = Windows var upptaget med en annan installation.
history-programs-open = Program var öppna som först måste stängas.
history-not-for-this-pc = Det passar inte den här datorn.
history-failed = Det installerades inte.
history-failed-because = Det installerades inte. { $happened }
history-download-failed = Det kunde inte laddas ner.
history-verification-failed = Det som laddades ner var inte det som erbjuds, så det installerades inte.

## what this program is

about-heading = OX Updater { $version }
about-what = OX Updater håller programmen på den här datorn uppdaterade.
about-server = Uppdateringar kommer från { $server }.
about-user = Inloggad som { $user }.

## what is copied for the help desk

copy-program = OX Updater { $version }
copy-windows = Windows { $version }
copy-time = Kopierat: { $time } UTC
copy-ended = Avslutat: { $time } UTC
copy-server = Server: { $server }
copy-user = Inloggad som: { $user }
copy-update = { $product }: { $versions }
copy-exit-code = Windows Installer avslutades med { $code }.
copy-log = Logg: { $log }

## in place of sentences that speak of a command line

window-address-not-encrypted = ”{ $address }” är inte krypterad, så andra på vägen kan läsa ditt lösenord och ändra det som installeras. Skriv https:// i stället eller kontakta din administratör: endast administratören kan tillåta en server utan kryptering.
window-server-not-encrypted = { $host } stöder inte https, så ingenting skickades dit. Kontrollera adressen i inställningarna eller kontakta din administratör: endast administratören kan tillåta en server utan kryptering.
window-sign-in-refused-before = Servern godtog inte namnet och lösenordet förra gången, så de skickades inte igen. Rätta lösenordet eller be din administratör om ett nytt.
window-locked = Uppdateringar installeras redan på den här datorn, av OX Updater på ett annat ställe. Vänta tills det är klart och försök igen.
window-locked-by-other = Någon annan installerar uppdateringar på den här datorn. Vänta tills det är klart och försök igen.
window-web-page = I stället för uppdateringarna kom en webbsida från { $address }. Nätverket kanske vill att du loggar in först, som på hotell: öppna valfri sida i webbläsaren. Om det inte är det, kontrollera adressen i inställningarna.
window-no-place = Det är inte känt var nedladdningar och loggar ska sparas. Starta om Windows och försök igen; om det händer igen, kontakta din administratör.
window-unsafe-place = ”{ $path }” är ingen säker plats för paket: { $reason } Ta bort den om du inte behöver den eller kontakta din administratör.

## sizes and times

amount-bytes =
    { $count ->
        [one] 1 byte
       *[other] { $count } byte
    }
amount-kilobytes = { $count } kB
amount-megabytes = { $count } MB
duration-seconds =
    { $count ->
        [one] 1 sekund
       *[other] { $count } sekunder
    }
duration-minutes =
    { $count ->
        [one] 1 minut
       *[other] { $count } minuter
    }
ago-now = alldeles nyss
ago-minutes =
    { $count ->
        [one] för 1 minut sedan
       *[other] för { $count } minuter sedan
    }
ago-hours =
    { $count ->
        [one] för 1 timme sedan
       *[other] för { $count } timmar sedan
    }
ago-days =
    { $count ->
        [one] för 1 dag sedan
       *[other] för { $count } dagar sedan
    }
