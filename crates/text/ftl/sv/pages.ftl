# Ramen för alla serverns sidor: navigering, formulär, inloggning, fel.

# Frame and navigation
page-skip = Till innehållet
page-navigation = Administration
page-navigation-account = Ditt konto
page-administration = Administration
page-overview = Översikt
page-packages = Paket
page-users = Användare
page-groups = Grupper
page-devices = Enheter
page-reports = Rapporter
page-audit = Ändringslogg
page-settings = Inställningar
page-account = Konto
page-home = Startsida
page-sign-out = Logga ut
page-back = Tillbaka till startsidan
page-refused = Det gick inte
page-failed = Servern kunde inte göra det
page-absent = Sidan hittades inte
page-absent-why = Adressen kan vara fel, det som fanns här kan ha tagits bort, eller så är det inte avsett för dig.
page-language = Språk
page-pager = Sidor i den här listan
page-pager-previous = Föregående
page-pager-next = Nästa
page-pager-beyond = Sidan { $page } ligger efter slutet; listan har { $pages }.
page-pager-first = Första sidan
page-pager-shown = { $first } till { $last } av { $total }

# Signing in
sign-in-title = Logga in
sign-in = Logga in
sign-in-name = Användarnamn
sign-in-password = Lösenord

error-body-not-form = Den här adressen tar emot ett formulär. Skicka det som application/x-www-form-urlencoded.
error-form-foreign = Formuläret skickades inte från en sida i din session, så ingenting har ändrats. Öppna sidan igen och skicka formuläret på nytt.

# What can go wrong
error-credentials-missing = Logga in med ditt namn och ditt lösenord.
error-not-signed-in = Namnet eller lösenordet är fel. Kontrollera båda och försök igen.
error-password-one-time = Det här är ett engångslösenord. Logga först in på serverns sida och välj ett eget lösenord.
error-busy = Många loggar in just nu. Försök igen om några sekunder.
error-source-away = Systemet som känner till ditt konto svarar inte just nu. Det beror inte på ditt lösenord. Försök igen om en minut.
error-password-of-source = Lösenordet för ”{ $user }” hanteras av { $source } och kan bara ändras där.
error-sign-in-too-often = Det har varit för många felaktiga lösenord. Vänta { $seconds ->
    [one] 1 sekund
   *[other] { $seconds } sekunder
} och kontrollera namnet och lösenordet innan du försöker igen.
error-not-found = Här finns ingenting.
error-method-unknown = Den här adressen kan inte användas på det sättet.
error-host-wrong = Begäran anger inte vilken server den är avsedd för. Skicka ett enda Host-huvud med ett namn eller en adress.
error-host-foreign = Den här servern är inte ”{ $host }”. Kontrollera adressen; administratören kan tillåta namnet med inställningen allowed_hosts.
error-not-by-proxy = Den här servern nås bara via sin proxy. Kontrollera adressen.
error-url-too-long = Adressen är för lång. Den får ha högst { $bytes } byte.
error-body-too-large = Begäran är för stor. Den får ha högst { $bytes } byte.
error-body-late = Begäran kom inte fram i tid. Skicka den igen.
error-body-wrong = Begäran kan inte läsas ({ $detail }).
error-disk-full = Serverns disk är full. Ingenting har ändrats. Frigör utrymme och försök igen.
error-internal = Servern kunde inte göra det, och det beror inte på dig. Orsaken står i serverns logg.
password-too-short = Lösenordet är för kort. Det måste ha minst { $characters } tecken.
password-too-long = Lösenordet är för långt. Det får ha högst { $characters } tecken.
password-control-character = Lösenordet innehåller ett styrtecken. Välj ett utan.
password-device-token = Lösenordet börjar med { $prefix }, precis som enheternas nycklar. Välj ett annat.

# Words
heading-name = Namn
heading-role = Roll
heading-scopes = Behörigheter
word-role-user = användare
word-role-viewer = läsare
word-role-publisher = utgivare
word-role-administrator = administratör
