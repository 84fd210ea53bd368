# Pages: signing a PC in, and the buttons to sign in by another system.

device-sign-in-title = Aanmelden op een pc
device-sign-in-enter = Een code invoeren die een pc toont
device-sign-in-code = Code
device-sign-in-code-hint = Acht letters, zoals BCDF-GHJK. OX Updater op uw pc toont ze.
device-sign-in-next = Doorgaan
device-sign-in-question = Aanmelden op deze pc?
device-sign-in-who = OX Updater op deze pc vraagt om te worden aangemeld als { $name }.
device-sign-in-computer = Pc
device-sign-in-address = Vraagt vanaf
device-sign-in-time = Gevraagd op
device-sign-in-warning = Zeg alleen ja als u hier zelf zojuist op de pc mee bent begonnen en de pc dezelfde code toont. Heeft iemand anders u de code of een koppeling gestuurd, zeg dan nee: uw updates zouden naar een pc gaan die niet van u is.
device-sign-in-yes = Ja, aanmelden
device-sign-in-no = Nee
device-sign-in-done = { $computer } is aangemeld als { $name }.
device-sign-in-refused = { $computer } is niet aangemeld.
device-sign-in-close-title = U kunt deze pagina sluiten
device-sign-in-close = OX Updater gaat op de pc binnen enkele seconden vanzelf verder.
device-sign-in-home = Uw programma’s en pc’s
error-device-code-unknown = Er wacht geen pc met deze code, of die heeft te lang gewacht. Vergelijk de code met die op de pc. Is het dezelfde, begin dan opnieuw op de pc: die toont dan een andere.
error-device-code-decided = Deze code is al beantwoord. Is de pc niet aangemeld, begin dan opnieuw op de pc: die toont dan een andere code.
error-device-code-too-often = Er zijn te veel onjuiste codes ingevoerd. Kom over { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
} terug.

## by another system

sign-in-with = Aanmelden met { $name }
sign-in-with-title = U gaat verder naar { $name }
sign-in-with-about = U meldt zich daar aan en komt dan hier terug. Gebeurt er niets, ga dan zelf verder.
sign-in-with-continue = Doorgaan naar { $name }
error-provider-not-under-way = Deze aanmelding loopt niet meer: ze duurde langer dan { $minutes } minuten, is al voltooid of begon in een ander venster. Begin opnieuw.
error-provider-denied = { $name } heeft u niet aangemeld: de aanmelding is daar geannuleerd, of u mag deze dienst niet gebruiken. Verrast dat u, vraag het dan aan uw beheerder.
error-provider-refused = { $name } kon u niet aanmelden. Probeer het opnieuw; gebeurt het weer, meld het dan aan uw beheerder.
error-provider-away = { $name } geeft op dit moment geen antwoord. Probeer het over een paar minuten opnieuw.
error-provider-not-believed = Wat { $name } over u zegt, kon niet worden gecontroleerd; daarom bent u niet aangemeld. Probeer het opnieuw; gebeurt het weer, meld het dan aan uw beheerder.
error-provider-mail-not-verified = { $name } zegt niet dat uw e-mailadres is bevestigd, en hier is dat uw naam. Laat het daar bevestigen of vraag het aan uw beheerder.
error-provider-account = { $name } kent u, maar uw account daar kan hier niet worden gebruikt. Vraag het aan uw beheerder.
