# The own account: password, second factor, sessions, API tokens; set-up.

## what went wrong

error-old-password-wrong = Das Passwort ist falsch. Geben Sie das ein, mit dem Sie sich jetzt anmelden.
error-password-same = Das neue Passwort ist das, das Sie schon haben. Wählen Sie ein anderes.
error-code-wrong = Der Code ist falsch oder wurde schon benutzt. Warten Sie auf den nächsten Code Ihrer App, prüfen Sie, ob die Uhr Ihres Telefons richtig geht, und versuchen Sie es noch einmal.
error-code-too-often = Es waren zu viele falsche Codes. Warten Sie { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
} und melden Sie sich dann noch einmal an.
error-set-up-late = Das Einrichten des zweiten Faktors hat zu lange gedauert. Öffnen Sie die Seite noch einmal und scannen Sie den neuen Code.
error-second-factor-there = Dieses Konto hat schon einen zweiten Faktor. Schalten Sie ihn zuerst aus.
error-second-factor-required = Dieser Server verlangt von Administratoren, Herausgebern und Betrachtern einen zweiten Faktor, deshalb kann er nicht ausgeschaltet werden.
error-set-up-code-wrong = Der Einrichtungscode ist falsch. Er steht auf der Konsole des Servers.
error-set-up-code-too-often = Es waren zu viele falsche Einrichtungscodes. Starten Sie den Server neu: Dann zeigt seine Konsole einen anderen.
error-last-administrator = { $name } ist der letzte Administrator, der sich anmelden kann, deshalb wurde nichts geändert. Machen Sie zuerst jemand anderen zum Administrator.
error-token-role = Einfache Benutzer haben keine API-Schlüssel, denn es gibt nichts, was einer öffnen könnte. Geben Sie dem Benutzer zuerst eine andere Rolle.
error-token-name = Ein Schlüssel braucht einen Namen von höchstens { $characters } Zeichen, der sagt, wozu er da ist, ohne Steuerzeichen und ohne Leerzeichen am Rand.
error-token-no-scope = Wählen Sie mindestens einen Bereich: was der Schlüssel darf.
error-token-scope = Der Bereich „{ $scope }“ ist mehr, als die Rolle des Besitzers öffnet. Lassen Sie ihn weg.
error-token-days = Ein Schlüssel gilt 1 bis { $days } Tage.
error-token-too-many = Dieses Konto hat { $tokens } API-Schlüssel, und mehr gehen nicht. Widerrufen Sie einen, der nicht mehr benutzt wird.
error-token-unknown = Es gibt keinen API-Schlüssel { $id }. „oxupdated token list“ zeigt alle Schlüssel.

## at the console

server-set-up = Es gibt noch keinen Administrator. Um einen anzulegen, öffnen Sie { $url } im Browser und geben Sie diesen Code ein: { $code }
