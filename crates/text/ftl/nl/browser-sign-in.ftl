# Signing in with the browser in place of a password, as the client tells of it.

## why it did not work

browser-sign-in-not-offered = Deze server biedt geen aanmelding met de browser aan. Meld u aan met uw naam en wachtwoord.
browser-sign-in-other-place = De server stuurt de browser naar { $address }, en dat is geen pagina van { $server }; daarom is die niet geopend. Meld u aan met uw naam en wachtwoord, en laat het uw beheerder weten.
browser-sign-in-not-understood = Wat de server over het aanmelden met de browser zei, was niet te begrijpen. Meld u aan met uw naam en wachtwoord.
browser-sign-in-denied = De aanmelding is in de browser geweigerd. Als dat niet de bedoeling was, probeer het dan opnieuw.
browser-sign-in-expired = Niemand heeft de aanmelding op tijd in de browser bevestigd. Probeer het opnieuw.

## in the window

button-sign-in-with-browser = Aanmelden met de b&rowser
button-open-browser-again = Opnieuw op&enen
button-copy-code = &Code kopiëren
browser-sign-in-heading = Meld u aan met de browser.
browser-sign-in-asking = OX Updater vraagt de server om een code. Dit duurt enkele seconden.
browser-sign-in-opened = Uw browser is geopend. Meld u daar aan als dat wordt gevraagd, en stem alleen toe als u deze code ziet:
browser-sign-in-by-hand = Is er geen browser geopend, open dan { $address } in een browser en voer daar de code in.
browser-sign-in-goes-on = { $minutes ->
        [one] De code is 1 minuut geldig. Zodra u hebt toegestemd, gaat het hier vanzelf verder.
       *[other] De code is { $minutes } minuten geldig. Zodra u hebt toegestemd, gaat het hier vanzelf verder.
    }

## at the command line

oxupdate-sign-in-help = Meldt deze pc aan bij een server en bewaart de aanmelding voor de volgende keren.
oxupdate-sign-in-arg-browser = Meldt aan met een browser, op deze pc of op een andere, in plaats van met een wachtwoord. Waar dat kan, wordt die geopend; het adres en een code worden altijd getoond.
cli-browser-address = Open dit adres in een browser om u aan te melden:
cli-browser-code = Stem daar alleen toe als u deze code ziet:
cli-browser-opened = Uw browser is geopend.
cli-browser-waits = { $minutes ->
        [one] U hebt 1 minuut. Ctrl-C annuleert.
       *[other] U hebt { $minutes } minuten. Ctrl-C annuleert.
    }
cli-browser-waiting = Wachten tot u in de browser toestemt
cli-signed-in = Aangemeld bij { $origin } als { $user }.
cli-sign-in-dry-run = Aanmelden verandert wat er wordt bewaard en kan daarom niet met --dry-run worden geprobeerd. Laat dat weg.
cli-sign-in-name-missing = Geef uw naam op met --user, of meld u aan met --browser.
cli-sign-in-not-kept = Naam en wachtwoord bleken niet onjuist, maar deze pc heeft geen eigen aanmelding gekregen die kan worden bewaard. Geef het wachtwoord bij elke keer op.
