# Waarom een installatie is mislukt: wat er is gebeurd, wat de persoon kan doen en wat de beheerder zou moeten doen.

failure-file-in-use-happened = Een bestand dat de update vervangt, is in gebruik.
failure-file-in-use-happened-by = { $program } gebruikt een bestand dat de update vervangt.
failure-file-in-use-you = Sluit alle programma’s of start Windows opnieuw op, en probeer het dan opnieuw.
failure-file-in-use-you-by = Sluit { $program } en probeer het opnieuw.
failure-file-in-use-administrator = Noem het programma dat het bestand gebruikt bij de programma’s die eerst moeten worden gesloten, of installeer wanneer niemand op de pc werkt.

failure-disk-full-happened = Er is niet genoeg ruimte op de schijf.
failure-disk-full-you = Maak ruimte vrij, bijvoorbeeld door de prullenbak te legen, en probeer het opnieuw.
failure-disk-full-administrator = Maak ruimte vrij op de schijf van Windows, waar ook kopieën van pakketten worden bewaard, en controleer hoeveel het pakket nodig heeft.

failure-restart-pending-happened = Windows moet opnieuw worden opgestart voordat dit kan worden geïnstalleerd.
failure-restart-pending-you = Sla uw werk op, start Windows opnieuw op wanneer het u uitkomt en probeer het dan opnieuw.
failure-restart-pending-administrator = Zoek uit welke eerdere installatie op het opnieuw opstarten wacht, en plan het opnieuw opstarten vóór updates.

failure-install-suspended-happened = Een eerdere installatie is onderbroken en is niet voltooid en niet ongedaan gemaakt.
failure-install-suspended-you = Start Windows opnieuw op en probeer het nog eens.
failure-install-suspended-administrator = Voer de onderbroken installatie nog een keer uit met het eigen pakket, zodat die wordt voltooid of ongedaan gemaakt.

failure-source-missing-happened = Er ontbreekt een bestand dat bij het pakket of bij de geïnstalleerde versie hoort.
failure-source-missing-you = Probeer het opnieuw; gebeurt het weer, geef de details dan aan uw beheerder.
failure-source-missing-administrator = Publiceer het pakket met al zijn bestanden erin, en controleer of de pc de plaats kan bereiken waar de geïnstalleerde versie vandaan kwam.

failure-other-package-name-happened = Het pakket heeft een andere bestandsnaam dan de geïnstalleerde versie verwacht.
failure-other-package-name-you = Dit kunt u niet zelf verhelpen; geef de details aan uw beheerder.
failure-other-package-name-administrator = Publiceer het pakket onder de bestandsnaam waarmee de geïnstalleerde versie is geïnstalleerd, of als primaire upgrade.

failure-package-damaged-happened = Een deel van het pakket is beschadigd.
failure-package-damaged-you = Probeer het opnieuw; gebeurt het weer, geef de details dan aan uw beheerder.
failure-package-damaged-administrator = Haal het pakket opnieuw bij de uitgever, probeer het op een andere pc en publiceer het opnieuw.

failure-place-unreachable-happened = Een map of station dat de update nodig heeft, is niet bereikbaar.
failure-place-unreachable-you = Maak zoals gewoonlijk verbinding met uw netwerk en probeer het opnieuw.
failure-place-unreachable-administrator = Controleer omgeleide mappen en stationsletters: Windows zelf ziet misschien andere stations dan de persoon.

failure-program-not-started-happened = Een programma dat bij het pakket hoort, kon niet worden gestart.
failure-program-not-started-you = Probeer het opnieuw; gebeurt het weer, geef de details dan aan uw beheerder.
failure-program-not-started-administrator = Controleer of een virusscanner of een beleid verhindert dat het programma start, en neem anders contact op met de uitgever van het pakket.

failure-program-failed-happened = Een stap die bij het pakket hoort, is met een fout geëindigd.
failure-program-failed-you = Sluit alle programma’s en probeer het opnieuw; gebeurt het weer, geef de details dan aan uw beheerder.
failure-program-failed-administrator = Lees het logboek vóór de stap die is mislukt, en neem contact op met de uitgever van het pakket.

failure-needs-administrator-happened = Dit mag alleen een beheerder van deze pc.
failure-needs-administrator-you = Vraag uw beheerder om het te installeren.
failure-needs-administrator-administrator = Installeer het met de rechten van een beheerder, of bied een pakket aan dat voor één persoon installeert.

failure-access-denied-happened = Windows laat het installatieprogramma iets niet wijzigen dat voor de update moet worden gewijzigd.
failure-access-denied-you = Sluit alle programma’s, start Windows opnieuw op en probeer het nog eens; gebeurt het weer, geef de details dan aan uw beheerder.
failure-access-denied-administrator = Controleer de machtigingen van wat in de details staat, en of een virusscanner het bewaakt.

failure-file-error-happened = Een bestand kon niet worden gelezen of geschreven.
failure-file-error-you = Start Windows opnieuw op en probeer het nog eens; gebeurt het weer, geef de details dan aan uw beheerder.
failure-file-error-administrator = Controleer de plaats die in de details staat, en of de schijf van de pc fouten heeft.

failure-condition-not-met-happened = Deze pc heeft niet wat het pakket vraagt.
failure-condition-not-met-happened-text = Het pakket laat zich op deze pc niet installeren en zegt: “{ $text }”
failure-condition-not-met-you = Doe wat het pakket vraagt als u dat kunt en probeer het opnieuw; meld het anders aan uw beheerder.
failure-condition-not-met-administrator = Geef de pc wat het pakket vraagt, of bied het pakket deze persoon niet aan.

failure-newer-installed-happened = Er is al een nieuwere versie geïnstalleerd.
failure-newer-installed-you = U hoeft niets te doen; de nieuwere versie blijft.
failure-newer-installed-administrator = Bied de geïnstalleerde versie aan, of een hogere: het pakket vervangt die niet door een oudere.

failure-old-version-stays-happened = De oudere versie kon niet worden verwijderd.
failure-old-version-stays-you = Verwijder de oudere versie in de instellingen van Windows en probeer het opnieuw.
failure-old-version-stays-administrator = Herstel of verwijder de oudere versie met het eigen pakket, dat Windows misschien niet meer vindt.

failure-service-not-started-happened = Een service van de update kon niet worden gestart.
failure-service-not-started-happened-named = De service “{ $service }” kon niet worden gestart.
failure-service-not-started-you = Start Windows opnieuw op en probeer het nog eens; gebeurt het weer, geef de details dan aan uw beheerder.
failure-service-not-started-administrator = Controleer het account waaronder de service wordt uitgevoerd, de bestanden die de service nodig heeft, en het gebeurtenislogboek van Windows.

failure-service-not-stopped-happened = Een service kon niet worden gestopt of gewijzigd.
failure-service-not-stopped-happened-named = De service “{ $service }” kon niet worden gestopt of gewijzigd.
failure-service-not-stopped-you = Start Windows opnieuw op en probeer het nog eens; gebeurt het weer, geef de details dan aan uw beheerder.
failure-service-not-stopped-administrator = Controleer wat de service actief houdt, zoals een geopende lijst met services, en wie de service mag wijzigen.

failure-forbidden-happened = Een regel voor deze pc verbiedt het.
failure-forbidden-you = Neem contact op met uw beheerder.
failure-forbidden-administrator = Controleer het beleid voor Windows Installer en voor toegestane software.

failure-another-install-happened = Windows is met een andere installatie bezig.
failure-another-install-you = Wacht tot die klaar is en probeer het opnieuw.
failure-another-install-administrator = Komt er nooit een einde aan, zoek dan naar een installatieprogramma dat wacht op een antwoord dat niemand ziet.

failure-installer-unavailable-happened = Het deel van Windows dat programma’s installeert, antwoordt niet.
failure-installer-unavailable-you = Start Windows opnieuw op en probeer het nog eens.
failure-installer-unavailable-administrator = Controleer of de service “Windows Installer” niet is uitgeschakeld.

failure-unexplained-happened = Het installatieprogramma is gestopt en heeft niet gezegd waarom.
failure-unexplained-you = Probeer het opnieuw; gebeurt het weer, geef de details dan aan uw beheerder.
failure-unexplained-administrator = Lees het logboek vóór de stap die is mislukt.

## around the words

failure-you = Wat u kunt doen: { $words }
failure-administrator = Voor uw beheerder: { $words }
failure-past = { $past } { $happened }

## details

failure-details-number = Bericht { $number } van Windows Installer.
failure-details-action = Mislukte stap: { $action } (een die elk pakket kan gebruiken).
failure-details-action-own = Mislukte stap: { $action } (een eigen stap van het pakket).
failure-details-about = Het gaat om “{ $about }”.
failure-details-line = > { $line }
