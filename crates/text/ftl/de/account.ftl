# The own account: password, second factor, sessions, API tokens; set-up.

## what went wrong

error-old-password-wrong = Das Passwort ist falsch. Geben Sie das ein, mit dem Sie sich jetzt anmelden.
error-password-same = Das neue Passwort ist das, das Sie schon haben. Wählen Sie ein anderes.
error-passwords-differ = Die beiden neuen Passwörter sind nicht gleich. Tippen Sie beide noch einmal.
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
error-last-administrator = { $name } ist der letzte Administrator, der sich anmelden kann, deshalb wurde nichts geändert. Machen Sie zuerst jemand anderen zum Administrator; wer noch kein Passwort hat, zählt nicht.
error-token-role = Einfache Benutzer haben keine API-Schlüssel, denn es gibt nichts, was einer öffnen könnte. Geben Sie dem Benutzer zuerst eine andere Rolle.
error-token-name = Ein Schlüssel braucht einen Namen von höchstens { $characters } Zeichen, der sagt, wozu er da ist, ohne Steuerzeichen und ohne Leerzeichen am Rand.
error-token-no-scope = Wählen Sie mindestens einen Bereich: was der Schlüssel darf.
error-token-scope = Der Bereich „{ $scope }“ ist mehr, als die Rolle des Besitzers öffnet. Lassen Sie ihn weg.
error-token-days = Ein Schlüssel gilt 1 bis { $days } Tage.
error-token-too-many = Dieses Konto hat { $tokens } API-Schlüssel, und mehr gehen nicht. Widerrufen Sie einen, der nicht mehr benutzt wird.
error-token-unknown = Es gibt keinen API-Schlüssel { $id }. „oxupdated token list“ zeigt alle Schlüssel.

## at the console

server-set-up = Es gibt noch keinen Administrator. Um einen anzulegen, öffnen Sie { $url } im Browser und geben Sie diesen Code ein: { $code }

## own account

account-cancel-sign-in = Abbrechen und als jemand anderes anmelden
account-password-now = Ihr jetziges Passwort
account-password-new = Neues Passwort
account-password-again = Neues Passwort noch einmal
account-password-hint = Mindestens { $characters } Zeichen; ein paar Wörter sind besser als ein Rätsel.
account-back = Zurück zu Ihrem Konto
account-change = Ändern
account-on = an
account-off = aus
account-recovery-codes = { $codes ->
    [0] Kein Wiederherstellungscode ist übrig.
    [one] 1 Wiederherstellungscode ist übrig.
   *[other] { $codes } Wiederherstellungscodes sind übrig.
}
account-sessions = Wo Sie angemeldet sind
account-sessions-about = Jeder Browser, in dem Sie angemeldet sind. Beenden Sie, was Sie nicht kennen, und ändern Sie dann Ihr Passwort.
account-sessions-end-others = Alle anderen beenden
account-sessions-ended = { $sessions ->
    [0] Es gab keine andere Sitzung.
    [one] 1 andere Sitzung wurde beendet.
   *[other] { $sessions } andere Sitzungen wurden beendet.
}
account-session-address = Von
account-session-begun = Angemeldet
account-session-used = Zuletzt benutzt
account-session-end = Beenden
account-session-this = dieser Browser
account-session-ended = Die Sitzung wurde beendet.
account-tokens = API-Schlüssel
account-tokens-about = Damit melden sich Programme bei der JSON-Schnittstelle unter /api/v1 an. Ein Schlüssel öffnet nie mehr, als Sie selbst dürfen, und endet, wenn sich Ihr Passwort oder Ihre Rolle ändert.
account-token-new = Ein neuer Schlüssel
account-token-name = Wozu er da ist
account-token-days = Tage, bis er endet, höchstens { $days }
account-token-make = Schlüssel machen
account-token-ends = Endet
account-token-unused = nie
account-token-revoke = Widerrufen
account-token-revoked = Der Schlüssel wurde widerrufen und gilt nicht mehr.
account-token-made = Ihr neuer API-Schlüssel
account-token-made-about = Das ist der Schlüssel „{ $name }“. Kopieren Sie ihn jetzt: Er wird nur dieses eine Mal gezeigt, und der Server behält keine Kopie.
account-token-kept = Ich habe ihn kopiert
scope-view = Pakete, Benutzer, Gruppen, Geräte und Berichte sehen
scope-audit = das Protokoll der Änderungen sehen
scope-publish = Pakete ändern, veröffentlichen und zurückziehen
scope-administer = Benutzer, Gruppen, Berechtigungen und Geräte ändern
own-password-title = Passwort ändern
own-password-about = Hier bleiben Sie angemeldet. Überall sonst werden Sie abgemeldet: in anderen Browsern, auf Ihren PCs, und Ihre API-Schlüssel enden.
own-password-changed = Ihr Passwort wurde geändert. Überall sonst müssen Sie sich neu anmelden.
new-password-title = Wählen Sie Ihr eigenes Passwort
new-password-about = Sie haben sich mit einem Einmalpasswort angemeldet, das auch jemand anderes kennen kann. Wählen Sie eines, das nur Sie kennen.
new-password-choose = Dieses Passwort wählen
second-factor-title = Zweiter Faktor
second-factor-code = Code
second-factor-code-hint = Die sechs Ziffern, die Ihre Authenticator-App jetzt zeigt, oder einer Ihrer Wiederherstellungscodes.
second-factor-needed = Dieser Server verlangt von Administratoren, Herausgebern und Betrachtern einen zweiten Faktor. Richten Sie Ihren ein; es dauert eine Minute.
second-factor-set-up = Zweiten Faktor einrichten
second-factor-scan = 1. Scannen Sie dieses Bild mit einer Authenticator-App auf Ihrem Telefon.
second-factor-qr = QR-Code mit dem Geheimnis für Ihre Authenticator-App; dasselbe steht darunter in Buchstaben.
second-factor-type = Wenn Sie es nicht scannen können, tippen Sie dieses Geheimnis in die App:
second-factor-first-code = 2. Die sechs Ziffern, die die App jetzt zeigt
second-factor-turn-on = Einschalten
second-factor-on = Ihr zweiter Faktor ist an. { $codes ->
    [0] Kein Wiederherstellungscode ist übrig: Machen Sie jetzt neue.
    [one] 1 Wiederherstellungscode ist übrig.
   *[other] { $codes } Wiederherstellungscodes sind übrig.
}
second-factor-turn-off = Ausschalten
second-factor-turn-off-about = Dann genügt Ihr Passwort allein, um sich anzumelden. Die Wiederherstellungscodes gelten nicht mehr.
second-factor-turned-off = Ihr zweiter Faktor wurde ausgeschaltet.
recovery-codes-title = Ihre Wiederherstellungscodes
recovery-codes-about = Mit jedem dieser Codes können Sie sich einmal anmelden, wenn Ihr Telefon nicht zur Hand ist. Drucken Sie sie aus oder bewahren Sie sie auf, wo Sie Passwörter aufbewahren: Sie werden nur dieses eine Mal gezeigt.
recovery-codes-kept = Ich habe sie aufbewahrt
recovery-codes-renew = Neue Wiederherstellungscodes machen
recovery-codes-renew-about = Die Codes, die Sie haben, gelten dann nicht mehr.
set-up-title = Den ersten Administrator anlegen
set-up-about = Dieser Server hat noch keinen Administrator. Wer seine Konsole lesen kann, darf einmal einen anlegen.
set-up-code = Einrichtungscode
set-up-code-hint = Er steht auf der Konsole des Servers, wo oxupdated gestartet wurde.
set-up-make = Administrator anlegen
