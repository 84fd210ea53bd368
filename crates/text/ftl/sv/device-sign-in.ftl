# Pages: signing a PC in, and the buttons to sign in by another system.

device-sign-in-title = Logga in på en dator
device-sign-in-enter = Ange en kod som en dator visar
device-sign-in-code = Kod
device-sign-in-code-hint = Åtta bokstäver, till exempel BCDF-GHJK. OX Updater på din dator visar dem.
device-sign-in-next = Fortsätt
device-sign-in-question = Logga in på den här datorn?
device-sign-in-who = OX Updater på den här datorn vill bli inloggad som { $name }.
device-sign-in-computer = Dator
device-sign-in-address = Frågar från
device-sign-in-time = Frågade
device-sign-in-warning = Svara ja bara om du själv just har börjat detta på datorn och datorn visar samma kod. Om någon annan har skickat koden eller en länk till dig, svara nej: dina uppdateringar skulle hamna på en dator som inte är din.
device-sign-in-yes = Ja, logga in
device-sign-in-no = Nej
device-sign-in-done = { $computer } är inloggad som { $name }.
device-sign-in-refused = { $computer } loggades inte in.
device-sign-in-close-title = Du kan stänga den här sidan
device-sign-in-close = OX Updater på datorn fortsätter av sig själv inom några sekunder.
device-sign-in-home = Dina program och datorer
error-device-code-unknown = Ingen dator väntar med den här koden, eller så har den väntat för länge. Jämför koden med den på datorn. Om den är densamma, börja om på datorn: då visas en annan.
error-device-code-decided = Den här koden har redan besvarats. Om datorn inte är inloggad, börja om på datorn: då visas en annan kod.
error-device-code-too-often = Det har varit för många felaktiga koder. Kom tillbaka om { $minutes ->
    [one] 1 minut
   *[other] { $minutes } minuter
}.

## by another system

sign-in-with = Logga in med { $name }
sign-in-with-title = Du går vidare till { $name }
sign-in-with-about = Du loggar in där och kommer sedan tillbaka hit. Om inget händer, gå vidare själv.
sign-in-with-continue = Fortsätt till { $name }
error-provider-not-under-way = Den här inloggningen pågår inte längre: den tog längre än { $minutes } minuter, är redan klar eller började i ett annat fönster. Börja om.
error-provider-denied = { $name } loggade inte in dig: inloggningen avbröts där, eller så får du inte använda tjänsten. Om det förvånar dig, fråga din administratör.
error-provider-refused = { $name } kunde inte logga in dig. Försök igen; om det händer på nytt, säg till din administratör.
error-provider-away = { $name } svarar inte just nu. Försök igen om några minuter.
error-provider-not-believed = Det som { $name } säger om dig kunde inte kontrolleras, så du är inte inloggad. Försök igen; om det händer på nytt, säg till din administratör.
error-provider-mail-not-verified = { $name } säger inte att din e-postadress är bekräftad, och här är den ditt namn. Bekräfta den där eller fråga din administratör.
error-provider-account = { $name } känner till dig, men ditt konto där kan inte användas här. Fråga din administratör.
