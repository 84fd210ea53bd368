# Die Startseite der Benutzer: was sie bekommen können, und wie es um ihre PCs steht.

home-title = Ihre Programme
home-signed-in = Sie sind angemeldet als { $name }.

## the updater

home-updater-text = Der OX Updater installiert die Programme unten auf Ihrem PC und hält sie aktuell. Er ist bereits für diesen Server eingerichtet.
home-updater-download = OX Updater herunterladen
home-updater-facts = Version { $version } für Windows, { $size }
home-updater-step-open = Öffnen Sie die heruntergeladene Datei. Lassen Sie ihren Namen, wie er ist: Daran erkennt der OX Updater Ihren Server.
home-updater-step-sign-in = Melden Sie sich mit dem Namen und dem Passwort an, die Sie auch hier verwenden.
home-updater-step-install = Der OX Updater zeigt, was er installieren kann, und fragt Sie vorher.
home-updater-missing = Der OX Updater kann hier noch nicht heruntergeladen werden. Bitte wenden Sie sich an Ihre Administration.
home-updater-choose = Das Updater-Paket wählen
error-no-updater-package = Auf diesem Server gibt es noch kein Installationsprogramm für den OX Updater. Wenden Sie sich an Ihre Administration.

## products

home-products = Programme für Sie
home-products-none = Zurzeit gibt es kein Programm für Sie. Falls Sie eines erwarten, wenden Sie sich an Ihre Administration.
home-products-more = { $count ->
    [one] Es gibt 1 weiteres Programm. Der OX Updater zeigt alle.
   *[other] Es gibt { $count } weitere Programme. Der OX Updater zeigt alle.
}
home-product-version = Version { $version }
home-product-requires = Läuft mit
home-product-size = Größe
home-product-released = Erschienen
home-product-information = Mehr über { $product }
home-product-news = Neu in Version { $version }

## PCs

home-devices = Ihre PCs
home-devices-none = Noch ist keiner Ihrer PCs eingerichtet. Installieren Sie den OX Updater auf Ihrem PC und melden Sie sich dort an; dann erscheint der PC hier.
home-device-current = Aktuell, zuletzt geprüft am { $date }
home-device-waiting = { $count ->
    [one] 1 Update wartet, zuletzt geprüft am { $date }
   *[other] { $count } Updates warten, zuletzt geprüft am { $date }
}
home-device-untold = Hat noch nicht nach Updates gesucht
home-device-seen = Zuletzt gesehen am { $date }
home-device-reports = Letzte Installationen
home-other-reports = Letzte Installationen auf anderen PCs
home-sign-device-out = Diesen PC abmelden
home-sign-device-out-title = { $computer } abmelden?
home-sign-device-out-text = Der OX Updater auf { $computer } sucht dann nicht mehr nach Updates, bis sich dort wieder jemand anmeldet. Installierte Programme bleiben, wie sie sind.
home-sign-device-out-keep = Angemeldet lassen
home-sign-device-out-done = { $computer } ist abgemeldet. Um den OX Updater dort wieder zu verwenden, melden Sie sich auf diesem PC an.

## what came of installs

home-report-installed = { $product } { $version } wurde installiert.
home-report-installed-needs-restart = { $product } { $version } wurde installiert. Starten Sie Windows neu, um die Installation abzuschließen.
home-report-not-really-installed = { $product } { $version } schien installiert zu sein, aber Windows führt es nicht auf. Wenden Sie sich an Ihre Administration.
home-report-cancelled = Die Installation von { $product } { $version } wurde abgebrochen. Es wurde nichts geändert.
home-report-busy = { $product } { $version } wurde nicht installiert, weil Windows mit einer anderen Installation beschäftigt war. Der OX Updater versucht es noch einmal.
home-report-programs-open = { $product } { $version } wurde nicht installiert, weil Programme geöffnet waren, die zuerst geschlossen werden müssen.
home-report-not-for-this-pc = { $product } { $version } passt nicht zu diesem PC. Wenden Sie sich an Ihre Administration.
home-report-failed = { $product } { $version } konnte nicht installiert werden. Wenden Sie sich an Ihre Administration.
home-report-download-failed = { $product } { $version } konnte nicht heruntergeladen werden. Prüfen Sie die Verbindung des PCs und versuchen Sie es im OX Updater noch einmal.
home-report-verification-failed = Die heruntergeladene Datei von { $product } { $version } war nicht die, die der Server anbietet; sie wurde deshalb nicht installiert. Wenn das noch einmal geschieht, wenden Sie sich an Ihre Administration.

## days and sizes

home-date = { $day }. { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
   *[12] Dezember
} { $year }
home-time = { $date }, { $time } UTC
home-size-kilobytes = { $number } KB
home-size-megabytes = { $number } MB
home-size-gigabytes = { $number } GB
