### Wat de client zegt over zijn instellingen en over werk dat niet kon worden gedaan.

settings-policy-unusable = Het beleid “{ $name }” bevat een waarde die niet bruikbaar is en telt daarom als niet ingesteld.
settings-person-unusable = De instelling “{ $name }” bevat een waarde die niet bruikbaar is en telt daarom als niet ingesteld.
settings-installer-unusable = Wat het installatieprogramma als “{ $name }” heeft geschreven, is niet bruikbaar en telt daarom als niet ingesteld.
settings-unwritable = De instellingen konden niet worden bewaard. Probeer het opnieuw; start Windows opnieuw op als het weer gebeurt. ({ $detail })
worker-no-server = Het is nog niet bekend waar updates vandaan komen. Vul in de instellingen het adres van uw server in.
worker-failed = OX Updater is op een eigen fout gestuit en kon dit niet voltooien. Probeer het opnieuw; meld het aan uw beheerder als het weer gebeurt. ({ $detail })
worker-offer-changed = Het aanbod is intussen veranderd. Bekijk de lijst opnieuw en kies opnieuw.
machine-account-folder = De map “{ $folder }”, waarin het zijn gegevens bewaart, kon niet worden gemaakt of beschreven. Controleer of uw profiel er is en ruimte heeft en probeer het opnieuw. ({ $detail })
outcome-elevation-refused = Het heeft beheerdersrechten nodig, en die zijn niet gegeven. Wat is geïnstalleerd, blijft zoals het was. Probeer het opnieuw en ga akkoord als Windows erom vraagt.
worker-installed-meanwhile = { $product } { $version } is geïnstalleerd. Het is intussen geïnstalleerd.
