# The frame of all pages of the server: navigation, forms, sign-in, errors.

# Rahmen und Navigation
page-skip = Zum Inhalt springen
page-navigation = Verwaltung
page-navigation-account = Ihr Konto
page-administration = Verwaltung
page-overview = Übersicht
page-packages = Pakete
page-users = Benutzer
page-groups = Gruppen
page-devices = Geräte
page-reports = Berichte
page-audit = Protokoll
page-settings = Einstellungen
page-account = Konto
page-home = Startseite
page-sign-out = Abmelden
page-back = Zurück zum Anfang
page-refused = Das hat nicht geklappt
page-failed = Der Server konnte das nicht ausführen
page-language = Sprache
page-pager = Seiten dieser Liste
page-pager-previous = Zurück
page-pager-next = Weiter
page-pager-none = Hier ist nichts.
page-pager-shown = {$first} bis {$last} von {$total}

# Anmelden
sign-in-title = Anmelden
sign-in = Anmelden
sign-in-name = Benutzername
sign-in-password = Passwort

error-body-not-form = Diese Adresse nimmt ein Formular entgegen. Senden Sie es als application/x-www-form-urlencoded.
error-form-foreign = Dieses Formular kam nicht von einer Seite Ihrer Sitzung, deshalb wurde nichts geändert. Öffnen Sie die Seite neu und senden Sie das Formular noch einmal.

# Einstellungen
settings-of-the-server = Einstellungen des Servers
settings-how-to-change = Sie stehen in der Datei oxupdated.toml im Datenordner oder in der Umgebung und gelten ab dem nächsten Start des Servers.
settings-name = Einstellung
settings-value = Wert
settings-about = Wirkung
settings-origin = Aus
settings-nothing = (nichts)
settings-origin-default = der Vorgabe
settings-origin-file = der Datei {$file}
settings-origin-variable = der Variablen {$variable}
settings-origin-command-line = der Befehlszeile
settings-updater = Updater-Paket
settings-updater-about = Das Installationsprogramm des OX Updater, das Benutzer auf ihrer Startseite erhalten, bereits für diesen Server eingerichtet.
settings-webhooks = Webhooks
settings-webhooks-about = Andere Programme, denen mitgeteilt wird, wenn ein Paket veröffentlicht wurde oder eine Installation fehlgeschlagen ist.
