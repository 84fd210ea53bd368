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
page-absent = Seite nicht gefunden
page-absent-why = Vielleicht ist die Adresse falsch, das Gesuchte wurde entfernt, oder es ist nicht für Sie bestimmt.
page-language = Sprache
page-pager = Seiten dieser Liste
page-pager-previous = Zurück
page-pager-next = Weiter
page-pager-beyond = Seite {$page} liegt hinter dem Ende; die Liste hat {$pages}.
page-pager-first = Erste Seite
page-pager-shown = {$first} bis {$last} von {$total}

# Anmelden
sign-in-title = Anmelden
sign-in = Anmelden
sign-in-name = Benutzername
sign-in-password = Passwort

error-body-not-form = Diese Adresse nimmt ein Formular entgegen. Senden Sie es als application/x-www-form-urlencoded.
error-form-foreign = Dieses Formular kam nicht von einer Seite Ihrer Sitzung, deshalb wurde nichts geändert. Öffnen Sie die Seite neu und senden Sie das Formular noch einmal.

# Was schiefgehen kann
error-credentials-missing = Melden Sie sich mit Ihrem Namen und Ihrem Passwort an.
error-not-signed-in = Der Name oder das Passwort ist falsch. Prüfen Sie beides und versuchen Sie es noch einmal.
error-password-one-time = Dieses Passwort taugt nur für eines: Melden Sie sich damit im Browser auf den Seiten dieses Servers an und wählen Sie dort Ihr eigenes Passwort.
error-busy = Gerade melden sich viele an. Versuchen Sie es in einigen Sekunden noch einmal.
error-source-away = Die Stelle, die Ihr Konto kennt, antwortet gerade nicht. An Ihrem Passwort liegt es nicht. Versuchen Sie es in einer Minute noch einmal.
error-password-of-source = Das Passwort von „{ $user }“ verwaltet { $source }; nur dort lässt es sich ändern.
error-sign-in-too-often = Es gab zu viele falsche Passwörter. Warten Sie { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
} und prüfen Sie Name und Passwort, bevor Sie es noch einmal versuchen.
error-not-found = Hier ist nichts.
error-method-unknown = Diese Adresse kann so nicht verwendet werden.
error-host-wrong = Die Anfrage sagt nicht, für welchen Server sie gedacht ist. Senden Sie einen Host-Header mit einem Namen oder einer Adresse.
error-host-foreign = Dieser Server ist nicht „{ $host }“. Prüfen Sie die Adresse; wer den Server verwaltet, kann den Namen mit der Einstellung allowed_hosts erlauben.
error-not-by-proxy = Dieser Server ist nur über seinen Proxy zu erreichen. Prüfen Sie die Adresse.
error-url-too-long = Die Adresse ist zu lang. Sie darf höchstens { $bytes } Bytes haben.
error-body-too-large = Die Anfrage ist zu groß. Sie darf höchstens { $bytes } Bytes haben.
error-body-late = Die Anfrage ist nicht rechtzeitig angekommen. Senden Sie sie noch einmal.
error-body-wrong = Die Anfrage kann nicht gelesen werden ({ $detail }).
error-disk-full = Die Festplatte des Servers ist voll. Es wurde nichts geändert. Schaffen Sie dort Platz und versuchen Sie es noch einmal.
error-internal = Der Server konnte das nicht tun, und es liegt nicht an Ihnen. Sein Protokoll sagt, warum.
password-too-short = Das Passwort ist zu kurz. Es braucht mindestens { $characters } Zeichen.
password-too-long = Das Passwort ist zu lang. Es darf höchstens { $characters } Zeichen haben.
password-control-character = Das Passwort enthält ein Steuerzeichen. Wählen Sie eines ohne.
password-device-token = Das Passwort beginnt mit { $prefix } wie die Schlüssel von Geräten. Wählen Sie ein anderes.

# Wörter
heading-name = Name
heading-role = Rolle
heading-scopes = Bereiche
word-role-user = Benutzer
word-role-viewer = Betrachter
word-role-publisher = Herausgeber
word-role-administrator = Administrator
