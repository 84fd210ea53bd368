# De startpagina van gebruikers: wat zij kunnen krijgen en hoe het met hun pc's staat.

home-title = Uw programma’s
home-signed-in = U bent aangemeld als { $name }.

## the updater

home-updater-text = OX Updater installeert de onderstaande programma’s op uw pc en houdt ze up-to-date. Het is al ingesteld voor deze server.
home-updater-download = OX Updater downloaden
home-updater-facts = Versie { $version } voor Windows, { $size }
home-updater-step-open = Open het gedownloade bestand. Laat de naam ongewijzigd: daaraan herkent OX Updater uw server.
home-updater-step-sign-in = Meld u aan met de naam en het wachtwoord die u ook hier gebruikt.
home-updater-step-install = OX Updater laat zien wat het kan installeren en vraagt u vooraf om toestemming.
home-updater-missing = OX Updater kan hier nog niet worden gedownload. Neem contact op met uw beheerder.
home-updater-choose = Het pakket van OX Updater kiezen
error-no-updater-package = Op deze server staat nog geen installatieprogramma voor OX Updater. Neem contact op met uw beheerder.

## products

home-products = Programma’s voor u
home-products-none = Er is op dit moment geen programma voor u. Verwacht u er een, neem dan contact op met uw beheerder.
home-products-more = { $count ->
    [one] Er is nog 1 programma. OX Updater toont ze allemaal.
   *[other] Er zijn nog { $count } programma’s. OX Updater toont ze allemaal.
}
home-product-version = Versie { $version }
home-product-requires = Werkt met
home-product-size = Grootte
home-product-released = Uitgebracht op
home-product-information = Meer over { $product }
home-product-news = Nieuw in versie { $version }

## PCs

home-devices = Uw pc’s
home-devices-none = Er is nog geen pc van u ingesteld. Installeer OX Updater op uw pc en meld u daar aan; daarna ziet u de pc hier.
home-device-current = Up-to-date, laatst gecontroleerd op { $date }
home-device-waiting = { $count ->
    [one] Er staat 1 update klaar, laatst gecontroleerd op { $date }
   *[other] Er staan { $count } updates klaar, laatst gecontroleerd op { $date }
}
home-device-untold = Heeft nog niet naar updates gezocht
home-device-seen = Laatst gezien op { $date }
home-device-reports = Laatste installaties
home-other-reports = Laatste installaties op andere pc’s
home-sign-device-out = Deze pc afmelden
home-sign-device-out-title = { $computer } afmelden?
home-sign-device-out-text = OX Updater zoekt op { $computer } dan niet meer naar updates, totdat iemand zich daar opnieuw aanmeldt. Geïnstalleerde programma’s blijven zoals ze zijn.
home-sign-device-out-keep = Aangemeld laten
home-sign-device-out-done = { $computer } is afgemeld. Meld u op die pc aan om OX Updater daar weer te gebruiken.

## what came of installs

home-report-installed = { $product } { $version } is geïnstalleerd.
home-report-installed-needs-restart = { $product } { $version } is geïnstalleerd. Start Windows opnieuw op om de installatie te voltooien.
home-report-not-really-installed = { $product } { $version } leek geïnstalleerd te zijn, maar staat niet in de lijst van Windows. Neem contact op met uw beheerder.
home-report-cancelled = De installatie van { $product } { $version } is geannuleerd. Er is niets gewijzigd.
home-report-busy = { $product } { $version } is niet geïnstalleerd, omdat Windows met een andere installatie bezig was. OX Updater probeert het opnieuw.
home-report-programs-open = { $product } { $version } is niet geïnstalleerd, omdat er programma’s open waren die eerst moeten worden gesloten.
home-report-not-for-this-pc = { $product } { $version } is niet geschikt voor deze pc. Neem contact op met uw beheerder.
home-report-failed = { $product } { $version } kon niet worden geïnstalleerd. Neem contact op met uw beheerder.
home-report-download-failed = { $product } { $version } kon niet worden gedownload. Controleer de verbinding van de pc en probeer het opnieuw in OX Updater.
home-report-verification-failed = Het gedownloade bestand van { $product } { $version } was niet het bestand dat de server aanbiedt en is daarom niet geïnstalleerd. Gebeurt dit opnieuw, neem dan contact op met uw beheerder.

## days and sizes

home-date = { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
home-time = { $date }, { $time } UTC
home-size-kilobytes = { $number } kB
home-size-megabytes = { $number } MB
home-size-gigabytes = { $number } GB
