# Le cadre de toutes les pages du serveur : navigation, formulaires, connexion, erreurs.

# Frame and navigation
page-skip = Aller au contenu
page-navigation = Administration
page-navigation-account = Votre compte
page-administration = Administration
page-overview = Vue d’ensemble
page-packages = Paquets
page-users = Utilisateurs
page-groups = Groupes
page-devices = Appareils
page-reports = Rapports
page-audit = Journal des modifications
page-settings = Paramètres
page-account = Compte
page-home = Accueil
page-sign-out = Se déconnecter
page-back = Retour à l’accueil
page-refused = Cela n’a pas fonctionné
page-failed = Le serveur n’a pas pu le faire
page-absent = Page introuvable
page-absent-why = L’adresse est peut-être fausse, ce qui s’y trouvait a été supprimé, ou cela ne vous est pas destiné.
page-language = Langue
page-pager = Pages de cette liste
page-pager-previous = Précédent
page-pager-next = Suivant
page-pager-beyond = La page { $page } est au-delà de la fin ; la liste en compte { $pages }.
page-pager-first = Première page
page-pager-shown = { $first } à { $last } sur { $total }

# Signing in
sign-in-title = Connexion
sign-in = Se connecter
sign-in-name = Nom d’utilisateur
sign-in-password = Mot de passe

error-body-not-form = Cette adresse attend un formulaire. Envoyez-le au format application/x-www-form-urlencoded.
error-form-foreign = Ce formulaire n’a pas été envoyé depuis une page de votre session ; rien n’a donc été modifié. Ouvrez de nouveau la page et renvoyez le formulaire.

# What can go wrong
error-credentials-missing = Connectez-vous avec votre nom et votre mot de passe.
error-not-signed-in = Le nom ou le mot de passe est incorrect. Vérifiez-les et réessayez.
error-password-one-time = Ceci est un mot de passe à usage unique. Connectez-vous d’abord sur la page de ce serveur et choisissez votre propre mot de passe.
error-busy = De nombreuses personnes se connectent en ce moment. Réessayez dans quelques secondes.
error-source-away = Le système qui connaît votre compte ne répond pas pour le moment. Votre mot de passe n’est pas en cause. Réessayez dans une minute.
error-password-of-source = Le mot de passe de « { $user } » est géré par { $source } et ne peut être changé que là.
error-sign-in-too-often = Il y a eu trop de mots de passe incorrects. Patientez { $seconds ->
    [one] 1 seconde
   *[other] { $seconds } secondes
}, puis vérifiez le nom et le mot de passe avant de réessayer.
error-not-found = Il n’y a rien ici.
error-method-unknown = Cette adresse ne peut pas être utilisée de cette façon.
error-host-wrong = La requête n’indique pas à quel serveur elle est destinée. Envoyez un seul en-tête Host avec un nom ou une adresse.
error-host-foreign = Ce serveur n’est pas « { $host } ». Vérifiez l’adresse ; l’administrateur peut autoriser ce nom avec le paramètre allowed_hosts.
error-not-by-proxy = Ce serveur n’est accessible que par son proxy. Vérifiez l’adresse.
error-url-too-long = L’adresse est trop longue. Elle peut compter { $bytes } octets au maximum.
error-body-too-large = La requête est trop volumineuse. Elle peut compter { $bytes } octets au maximum.
error-body-late = La requête n’est pas arrivée à temps. Envoyez-la de nouveau.
error-body-wrong = La requête ne peut pas être lue ({ $detail }).
error-disk-full = Le disque du serveur est plein. Rien n’a été modifié. Libérez de la place, puis réessayez.
error-internal = Le serveur n’a pas pu le faire, et ce n’est pas de votre faute. Son journal en indique la raison.
password-too-short = Le mot de passe est trop court. Il doit compter au moins { $characters } caractères.
password-too-long = Le mot de passe est trop long. Il peut compter { $characters } caractères au maximum.
password-control-character = Le mot de passe contient un caractère de contrôle. Choisissez-en un qui n’en contient pas.
password-device-token = Le mot de passe commence par { $prefix }, comme les clés des appareils. Choisissez-en un autre.

# Words
heading-name = Nom
heading-role = Rôle
heading-scopes = Étendue
word-role-user = utilisateur
word-role-viewer = lecteur
word-role-publisher = éditeur
word-role-administrator = administrateur
