# Signing in with the browser in place of a password, as the client tells of it.

## why it did not work

browser-sign-in-not-offered = Den här servern erbjuder ingen inloggning med webbläsaren. Logga in med ditt namn och lösenord.
browser-sign-in-other-place = Servern skickar webbläsaren till { $address }, som inte är en sida på { $server }, så den öppnades inte. Logga in med ditt namn och lösenord och säg till din administratör.
browser-sign-in-not-understood = Det gick inte att förstå vad servern sade om inloggning med webbläsaren. Logga in med ditt namn och lösenord.
browser-sign-in-denied = Inloggningen avvisades i webbläsaren. Försök igen om det inte var meningen.
browser-sign-in-expired = Ingen bekräftade inloggningen i webbläsaren i tid. Försök igen.

## in the window

button-sign-in-with-browser = Logga in med &webbläsaren
button-open-browser-again = Öppna ig&en
button-copy-code = &Kopiera koden
browser-sign-in-heading = Logga in med webbläsaren.
browser-sign-in-asking = OX Updater ber servern om en kod. Det tar några sekunder.
browser-sign-in-opened = Din webbläsare har öppnats. Logga in där om du blir ombedd, och godkänn bara om du ser den här koden:
browser-sign-in-by-hand = Om ingen webbläsare har öppnats öppnar du { $address } i en och skriver in koden där.
browser-sign-in-goes-on = { $minutes ->
        [one] Koden gäller i 1 minut. När du har godkänt fortsätter det här av sig självt.
       *[other] Koden gäller i { $minutes } minuter. När du har godkänt fortsätter det här av sig självt.
    }

## at the command line

oxupdate-sign-in-help = Loggar in den här datorn på en server och sparar inloggningen till nästa gång.
oxupdate-sign-in-arg-browser = Loggar in med en webbläsare, på den här datorn eller en annan, i stället för med ett lösenord. Den öppnas där det går; adressen och en kod visas alltid.
cli-browser-address = Öppna den här adressen i en webbläsare för att logga in:
cli-browser-code = Godkänn där bara om du ser den här koden:
cli-browser-opened = Din webbläsare har öppnats.
cli-browser-waits = { $minutes ->
        [one] Du har 1 minut på dig. Ctrl-C avbryter.
       *[other] Du har { $minutes } minuter på dig. Ctrl-C avbryter.
    }
cli-browser-waiting = Väntar på att du godkänner i webbläsaren
cli-signed-in = Inloggad på { $origin } som { $user }.
cli-sign-in-dry-run = Att logga in ändrar det som sparas och kan därför inte prövas med --dry-run. Ta bort det.
cli-sign-in-name-missing = Ange ditt namn med --user, eller logga in med --browser.
cli-sign-in-not-kept = Namnet och lösenordet visade sig inte vara fel, men den här datorn fick ingen egen inloggning som kan sparas. Ange lösenordet varje gång.
