# Het eigen account: wachtwoord, tweede factor, sessies, API-tokens; eerste installatie.

## what went wrong

error-old-password-wrong = Het wachtwoord is onjuist. Geef het wachtwoord op waarmee u zich nu aanmeldt.
error-password-same = Het nieuwe wachtwoord is het wachtwoord dat u al hebt. Kies een ander.
error-passwords-differ = De twee nieuwe wachtwoorden zijn niet gelijk. Typ beide opnieuw.
error-code-wrong = De code is onjuist of al eerder gebruikt. Wacht op de volgende code van uw app, controleer of de klok van uw telefoon goed staat en probeer het opnieuw.
error-code-too-often = Er zijn te veel onjuiste codes ingevoerd. Wacht { $seconds ->
    [one] 1 seconde
   *[other] { $seconds } seconden
} en meld u dan opnieuw aan.
error-set-up-late = Het instellen van de tweede factor heeft te lang geduurd. Open de pagina opnieuw en scan de nieuwe code.
error-second-factor-there = Dit account heeft al een tweede factor. Schakel die eerst uit.
error-second-factor-required = Deze server vraagt beheerders, uitgevers en lezers om een tweede factor; die kan dus niet worden uitgeschakeld.
error-set-up-code-wrong = De installatiecode is onjuist. De console van de server toont deze.
error-set-up-code-too-often = Er zijn te veel onjuiste installatiecodes ingevoerd. Start de server opnieuw: de console toont dan een andere.
error-last-administrator = { $name } is de laatste beheerder die zich kan aanmelden; er is dus niets gewijzigd. Maak eerst iemand anders beheerder.
error-token-role = Gewone gebruikers hebben geen API-tokens, omdat die hun nergens toegang toe zouden geven. Geef de gebruiker eerst een andere rol.
error-token-name = Een token heeft een naam nodig van maximaal { $characters } tekens die zegt waar het voor is, zonder besturingstekens of spaties aan het begin of einde.
error-token-no-scope = Kies minstens één bevoegdheid: wat met het token mag.
error-token-scope = De bevoegdheid “{ $scope }” gaat verder dan de rol van de eigenaar van het token toestaat. Laat deze weg.
error-token-days = Een token geldt 1 tot { $days } dagen.
error-token-too-many = Dit account heeft { $tokens } API-tokens, en dat is het maximum. Trek er een in die niet meer wordt gebruikt.
error-token-unknown = Er is geen API-token { $id }. “oxupdated token list” toont alle tokens.

## at the console

server-set-up = Er is nog geen beheerder. Open { $url } in een browser en typ deze code om er een te maken: { $code }

## own account

account-cancel-sign-in = Annuleren en met een ander account aanmelden
account-password-now = Uw huidige wachtwoord
account-password-new = Nieuw wachtwoord
account-password-again = Nieuw wachtwoord, nog een keer
account-password-hint = Minimaal { $characters } tekens; een paar woorden zijn beter dan een raadsel.
account-back = Terug naar uw account
account-change = Wijzigen
account-on = ingeschakeld
account-off = uitgeschakeld
account-recovery-codes = { $codes ->
    [0] Er is geen herstelcode over.
    [one] Er is nog 1 herstelcode over.
   *[other] Er zijn nog { $codes } herstelcodes over.
}
account-sessions = Waar u bent aangemeld
account-sessions-about = Elke browser waarin u bent aangemeld. Beëindig wat u niet kent en wijzig daarna uw wachtwoord.
account-sessions-end-others = Alle andere beëindigen
account-sessions-ended = { $sessions ->
    [0] Er was geen andere sessie.
    [one] 1 andere sessie is beëindigd.
   *[other] { $sessions } andere sessies zijn beëindigd.
}
account-session-address = Vanaf
account-session-begun = Aangemeld
account-session-used = Laatst gebruikt
account-session-end = Beëindigen
account-session-this = deze browser
account-session-ended = De sessie is beëindigd.
account-tokens = API-tokens
account-tokens-about = Programma’s melden zich hiermee aan bij de JSON-API onder /api/v1. Een token geeft nooit toegang tot meer dan u zelf mag en vervalt wanneer uw wachtwoord of uw rol verandert.
account-token-new = Een nieuw token
account-token-name = Waar het voor is
account-token-days = Aantal dagen dat het geldt, maximaal { $days }
account-token-make = Token maken
account-token-ends = Vervalt
account-token-unused = nooit
account-token-revoke = Intrekken
account-token-revoked = Het token is ingetrokken en geldt niet meer.
account-token-made = Uw nieuwe API-token
account-token-made-about = Dit is het token “{ $name }”. Kopieer het nu: het wordt alleen deze keer getoond en de server bewaart geen kopie.
account-token-kept = Ik heb het gekopieerd
scope-view = pakketten, gebruikers, groepen, apparaten en rapporten bekijken
scope-audit = het wijzigingslogboek bekijken
scope-publish = pakketten wijzigen, publiceren en intrekken
scope-administer = gebruikers, groepen, machtigingen en apparaten wijzigen
own-password-title = Uw wachtwoord wijzigen
own-password-about = Hier blijft u aangemeld. Overal elders wordt u afgemeld: in andere browsers en op uw pc’s, en uw API-tokens vervallen.
own-password-changed = Uw wachtwoord is gewijzigd. Overal elders moet u zich opnieuw aanmelden.
new-password-title = Kies uw eigen wachtwoord
new-password-about = U hebt zich aangemeld met een eenmalig wachtwoord, dat iemand anders misschien ook kent. Kies een wachtwoord dat alleen u kent.
new-password-choose = Dit wachtwoord kiezen
second-factor-title = Tweede factor
second-factor-code = Verificatiecode
second-factor-code-hint = De zes cijfers die uw authenticator-app nu toont, of een van uw herstelcodes.
second-factor-needed = Deze server vraagt beheerders, uitgevers en lezers om een tweede factor. Stel die van u in; dat duurt een minuut.
second-factor-set-up = Een tweede factor instellen
second-factor-scan = 1. Scan deze afbeelding met een authenticator-app op uw telefoon.
second-factor-qr = QR-code met het geheim voor uw authenticator-app; hetzelfde staat hieronder in letters.
second-factor-type = Kunt u de afbeelding niet scannen, typ dan dit geheim in de app:
second-factor-first-code = 2. De zes cijfers die de app nu toont
second-factor-turn-on = Inschakelen
second-factor-on = Uw tweede factor is ingeschakeld. { $codes ->
    [0] Er is geen herstelcode over: maak nu nieuwe.
    [one] Er is nog 1 herstelcode over.
   *[other] Er zijn nog { $codes } herstelcodes over.
}
second-factor-turn-off = Uitschakelen
second-factor-turn-off-about = Uw wachtwoord alleen is dan genoeg om u aan te melden. De herstelcodes gelden niet meer.
second-factor-turned-off = Uw tweede factor is uitgeschakeld.
recovery-codes-title = Uw herstelcodes
recovery-codes-about = Met elk van deze codes kunt u zich één keer aanmelden wanneer u uw telefoon niet bij de hand hebt. Druk ze af of bewaar ze waar u wachtwoorden bewaart: ze worden alleen deze keer getoond.
recovery-codes-kept = Ik heb ze bewaard
recovery-codes-renew = Nieuwe herstelcodes maken
recovery-codes-renew-about = De codes die u hebt, gelden dan niet meer.
set-up-title = De eerste beheerder maken
set-up-about = Deze server heeft nog geen beheerder. Wie de console kan lezen, mag er een maken, één keer.
set-up-code = Installatiecode
set-up-code-hint = De console van de server toont deze, waar oxupdated is gestart.
set-up-make = Beheerder maken
