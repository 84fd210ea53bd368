### Wat het deel zegt dat voor iedereen installeert.

elevation-not-started = Het deel van OX Updater dat voor iedereen op deze pc installeert, kon niet worden gestart. Start Windows opnieuw op en probeer het nog eens; gebeurt het weer, meld het dan aan uw beheerder. ({ $detail })
elevation-broken = Het deel van OX Updater dat voor iedereen op deze pc installeert, geeft geen antwoord. Probeer het nog eens; gebeurt het weer, start Windows dan opnieuw op.
elevation-refused = Het deel van OX Updater dat voor iedereen op deze pc installeert, heeft het pakket niet geaccepteerd; er is niets gewijzigd. Probeer het nog eens; gebeurt het weer, meld het dan aan uw beheerder. ({ $detail })
elevation-place = OX Updater bewaart in “{ $folder }” wat het voor iedereen op deze pc installeert, en wat daar staat is van iemand anders of kan door anderen worden gewijzigd. Daarom is er niets geïnstalleerd. Vraag een beheerder om het te verwijderen en probeer het dan nog eens.
elevation-no-rights = Dit account heeft geen beheerdersrechten en deze Windows vraagt er niemand om; daarom is er niets geïnstalleerd. Vraag een beheerder de update te installeren.
