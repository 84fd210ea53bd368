# Signing in with the browser in place of a password, as the client tells of it.

## why it did not work

browser-sign-in-not-offered = Dieser Server bietet keine Anmeldung mit dem Browser an. Melden Sie sich mit Name und Passwort an.
browser-sign-in-other-place = Der Server schickt den Browser zu { $address }, und das ist keine Seite von { $server }; sie wurde deshalb nicht geöffnet. Melden Sie sich mit Name und Passwort an, und sagen Sie es Ihrem Administrator.
browser-sign-in-not-understood = Was der Server zur Anmeldung mit dem Browser gesagt hat, war nicht zu verstehen. Melden Sie sich mit Name und Passwort an.
browser-sign-in-denied = Die Anmeldung wurde im Browser abgelehnt. Wenn Sie das nicht wollten, versuchen Sie es noch einmal.
browser-sign-in-expired = Niemand hat die Anmeldung im Browser rechtzeitig bestätigt. Versuchen Sie es noch einmal.

## in the window

button-sign-in-with-browser = Mit dem B&rowser anmelden
button-open-browser-again = Noch einmal ö&ffnen
button-copy-code = &Code kopieren
browser-sign-in-heading = Melden Sie sich mit dem Browser an.
browser-sign-in-asking = OX Updater bittet den Server um einen Code. Das dauert ein paar Sekunden.
browser-sign-in-opened = Ihr Browser wurde geöffnet. Melden Sie sich dort an, falls Sie danach gefragt werden, und stimmen Sie nur zu, wenn Sie diesen Code sehen:
browser-sign-in-by-hand = Wenn sich kein Browser geöffnet hat, öffnen Sie { $address } in einem Browser und geben Sie dort den Code ein.
browser-sign-in-goes-on = { $minutes ->
        [one] Der Code gilt 1 Minute lang. Sobald Sie zugestimmt haben, geht es hier von selbst weiter.
       *[other] Der Code gilt { $minutes } Minuten lang. Sobald Sie zugestimmt haben, geht es hier von selbst weiter.
    }

## at the command line

oxupdate-sign-in-help = Meldet diesen PC an einem Server an und behält die Anmeldung für die nächsten Läufe.
oxupdate-sign-in-arg-browser = Meldet mit einem Browser statt mit einem Passwort an, auf diesem PC oder auf einem anderen. Wo es geht, wird er geöffnet; Adresse und Code werden in jedem Fall gezeigt.
cli-browser-address = Öffnen Sie zum Anmelden diese Adresse in einem Browser:
cli-browser-code = Stimmen Sie dort nur zu, wenn Sie diesen Code sehen:
cli-browser-opened = Ihr Browser wurde geöffnet.
cli-browser-waits = { $minutes ->
        [one] Sie haben 1 Minute Zeit. Strg-C bricht ab.
       *[other] Sie haben { $minutes } Minuten Zeit. Strg-C bricht ab.
    }
cli-browser-waiting = Warten, bis Sie im Browser zustimmen
cli-signed-in = Angemeldet an { $origin } als { $user }.
cli-sign-in-dry-run = Eine Anmeldung ändert, was behalten wird, und lässt sich deshalb mit --dry-run nicht ausprobieren. Lassen Sie es weg.
cli-sign-in-name-missing = Geben Sie mit --user Ihren Namen an, oder melden Sie sich mit --browser an.
cli-sign-in-not-kept = Name und Passwort waren nicht als falsch zu erkennen, aber dieser PC hat keine eigene Anmeldung bekommen, die sich behalten ließe. Geben Sie das Passwort bei jedem Lauf an.
