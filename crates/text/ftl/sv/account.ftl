# Det egna kontot: lösenord, andra faktor, sessioner, API-nycklar; första installationen.

## what went wrong

error-old-password-wrong = Lösenordet är fel. Ange det som du loggar in med nu.
error-password-same = Det nya lösenordet är det som du redan har. Välj ett annat.
error-passwords-differ = De två nya lösenorden är inte lika. Skriv båda en gång till.
error-code-wrong = Koden är fel eller har redan använts. Vänta på nästa kod i appen, kontrollera att telefonens klocka går rätt och försök igen.
error-code-too-often = Det har varit för många felaktiga koder. Vänta { $seconds ->
    [one] 1 sekund
   *[other] { $seconds } sekunder
} och logga sedan in igen.
error-set-up-late = Det tog för lång tid att ställa in den andra faktorn. Öppna sidan igen och skanna den nya koden.
error-second-factor-there = Kontot har redan en andra faktor. Stäng av den först.
error-second-factor-required = Den här servern kräver en andra faktor av administratörer, utgivare och läsare, så den kan inte stängas av.
error-set-up-code-wrong = Installationskoden är fel. Den visas på serverns konsol.
error-set-up-code-too-often = Det har varit för många felaktiga installationskoder. Starta om servern: konsolen visar då en annan.
error-last-administrator = { $name } är den sista administratören som kan logga in, så ingenting har ändrats. Gör först någon annan till administratör.
error-token-role = Vanliga användare har inga API-nycklar, eftersom de inte skulle ge åtkomst till något. Ge användaren en annan roll först.
error-token-name = En nyckel behöver ett namn på högst { $characters } tecken som säger vad den är till för, utan styrtecken och utan blanksteg i början eller slutet.
error-token-no-scope = Välj minst en behörighet: vad nyckeln får göra.
error-token-scope = Behörigheten ”{ $scope }” är mer än vad rollen hos nyckelns ägare tillåter. Ta bort den.
error-token-days = En nyckel gäller i 1 till { $days } dagar.
error-token-too-many = Kontot har { $tokens } API-nycklar, vilket är det högsta antalet. Återkalla en som inte används längre.
error-token-unknown = Det finns ingen API-nyckel { $id }. ”oxupdated token list” visar alla.

## at the console

server-set-up = Det finns ingen administratör ännu. Öppna { $url } i en webbläsare och skriv den här koden för att skapa en: { $code }

## own account

account-cancel-sign-in = Avbryt och logga in med ett annat konto
account-password-now = Ditt nuvarande lösenord
account-password-new = Nytt lösenord
account-password-again = Nytt lösenord en gång till
account-password-hint = Minst { $characters } tecken; några ord är bättre än en gåta.
account-back = Tillbaka till ditt konto
account-change = Ändra
account-on = på
account-off = av
account-recovery-codes = { $codes ->
    [0] Ingen återställningskod finns kvar.
    [one] 1 återställningskod finns kvar.
   *[other] { $codes } återställningskoder finns kvar.
}
account-sessions = Var du är inloggad
account-sessions-about = Varje webbläsare där du är inloggad. Avsluta det som du inte känner igen och byt sedan lösenord.
account-sessions-end-others = Avsluta alla andra
account-sessions-ended = { $sessions ->
    [0] Det fanns ingen annan session.
    [one] 1 annan session har avslutats.
   *[other] { $sessions } andra sessioner har avslutats.
}
account-session-address = Från
account-session-begun = Inloggad
account-session-used = Senast använd
account-session-end = Avsluta
account-session-this = den här webbläsaren
account-session-ended = Sessionen har avslutats.
account-tokens = API-nycklar
account-tokens-about = Program loggar in med dem i JSON-API:et under /api/v1. En nyckel ger aldrig åtkomst till mer än du själv får göra, och den slutar gälla när ditt lösenord eller din roll ändras.
account-token-new = En ny nyckel
account-token-name = Vad den är till för
account-token-days = Antal dagar som den gäller, högst { $days }
account-token-make = Skapa nyckeln
account-token-ends = Upphör
account-token-unused = aldrig
account-token-revoke = Återkalla
account-token-revoked = Nyckeln har återkallats och gäller inte längre.
account-token-made = Din nya API-nyckel
account-token-made-about = Det här är nyckeln ”{ $name }”. Kopiera den nu: den visas bara den här gången och servern sparar ingen kopia.
account-token-kept = Jag har kopierat den
scope-view = se paket, användare, grupper, enheter och rapporter
scope-audit = se ändringsloggen
scope-publish = ändra, publicera och dra tillbaka paket
scope-administer = ändra användare, grupper, behörigheter och enheter
own-password-title = Byt ditt lösenord
own-password-about = Här förblir du inloggad. Överallt annars loggas du ut: i andra webbläsare och på dina datorer, och dina API-nycklar slutar gälla.
own-password-changed = Ditt lösenord har ändrats. Överallt annars behöver du logga in igen.
new-password-title = Välj ditt eget lösenord
new-password-about = Du har loggat in med ett engångslösenord som någon annan kanske också känner till. Välj ett som bara du känner till.
new-password-choose = Välj det här lösenordet
second-factor-title = Andra faktor
second-factor-code = Kod
second-factor-code-hint = De sex siffrorna som din autentiseringsapp visar nu, eller en av dina återställningskoder.
second-factor-needed = Den här servern kräver en andra faktor av administratörer, utgivare och läsare. Ställ in din; det tar en minut.
second-factor-set-up = Ställ in en andra faktor
second-factor-scan = 1. Skanna den här bilden med en autentiseringsapp i din telefon.
second-factor-qr = QR-kod med hemligheten för din autentiseringsapp; samma hemlighet står nedan i bokstäver.
second-factor-type = Om du inte kan skanna den skriver du in den här hemligheten i appen:
second-factor-first-code = 2. De sex siffrorna som appen visar nu
second-factor-turn-on = Slå på den
second-factor-on = Din andra faktor är på. { $codes ->
    [0] Ingen återställningskod finns kvar: skapa nya nu.
    [one] 1 återställningskod finns kvar.
   *[other] { $codes } återställningskoder finns kvar.
}
second-factor-turn-off = Stäng av den
second-factor-turn-off-about = Då räcker ditt lösenord för att logga in. Återställningskoderna slutar gälla.
second-factor-turned-off = Din andra faktor har stängts av.
recovery-codes-title = Dina återställningskoder
recovery-codes-about = Med var och en av de här koderna kan du logga in en gång när du inte har telefonen till hands. Skriv ut dem eller förvara dem där du har dina lösenord: de visas bara den här gången.
recovery-codes-kept = Jag har sparat dem
recovery-codes-renew = Skapa nya återställningskoder
recovery-codes-renew-about = Koderna som du har slutar då att gälla.
set-up-title = Skapa den första administratören
set-up-about = Den här servern har ingen administratör ännu. Den som kan läsa dess konsol får skapa en, en gång.
set-up-code = Installationskod
set-up-code-hint = Den visas på serverns konsol, där oxupdated startades.
set-up-make = Skapa administratören
