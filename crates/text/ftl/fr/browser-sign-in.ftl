# Signing in with the browser in place of a password, as the client tells of it.

## why it did not work

browser-sign-in-not-offered = Ce serveur ne propose pas la connexion avec le navigateur. Connectez-vous avec votre nom et votre mot de passe.
browser-sign-in-other-place = Le serveur envoie le navigateur vers { $address }, qui n’est pas une page de { $server } ; elle n’a donc pas été ouverte. Connectez-vous avec votre nom et votre mot de passe, et prévenez votre administrateur.
browser-sign-in-not-understood = Ce que le serveur a dit de la connexion avec le navigateur n’a pas pu être compris. Connectez-vous avec votre nom et votre mot de passe.
browser-sign-in-denied = La connexion a été refusée dans le navigateur. Si ce n’est pas ce que vous vouliez, réessayez.
browser-sign-in-expired = Personne n’a confirmé à temps la connexion dans le navigateur. Réessayez.

## in the window

button-sign-in-with-browser = Se connecter avec le navi&gateur
button-open-browser-again = &Ouvrir à nouveau
button-copy-code = Copier le co&de
browser-sign-in-heading = Connectez-vous avec le navigateur.
browser-sign-in-asking = OX Updater demande un code au serveur. Cela prend quelques secondes.
browser-sign-in-opened = Votre navigateur s’est ouvert. Connectez-vous-y si cela vous est demandé, et n’acceptez que si vous voyez ce code :
browser-sign-in-by-hand = Si aucun navigateur ne s’est ouvert, ouvrez { $address } dans un navigateur et saisissez-y le code.
browser-sign-in-goes-on = { $minutes ->
        [one] Le code est valable 1 minute. Dès que vous aurez accepté, la suite viendra ici d’elle-même.
       *[other] Le code est valable { $minutes } minutes. Dès que vous aurez accepté, la suite viendra ici d’elle-même.
    }

## at the command line

oxupdate-sign-in-help = Connecte ce PC à un serveur et conserve sa connexion pour les prochaines exécutions.
oxupdate-sign-in-arg-browser = Connecte avec un navigateur, sur ce PC ou sur un autre, au lieu d’un mot de passe. Il s’ouvre là où c’est possible ; l’adresse et un code sont affichés dans tous les cas.
cli-browser-address = Pour vous connecter, ouvrez cette adresse dans un navigateur :
cli-browser-code = N’y acceptez que si vous voyez ce code :
cli-browser-opened = Votre navigateur s’est ouvert.
cli-browser-waits = { $minutes ->
        [one] Vous avez 1 minute. Ctrl-C annule.
       *[other] Vous avez { $minutes } minutes. Ctrl-C annule.
    }
cli-browser-waiting = En attente de votre accord dans le navigateur
cli-signed-in = Connecté à { $origin } en tant que { $user }.
cli-sign-in-dry-run = Se connecter change ce qui est conservé et ne peut donc pas être essayé avec --dry-run. Retirez cette option.
cli-sign-in-name-missing = Indiquez votre nom avec --user, ou connectez-vous avec --browser.
cli-sign-in-not-kept = Le nom et le mot de passe n’ont pas été reconnus faux, mais ce PC n’a pas reçu de connexion propre qui puisse être conservée. Donnez le mot de passe à chaque exécution.
