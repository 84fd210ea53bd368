# Pages: signing a PC in, and the buttons to sign in by another system.

device-sign-in-title = Auf einem PC anmelden
device-sign-in-enter = Einen Code eingeben, den ein PC zeigt
device-sign-in-code = Code
device-sign-in-code-hint = Acht Buchstaben wie BCDF-GHJK. Der OX Updater auf Ihrem PC zeigt sie.
device-sign-in-next = Weiter
device-sign-in-question = Auf diesem PC anmelden?
device-sign-in-who = Der OX Updater auf diesem PC möchte als { $name } angemeldet werden.
device-sign-in-computer = PC
device-sign-in-address = Fragt von
device-sign-in-time = Gefragt am
device-sign-in-warning = Sagen Sie nur dann Ja, wenn Sie das gerade selbst auf dem PC begonnen haben und der PC denselben Code zeigt. Hat Ihnen jemand anders den Code oder einen Link geschickt, sagen Sie Nein: Ihre Updates gingen sonst an einen fremden PC.
device-sign-in-yes = Ja, anmelden
device-sign-in-no = Nein
device-sign-in-done = { $computer } ist als { $name } angemeldet.
device-sign-in-refused = { $computer } wurde nicht angemeldet.
device-sign-in-close-title = Sie können diese Seite schließen
device-sign-in-close = Der OX Updater auf dem PC macht in wenigen Sekunden von selbst weiter.
device-sign-in-home = Ihre Programme und PCs
error-device-code-unknown = Kein PC wartet mit diesem Code, oder er hat zu lange gewartet. Vergleichen Sie den Code mit dem auf dem PC. Ist es derselbe, beginnen Sie auf dem PC noch einmal: Er zeigt dann einen anderen.
error-device-code-decided = Dieser Code wurde schon beantwortet. Ist der PC nicht angemeldet, beginnen Sie dort noch einmal: Er zeigt dann einen anderen Code.
error-device-code-too-often = Es waren zu viele falsche Codes. Kommen Sie in { $minutes ->
    [one] 1 Minute
   *[other] { $minutes } Minuten
} wieder.

## by another system

sign-in-with = Anmelden mit { $name }
sign-in-with-title = Weiter zu { $name }
sign-in-with-about = Dort melden Sie sich an und kommen dann hierher zurück. Falls nichts geschieht, gehen Sie von Hand weiter.
sign-in-with-continue = Weiter zu { $name }
error-provider-not-under-way = Diese Anmeldung läuft nicht mehr: Sie hat länger als { $minutes } Minuten gedauert, ist schon abgeschlossen oder wurde in einem anderen Fenster begonnen. Beginnen Sie noch einmal.
error-provider-denied = { $name } hat Sie nicht angemeldet: Die Anmeldung wurde dort abgebrochen, oder Sie dürfen diesen Dienst nicht verwenden. Wenn Sie das überrascht, wenden Sie sich an Ihre Administration.
error-provider-refused = { $name } konnte Sie nicht anmelden. Versuchen Sie es noch einmal; wenn es wieder geschieht, sagen Sie es Ihrer Administration.
error-provider-away = { $name } antwortet zurzeit nicht. Versuchen Sie es in ein paar Minuten wieder.
error-provider-not-believed = Was { $name } über Sie sagt, ließ sich nicht prüfen; deshalb sind Sie nicht angemeldet. Versuchen Sie es noch einmal; wenn es wieder geschieht, sagen Sie es Ihrer Administration.
error-provider-mail-not-verified = { $name } sagt nicht, dass Ihre Mailadresse bestätigt ist, und hier ist sie Ihr Name. Lassen Sie sie dort bestätigen, oder wenden Sie sich an Ihre Administration.
error-provider-account = { $name } kennt Sie, aber Ihr Konto dort kann hier nicht verwendet werden. Wenden Sie sich an Ihre Administration.
