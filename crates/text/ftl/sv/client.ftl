# Vad oxupdate och uppdateringsfönstret säger.

## machine: Windows, as far as updates are concerned

machine-database = Listan över installerade program på den här datorn kunde inte läsas. Starta om Windows och försök igen. (Windows Installer svarade { $code }.)
machine-disk = Det lediga utrymmet på disken för ”{ $folder }” kunde inte fastställas. ({ $detail })
machine-processes = Det gick inte att ta reda på vilka program som körs på den här datorn. Försök igen; om det händer på nytt, starta om Windows. ({ $detail })
machine-start = Installationsprogrammet kunde inte startas. ({ $detail })
machine-not-windows = Det här fungerar bara i Windows. Lägg till --dry-run för att se vad som skulle göras.

## server: where updates come from

server-address = ”{ $address }” är inte en adress till en server eller en update.xml. Skriv den så här: https://updates.example.com.
server-unreachable = { $host } svarar inte. Kontrollera nätverket och adressen och försök igen. ({ $detail })
server-certificate = { $host } kunde inte bevisa vem den är, så ingenting skickades dit. Kontakta din administratör. ({ $detail })
server-not-encrypted = { $host } stöder inte https, så ingenting skickades dit. Kontrollera adressen. Om din administratör vill att det ska fungera utan kryptering, börja adressen med http:// och lägg till --allow-http.
server-not-understood = { $host } ger ett svar som inte går att förstå. Kontrollera adressen eller tala om det för din administratör. ({ $detail })
server-sign-in-needed = Servern vill veta vem du är. Logga in med ditt namn och lösenord.
server-sign-in-refused = Servern godtar inte namnet och lösenordet. Kontrollera båda och försök igen.
server-sign-in-ended = Servern godtar inte längre den här datorns inloggning: den har avslutats där. Logga in på nytt med ditt namn och lösenord.
sign-in-refused-before = Servern godtog inte namnet och lösenordet förra gången, så de skickades inte igen. Rätta lösenordet eller lägg till --sign-in-again för att försöka en gång till.
credentials-unusable = Den här datorns inloggning kunde inte sparas eller läsas. Starta om Windows och försök igen. ({ $detail })
server-forbidden = Servern ger dig inte det här. Kontakta din administratör.
server-not-found = Det finns ingenting på { $address }. Kontrollera adressen.
server-busy-until = Servern är upptagen. Försök igen om { $seconds } sekunder.
server-busy = Servern är upptagen. Försök igen senare.
server-status = Servern kunde inte svara. Försök igen senare eller kontakta din administratör. (HTTP-status { $status })
server-too-large = Servern skickade mer än { $megabytes } MB, vilket är mer än vad som får hämtas.
server-broken = Anslutningen bröts. Försök igen; en nedladdning fortsätter där den slutade om servern tillåter det. ({ $detail })
server-address-sign-in-inside = Adressen innehåller ett namn eller ett lösenord som andra kan läsa där. Ta bort det; ange namnet med --user, så får du frågan om lösenordet.
server-package-address = Paketet finns på ”{ $address }”, och därifrån hämtas ingenting för den här servern. Tala om det för din administratör.
server-redirect = Servern hänvisar vidare till ”{ $address }”, som inte leder någonstans. Kontrollera adressen eller tala om det för din administratör.
server-too-slow = Servern skickar mindre än { $bytes } byte i sekunden, vilket är för långsamt. Det som har laddats ner finns kvar; försök igen senare eller från ett annat nätverk.
permitted-plain = ”{ $address }” är inte krypterad, så andra på vägen kan läsa ditt lösenord och ändra det som installeras. Skriv https:// i stället. Om din administratör vill att det ska fungera utan kryptering, lägg till --allow-http.
permitted-down = Servern hänvisar från https till ”{ $address }”, som inte är krypterad, så ingenting begärdes därifrån. Tala om det för din administratör.
permitted-unproven = Paketet finns på ”{ $address }”, som inte är krypterad, och ingen SHA-256 från en krypterad server bevisar vad som kommer därifrån. Ingenting hämtades. Tala om det för din administratör.
web-ca-file = Certifikaten i ”{ $path }” kunde inte läsas. Kontrollera filens namn. ({ $detail })
web-ca-file-empty = ”{ $path }” innehåller inga certifikat. Ange en PEM-fil, som har rader i stil med ”-----BEGIN CERTIFICATE-----”.
web-proxy = ”{ $address }” är inte en adress till en proxy. Skriv den så här: http://proxy.example.com:8080, eller ange ”system” eller ”none”.
web-name = Namnet eller lösenordet kan inte skickas: ett namn har inget kolon, och inget av dem har en radbrytning eller något annat styrtecken.

## plan: what is to be done, and why

plan-new-important = Viktig: alla datorer ska ha den.
plan-new-optional = Valfri: den är inte installerad på den här datorn.
plan-older-important = Viktig, eftersom en äldre version är installerad.
plan-older-optional = Valfri: den installerade versionen får vara kvar.
plan-same = Den här versionen är installerad.
plan-newer = En nyare version är installerad.
plan-several = Programmet är installerat { $count } gånger ({ $versions }). { $reason }
plan-digest-missing = Den kan inte installeras: den erbjuds utan kontrollsumma, så paketet kan inte kontrolleras. Tala om det för din administratör.
plan-package-place = Den kan inte installeras: paketet finns på en plats som den här servern inte får hänvisa till, till exempel en filresurs. Tala om det för din administratör.
plan-package-unproven = Den kan inte installeras: paketet skulle komma utan kryptering, och ingen SHA-256 från en krypterad server bevisar vad som kommer. Tala om det för din administratör.
plan-platform = Den är för datorer med en annan processor ({ $platform }).
plan-held = { $days ->
        [0] Den misslyckades för mindre än ett dygn sedan och prövas igen när utgivaren ändrar den eller när du väljer den med dess namn.
        [1] Den misslyckades i går och prövas igen när utgivaren ändrar den eller när du väljer den med dess namn.
       *[other] Den misslyckades för { $days } dagar sedan och prövas igen när utgivaren ändrar den eller när du väljer den med dess namn.
    }
plan-other-platform = Den är för { $offered }, och det som är installerat är för { $installed }. Om du vill byta tar du först bort det som är installerat i inställningarna i Windows.
plan-both-remain-machine = Programmet är installerat för alla på den här datorn, och paketet installerar bara för en person: båda skulle bli kvar. Om du ändå vill ha det, installera det med dess namn.
plan-both-remain-user = Programmet är installerat bara för dig, och paketet installerar för alla på den här datorn: båda skulle bli kvar. Om du ändå vill ha det, installera det med dess namn.
plan-for-one-person = Den är för en enda person, och OX Updater körs här med en administratörs rättigheter, så den kan hamna hos någon annan. Starta OX Updater utan de rättigheterna och försök sedan igen.
plan-package-name = Den installerade versionen kan inte uppdateras: det som Windows har antecknat om dess paket är skadat. Ta bort den i inställningarna i Windows och försök igen.
plan-rest-installed = Det som är installerat är för { $installed } och uppdateras med paketet för { $installed }.
plan-rest-better = Den här datorn får paketet för { $better }, som passar den bättre.
plan-rest-superseded = Den här datorn får en annan version eller ett annat paket.
plan-in-both-machine = Programmet är installerat både för alla på den här datorn och för dig; det här är det för alla. { $reason }
plan-in-both-user = Programmet är installerat både för alla på den här datorn och för dig; det här är det för dig. { $reason }
plan-fourth-field-unseen = { $reason } Bara det fjärde talet är högre, och det ser Windows Installer inte som nyare: efteråt kan båda versionerna vara installerade.
plan-fourth-field-open = { $reason } Bara det fjärde talet är högre; om paketet inte uppdaterar den installerade versionen på plats kan båda versionerna vara installerade efteråt.
plan-not-offered = ”{ $name }” erbjuds inte dig. ”oxupdate list” visar vad som erbjuds.

## check and download

check-catalog-unreadable = Listan över uppdateringar kunde inte läsas. { $reason } Tala om det för din administratör.
check-web-page = På { $address } finns en webbsida och ingen update.xml. Kontrollera adressen; nätverket kanske vill att du loggar in först, som på hotell.
download-disk-full = Disken är för full: { $needed } MB behövs och { $free } MB är lediga. Frigör utrymme och försök igen.
download-too-large = Paketet är större än { $megabytes } MB, vilket är mer än vad som får laddas ner. Tala om det för din administratör.
download-cancelled = Det avbröts. Det som har laddats ner finns kvar, och nästa nedladdning fortsätter därifrån.

## verify: in what a file is not what was offered

verify-unreadable = Det nedladdade paketet kunde inte läsas. Försök igen. ({ $detail })
verify-digest-missing = Den erbjuds utan kontrollsumma, så paketet kan inte kontrolleras. Tala om det för din administratör.
verify-size = Paketet är inte det som erbjöds: det har { $found } byte i stället för { $offered }. Tala om det för din administratör.
verify-bytes = Paketet är inte det som erbjöds: dess { $digest } är en annan. Tala om det för din administratör.
verify-msi = Paketet är inte det som erbjöds. { $reason } Tala om det för din administratör.
verify-identity = Paketet är inte det som erbjöds: dess { $property } är ”{ $found }” i stället för ”{ $offered }”. Tala om det för din administratör.

## outcome: what came of an install

outcome-installed = { $product } { $version } är installerat.
outcome-installed-needs-restart = { $product } { $version } är installerat och fungerar fullt ut när Windows har startats om.
outcome-installed-beside = { $product } { $version } är installerat. { $others } är också fortfarande installerat. Om du bara behöver en av versionerna, ta bort den andra i inställningarna i Windows.
outcome-installed-despite = { $product } { $version } är installerat, fast Windows Installer rapporterade ett fel. Om något inte fungerar, ge loggen till din administratör.
outcome-not-really-installed = { $product } { $version } blev inte riktigt installerat: enligt Windows Installer gick allt bra, men listan över installerade program visar inte den här versionen. Ge loggen till din administratör.
outcome-not-installed = { $product } { $version } installerades inte. { $reason }
outcome-programs-open = Program är öppna som först måste stängas: { $programs }. Stäng dem och försök igen; det som har laddats ner finns kvar.
outcome-cancelled = Det avbröts. Det som är installerat är kvar som det var.
outcome-old-version-unknown = Windows Installer känner inte längre till den installerade versionen. Ta bort den i inställningarna i Windows och försök igen.
outcome-windows-ends = Det påbörjades inte, eftersom Windows skulle avslutas. Det erbjuds igen.
outcome-busy = Windows är upptaget med en annan installation. Vänta tills den är klar och försök igen.
outcome-package-not-opened = Paketet kunde inte öppnas. Försök igen; om det händer på nytt, ge loggen till din administratör.
outcome-package-unreadable = Windows Installer kunde inte läsa paketet eller stannade mitt i det. Ge loggen till din administratör.
outcome-forbidden = En administratör tillåter det inte på den här datorn. Kontakta din administratör.
outcome-wrong-platform = Paketet är för datorer med en annan processor. Tala om det för din administratör.
outcome-other-version-installed = En annan version är installerad som det här paketet inte kan ersätta. Ta bort den i inställningarna i Windows och försök igen.
outcome-failed = Installationsprogrammet stötte på ett fel. Försök igen; om det händer på nytt, ge loggen till din administratör.
outcome-interrupted = Det avbröts av att datorn startades om eller att det här programmet avslutades. Försök igen; om det händer på nytt, ge loggen till din administratör.

## close first: programs that are open

close-first = { $product } kan installeras när { $programs } { $count ->
    [one] är stängt
   *[other] är stängda
}. Spara ditt arbete där, stäng { $programs } och välj sedan ”Försök igen”.
close-first-programs = { $count ->
    [0] { $last }
   *[other] { $others } och { $last }
}

## state: what is kept between two runs

state-no-place = Det är inte känt var nedladdningar och loggar ska sparas. Ange en mapp med --state.
state-unusable = ”{ $path }” kunde inte läsas eller skrivas. Kontrollera att disken inte är full och att filen är din. ({ $detail })
state-unsafe = ”{ $path }” är ingen säker plats för paket: { $reason } Ta bort den om du inte behöver den eller ange en annan mapp med --state; eller kontakta din administratör.
folder-is-link = Det är ingen mapp, eller så leder den någon annanstans.
folder-of-another = Den tillhör ett annat konto.
folder-writable = Andra konton kan skriva i den.
state-locked-by-other = Någon annan installerar uppdateringar på den här datorn, eller du själv från en annan mapp. Vänta tills det är klart och försök igen.
state-locked = En annan oxupdate installerar uppdateringar på den här datorn. Vänta tills den är klar och försök igen.

## oxupdate: verbs and arguments

oxupdate-help = Håller programmen på den här datorn uppdaterade: visar vad som erbjuds, laddar ner, kontrollerar och installerar det.
oxupdate-check-help = Visar de uppdateringar som är klara för den här datorn. Avslutas med 10 om det finns några.
oxupdate-list-help = Visar allt som erbjuds och vad av det som är installerat.
oxupdate-install-help = Laddar ner, kontrollerar och installerar uppdateringar. Utan namn de viktiga.
oxupdate-install-arg-name = Vad som ska installeras: dess namn eller uppgraderingskod.
oxupdate-install-arg-all = Installerar allt som är klart, även valfria uppdateringar.
oxupdate-install-arg-interactive = Visar paketens dialogrutor, om inte deras utgivare vill något annat.
oxupdate-install-arg-wait-for-programs = Väntar upp till 4 timmar på att program stängs som en uppdatering behöver stängda.
oxupdate-report-help = Skickar servern de rapporter om tidigare installationer som ännu inte har kunnat skickas.
oxupdate-status-help = Visar den senaste kontrollen, de senaste installationerna och var loggarna finns. Frågar varken servern eller Windows.
oxupdate-sign-out-help = Glömmer den här datorns inloggning på en server.
oxupdate-arg-server = Varifrån uppdateringar kommer: en server som https://updates.example.com, eller adressen eller sökvägen till en update.xml. OXUPDATE_SERVER gör detsamma.
oxupdate-arg-user = Ditt namn på servern. Utan det loggar ingen in. OXUPDATE_USER gör detsamma.
oxupdate-arg-password-file = En fil vars första rad är ditt lösenord. Utan den används OXUPDATE_PASSWORD, eller så får du frågan.
oxupdate-arg-sign-in-again = Loggar in med lösenordet även om den här datorn är inloggad eller servern har avvisat det tidigare.
oxupdate-arg-ca-file = En PEM-fil med de certifikat som är betrodda i stället för systemets.
oxupdate-arg-proxy = Proxyn: ”system” använder systemets inställning, ”none” ingen, eller dess adress.
oxupdate-arg-allow-http = Använder http, utan kryptering, även med andra datorer. Andra på vägen kan då läsa lösenordet och ändra det som installeras.
oxupdate-arg-state = Mappen för nedladdningar, loggar och allt annat som sparas mellan två körningar.
oxupdate-arg-json = Skriver resultatet som ett JSON-objekt.
oxupdate-arg-dry-run = Visar vad som skulle göras och installerar och rapporterar ingenting. På annat än Windows räknas ingenting som installerat.
oxupdate-arg-machine = Med --dry-run: en JSON-fil som säger vad som är installerat.

## oxupdate: what it says

cli-ready =
    { $count ->
        [one] 1 uppdatering är klar för den här datorn.
       *[other] { $count } uppdateringar är klara för den här datorn.
    }
cli-ready-hint = ”oxupdate install” installerar de viktiga, ”oxupdate install --all” alla.
cli-nothing-ready = Den här datorn är uppdaterad.
cli-only-blocked =
    { $count ->
        [one] 1 uppdatering kan inte installeras.
       *[other] { $count } uppdateringar kan inte installeras.
    }
cli-only-held =
    { $count ->
        [one] 1 uppdatering har misslyckats och väntar. ”oxupdate check” visar varför.
       *[other] { $count } uppdateringar har misslyckats och väntar. ”oxupdate check” visar varför.
    }
cli-nothing-important = Ingen viktig uppdatering är klar. ”oxupdate check” visar de valfria.
cli-nothing-offered = Ingenting erbjuds dig.
cli-nothing-to-do = { $name } { $version }: ingenting att göra. { $reason }
cli-would-install =
    { $count ->
        [one] 1 uppdatering skulle installeras.
       *[other] { $count } uppdateringar skulle installeras.
    }
cli-head-name = Namn
cli-head-versions = Installerad → erbjuden
cli-head-importance = Betydelse
cli-head-reason = Varför
cli-versions-new = ny { $offered }
cli-versions-same = { $offered }
cli-versions-update = { $installed } → { $offered }
cli-important = Viktig
cli-optional = Valfri
cli-line-new = { $name }, ny: { $offered }. { $reason }
cli-line-same = { $name }: { $offered }. { $reason }
cli-line-update = { $name }: { $installed } → { $offered }. { $reason }
cli-problem = Listan över uppdateringar innehåller ett fel. { $problem }
cli-problems-more =
    { $count ->
        [one] Det finns 1 fel till.
       *[other] Det finns { $count } fel till.
    }
cli-downloading = { $name } { $version } laddas ner.
cli-downloading-size = { $heading } { $done }
cli-downloading-speed = { $heading } { $done } av { $total }, { $speed } i sekunden, { $left } kvar
cli-verifying = { $name } { $version } kontrolleras.
cli-installing = { $name } { $version } installeras.
cli-installing-action = { $heading } { $action }
cli-asks-for-consent = Windows frågar efter en administratörs godkännande för att installera { $name } { $version }.
cli-waiting-for-windows = Väntar tills Windows är klart med en annan installation; sedan installeras { $name } { $version }.
cli-takes-long = { $name } { $version } håller fortfarande på att installeras. Du kan fortsätta arbeta; resultatet visas här, och av ”oxupdate status” om det här fönstret är stängt.
cli-settled = Medan ingen såg på avslutades en installation. { $outcome }
cli-still-installing = { $name } { $version } har påbörjats, och Windows Installer arbetar fortfarande.
cli-try-again = { $question } Skriv j för ”Försök igen” eller n för ”Inte nu” och tryck på Retur.
cli-waiting-for-programs = { $product } installeras så snart { $programs } { $count ->
    [one] är stängt
   *[other] är stängda
}; till dess väntas det, högst { $hours } timmar. Spara ditt arbete där först. Ctrl+C avbryter.
cli-again-by-name = Inget nytt försök görs automatiskt; ”oxupdate install { $name }” försöker igen.
cli-details = Detaljer: Windows Installer avslutades med { $code }. Loggen är ”{ $log }”.
cli-restart = Starta om Windows när det passar dig.
cli-no-reports = Inga rapporter väntar.
cli-reports-sent =
    { $count ->
        [one] 1 rapport skickades.
       *[other] { $count } rapporter skickades.
    }
cli-reports-wait =
    { $count ->
        [one] 1 rapport väntar tills servern kan nås.
       *[other] { $count } rapporter väntar tills servern kan nås.
    }
cli-never-checked = Den här datorn har aldrig sökt efter uppdateringar.
cli-last-check = Senaste kontroll: { $when } hos { $address }. Uppdateringar som då var klara: { $count }.
cli-last-check-as = Senaste kontroll: { $when } hos { $address } som { $user }. Uppdateringar som då var klara: { $count }.
cli-past-install = { $product } { $version }, { $when }: { $outcome }.
cli-past-update = { $product } { $from } → { $version }, { $when }: { $outcome }.
cli-state-folder = Nedladdningar och loggar finns i ”{ $folder }”.
cli-outcome-installed = installerat
cli-outcome-installed-needs-restart = installerat, omstart behövs
cli-outcome-not-really-installed = inte riktigt installerat
cli-outcome-cancelled = avbrutet
cli-outcome-busy = Windows var upptaget
cli-outcome-programs-open = program var öppna
cli-outcome-not-for-this-pc = inte för den här datorn
cli-outcome-failed = misslyckades
cli-outcome-download-failed = inte nedladdat
cli-outcome-verification-failed = inte det som erbjöds
cli-sign-in-needed = Servern vill veta vem du är. Lägg till --user med ditt namn där, så får du frågan om lösenordet.
cli-server-busy = Servern är upptagen. Den tillfrågas igen om { $seconds } sekunder. Ctrl+C avbryter.
cli-signed-out = Utloggad från { $origin }.
cli-not-signed-in = Ingen var inloggad på { $origin }.
cli-sign-out-file = En fil behöver ingen inloggning. Ange adressen till en server med --server.
cli-server-locked = På den här datorn kommer uppdateringar från { $server }, och det kan inte ändras här. Ta bort --server eller kontakta din administratör.
cli-proxy-locked = På den här datorn är vägen till servern fastställd och kan inte ändras här. Ta bort --proxy eller kontakta din administratör.
cli-own-update = { $name } { $version } är klar och hoppades över: OX Updater installerar den själv när du väljer den i sitt fönster. Om den ska installeras här, ange dess namn: oxupdate install "{ $name }".
cli-server-missing = Det är inte känt varifrån uppdateringar kommer. Lägg till --server med adressen, till exempel --server https://updates.example.com.
cli-password-prompt = Lösenord för { $user }:
cli-password-missing = Lösenordet saknas och här går det inte att fråga någon. Ange det med --password-file eller i miljövariabeln { $name }.
cli-password-variable = Miljövariabeln { $name } är inte läsbar text. Ange lösenordet med --password-file.
cli-password-not-read = Lösenordet kunde inte läsas. ({ $detail })
cli-password-file = Lösenordet kunde inte hämtas från ”{ $path }”. { $reason }
cli-password-file-not-read = Kontrollera att filen finns och är skriven i UTF-8. ({ $detail })
cli-password-file-too-large = Filen är för stor för att bara innehålla ett lösenord.
cli-machine-file = ”{ $path }” beskriver ingen dator. I docs/reference/oxupdate.md står hur det skrivs. ({ $detail })
cli-output-not-written = Resultatet kunde inte skrivas. ({ $detail })
