### Wat het deel zegt dat voor iedereen installeert.

elevation-not-started = Het deel van OX Updater dat voor iedereen op deze pc installeert, kon niet worden gestart. Start Windows opnieuw op en probeer het nog eens; gebeurt het weer, meld het dan aan uw beheerder. ({ $detail })
elevation-broken = Het deel van OX Updater dat voor iedereen op deze pc installeert, geeft geen antwoord. Probeer het nog eens; gebeurt het weer, start Windows dan opnieuw op.
elevation-refused = Het deel van OX Updater dat voor iedereen op deze pc installeert, heeft het pakket niet geaccepteerd; er is niets gewijzigd. Probeer het nog eens; gebeurt het weer, meld het dan aan uw beheerder. ({ $detail })
