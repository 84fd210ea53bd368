# Le compte personnel : mot de passe, second facteur, sessions, jetons d'API ; première installation.

## what went wrong

error-old-password-wrong = Le mot de passe est incorrect. Indiquez celui avec lequel vous vous connectez actuellement.
error-password-same = Le nouveau mot de passe est celui que vous avez déjà. Choisissez-en un autre.
error-passwords-differ = Les deux nouveaux mots de passe ne sont pas identiques. Saisissez-les de nouveau.
error-code-wrong = Le code est incorrect ou a déjà été utilisé. Attendez le prochain code de votre application, vérifiez que l’heure de votre téléphone est juste, puis réessayez.
error-code-too-often = Il y a eu trop de codes incorrects. Patientez { $seconds ->
    [one] 1 seconde
   *[other] { $seconds } secondes
}, puis connectez-vous de nouveau.
error-set-up-late = La configuration du second facteur a pris trop de temps. Ouvrez de nouveau la page et scannez le nouveau code.
error-second-factor-there = Ce compte a déjà un second facteur. Désactivez-le d’abord.
error-second-factor-required = Ce serveur exige un second facteur des administrateurs, des éditeurs et des lecteurs ; il ne peut donc pas être désactivé.
error-set-up-code-wrong = Le code d’installation est incorrect. Il est affiché sur la console du serveur.
error-set-up-code-too-often = Il y a eu trop de codes d’installation incorrects. Redémarrez le serveur : sa console en affiche un autre.
error-last-administrator = { $name } est le dernier administrateur qui peut se connecter ; rien n’a donc été modifié. Donnez d’abord le rôle d’administrateur à quelqu’un d’autre.
error-token-role = Les simples utilisateurs n’ont pas de jetons d’API, car ceux-ci ne leur ouvriraient rien. Donnez d’abord un autre rôle à l’utilisateur.
error-token-name = Un jeton a besoin d’un nom de { $characters } caractères au maximum qui dit à quoi il sert, sans caractères de contrôle ni espaces aux extrémités.
error-token-no-scope = Choisissez au moins une étendue : ce que le jeton permet de faire.
error-token-scope = L’étendue « { $scope } » dépasse ce que permet le rôle du propriétaire du jeton. Retirez-la.
error-token-days = Un jeton est valable de 1 à { $days } jours.
error-token-too-many = Ce compte a { $tokens } jetons d’API, ce qui est le maximum. Révoquez-en un qui n’est plus utilisé.
error-token-unknown = Il n’y a pas de jeton d’API { $id }. « oxupdated token list » les affiche tous.

## at the console

server-set-up = Il n’y a pas encore d’administrateur. Pour en créer un, ouvrez { $url } dans un navigateur et saisissez ce code : { $code }

## own account

account-cancel-sign-in = Annuler et se connecter avec un autre compte
account-password-now = Votre mot de passe actuel
account-password-new = Nouveau mot de passe
account-password-again = Nouveau mot de passe, encore une fois
account-password-hint = Au moins { $characters } caractères ; quelques mots valent mieux qu’une énigme.
account-back = Retour à votre compte
account-change = Modifier
account-on = activé
account-off = désactivé
account-recovery-codes = { $codes ->
    [0] Il ne reste aucun code de secours.
    [one] Il reste 1 code de secours.
   *[other] Il reste { $codes } codes de secours.
}
account-sessions = Où vous êtes connecté
account-sessions-about = Chaque navigateur dans lequel vous êtes connecté. Mettez fin aux sessions que vous ne connaissez pas, puis changez votre mot de passe.
account-sessions-end-others = Mettre fin à toutes les autres
account-sessions-ended = { $sessions ->
    [0] Il n’y avait aucune autre session.
    [one] 1 autre session a été fermée.
   *[other] { $sessions } autres sessions ont été fermées.
}
account-session-address = Depuis
account-session-begun = Connexion
account-session-used = Dernière utilisation
account-session-end = Mettre fin
account-session-this = ce navigateur
account-session-ended = La session a été fermée.
account-tokens = Jetons d’API
account-tokens-about = Les programmes s’en servent pour se connecter à l’API JSON sous /api/v1. Un jeton n’ouvre jamais plus que ce que vous pouvez faire vous-même, et il prend fin lorsque votre mot de passe ou votre rôle change.
account-token-new = Un nouveau jeton
account-token-name = À quoi il sert
account-token-days = Nombre de jours de validité, { $days } au maximum
account-token-make = Créer le jeton
account-token-ends = Fin
account-token-unused = jamais
account-token-revoke = Révoquer
account-token-revoked = Le jeton a été révoqué et n’est plus valable.
account-token-made = Votre nouveau jeton d’API
account-token-made-about = Voici le jeton « { $name } ». Copiez-le maintenant : il n’est affiché qu’une seule fois, et le serveur n’en garde aucune copie.
account-token-kept = Je l’ai copié
scope-view = voir les paquets, utilisateurs, groupes, appareils et rapports
scope-audit = voir le journal des modifications
scope-publish = modifier, publier et retirer des paquets
scope-administer = modifier les utilisateurs, groupes, autorisations et appareils
own-password-title = Changer votre mot de passe
own-password-about = Vous restez connecté ici. Partout ailleurs, vous êtes déconnecté : dans les autres navigateurs et sur vos PC, et vos jetons d’API prennent fin.
own-password-changed = Votre mot de passe a été changé. Partout ailleurs, vous devez vous reconnecter.
new-password-title = Choisissez votre propre mot de passe
new-password-about = Vous vous êtes connecté avec un mot de passe à usage unique, que quelqu’un d’autre connaît peut-être aussi. Choisissez-en un que vous seul connaissez.
new-password-choose = Choisir ce mot de passe
second-factor-title = Second facteur
second-factor-code = Code de vérification
second-factor-code-hint = Les six chiffres que votre application d’authentification affiche en ce moment, ou l’un de vos codes de secours.
second-factor-needed = Ce serveur exige un second facteur des administrateurs, des éditeurs et des lecteurs. Configurez le vôtre ; cela prend une minute.
second-factor-set-up = Configurer un second facteur
second-factor-scan = 1. Scannez cette image avec une application d’authentification sur votre téléphone.
second-factor-qr = Code QR contenant le secret pour votre application d’authentification ; le même figure en lettres ci-dessous.
second-factor-type = Si vous ne pouvez pas la scanner, saisissez ce secret dans l’application :
second-factor-first-code = 2. Les six chiffres que l’application affiche en ce moment
second-factor-turn-on = L’activer
second-factor-on = Votre second facteur est activé. { $codes ->
    [0] Il ne reste aucun code de secours : créez-en de nouveaux maintenant.
    [one] Il reste 1 code de secours.
   *[other] Il reste { $codes } codes de secours.
}
second-factor-turn-off = Le désactiver
second-factor-turn-off-about = Votre mot de passe seul suffira alors pour vous connecter. Les codes de secours ne seront plus valables.
second-factor-turned-off = Votre second facteur a été désactivé.
recovery-codes-title = Vos codes de secours
recovery-codes-about = Chacun de ces codes vous permet de vous connecter une fois lorsque vous n’avez pas votre téléphone. Imprimez-les ou conservez-les avec vos mots de passe : ils ne sont affichés qu’une seule fois.
recovery-codes-kept = Je les ai conservés
recovery-codes-renew = Créer de nouveaux codes de secours
recovery-codes-renew-about = Les codes que vous avez ne seront alors plus valables.
set-up-title = Créer le premier administrateur
set-up-about = Ce serveur n’a pas encore d’administrateur. Toute personne qui peut lire sa console peut en créer un, une seule fois.
set-up-code = Code d’installation
set-up-code-hint = Il est affiché sur la console du serveur, là où oxupdated a été démarré.
set-up-make = Créer l’administrateur
