# Het kader van alle pagina's van de server: navigatie, formulieren, aanmelden, fouten.

# Frame and navigation
page-skip = Naar de inhoud
page-navigation = Beheer
page-navigation-account = Uw account
page-administration = Beheer
page-overview = Overzicht
page-packages = Pakketten
page-users = Gebruikers
page-groups = Groepen
page-devices = Apparaten
page-reports = Rapporten
page-audit = Wijzigingslogboek
page-settings = Instellingen
page-account = Account
page-home = Startpagina
page-sign-out = Afmelden
page-back = Terug naar de startpagina
page-refused = Dit is niet gelukt
page-failed = De server kon dit niet doen
page-absent = Pagina niet gevonden
page-absent-why = Misschien klopt het adres niet, is wat hier stond verwijderd of is het niet voor u bestemd.
page-language = Taal
page-pager = Pagina’s van deze lijst
page-pager-previous = Vorige
page-pager-next = Volgende
page-pager-beyond = Pagina { $page } ligt voorbij het einde; de lijst heeft er { $pages }.
page-pager-first = Eerste pagina
page-pager-shown = { $first } tot en met { $last } van { $total }

# Signing in
sign-in-title = Aanmelden
sign-in = Aanmelden
sign-in-name = Gebruikersnaam
sign-in-password = Wachtwoord

error-body-not-form = Dit adres verwacht een formulier. Verstuur het als application/x-www-form-urlencoded.
error-form-foreign = Dit formulier is niet vanaf een pagina van uw sessie verstuurd; er is dus niets gewijzigd. Open de pagina opnieuw en verstuur het formulier nog een keer.

# What can go wrong
error-credentials-missing = Meld u aan met uw naam en uw wachtwoord.
error-not-signed-in = De naam of het wachtwoord is onjuist. Controleer beide en probeer het opnieuw.
error-password-one-time = Dit is een eenmalig wachtwoord. Meld u eerst aan op de pagina van deze server en kies een eigen wachtwoord.
error-busy = Er melden zich op dit moment veel mensen aan. Probeer het over enkele seconden opnieuw.
error-source-away = Het systeem dat uw account kent, antwoordt op dit moment niet. Het ligt niet aan uw wachtwoord. Probeer het over een minuut opnieuw.
error-password-of-source = Het wachtwoord van “{ $user }” wordt beheerd door { $source } en kan alleen daar worden gewijzigd.
error-sign-in-too-often = Er zijn te veel onjuiste wachtwoorden ingevoerd. Wacht { $seconds ->
    [one] 1 seconde
   *[other] { $seconds } seconden
} en controleer de naam en het wachtwoord voordat u het opnieuw probeert.
error-not-found = Hier is niets.
error-method-unknown = Dit adres kan niet op deze manier worden gebruikt.
error-host-wrong = Het verzoek vermeldt niet voor welke server het bedoeld is. Stuur één Host-header met een naam of een adres.
error-host-foreign = Deze server is niet “{ $host }”. Controleer het adres; de beheerder kan de naam toestaan met de instelling allowed_hosts.
error-not-by-proxy = Deze server is alleen via zijn proxy bereikbaar. Controleer het adres.
error-url-too-long = Het adres is te lang. Het mag maximaal { $bytes } bytes hebben.
error-body-too-large = Het verzoek is te groot. Het mag maximaal { $bytes } bytes hebben.
error-body-late = Het verzoek is niet op tijd aangekomen. Verstuur het opnieuw.
error-body-wrong = Het verzoek kan niet worden gelezen ({ $detail }).
error-disk-full = De schijf van de server is vol. Er is niets gewijzigd. Maak ruimte vrij en probeer het opnieuw.
error-internal = De server kon dit niet doen, en dat ligt niet aan u. In het logboek van de server staat waarom.
password-too-short = Het wachtwoord is te kort. Het moet minimaal { $characters } tekens hebben.
password-too-long = Het wachtwoord is te lang. Het mag maximaal { $characters } tekens hebben.
password-control-character = Het wachtwoord bevat een besturingsteken. Kies een wachtwoord zonder.
password-device-token = Het wachtwoord begint met { $prefix }, net als de sleutels van apparaten. Kies een ander wachtwoord.

# Words
heading-name = Naam
heading-role = Rol
heading-scopes = Bevoegdheden
word-role-user = gebruiker
word-role-viewer = lezer
word-role-publisher = uitgever
word-role-administrator = beheerder
