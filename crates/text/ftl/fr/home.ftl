# La page d’accueil des utilisateurs : ce qu’ils peuvent obtenir, et l’état de leurs PC.

home-title = Vos programmes
home-signed-in = Session ouverte au nom de { $name }.

## the updater

home-updater-text = OX Updater installe les programmes ci-dessous sur votre PC et les tient à jour. Il est déjà configuré pour ce serveur.
home-updater-download = Télécharger OX Updater
home-updater-facts = Version { $version } pour Windows, { $size }
home-updater-step-open = Ouvrez le fichier téléchargé. Conservez son nom : il indique à OX Updater quel est votre serveur.
home-updater-step-sign-in = Connectez-vous avec le nom et le mot de passe que vous utilisez ici.
home-updater-step-install = OX Updater affiche ce qu’il peut installer et vous demande votre accord avant de le faire.
home-updater-missing = OX Updater ne peut pas encore être téléchargé ici. Veuillez vous adresser à votre administrateur.
home-updater-choose = Choisir le paquet d’OX Updater
error-no-updater-package = Ce serveur ne propose pas encore de programme d’installation d’OX Updater. Adressez-vous à votre administrateur.

## products

home-products = Programmes pour vous
home-products-none = Il n’y a aucun programme pour vous pour le moment. Si vous en attendez un, adressez-vous à votre administrateur.
home-products-more = { $count ->
    [one] Il y a 1 autre programme. OX Updater les affiche tous.
   *[other] Il y a { $count } autres programmes. OX Updater les affiche tous.
}
home-product-version = Version { $version }
home-product-requires = Compatible avec
home-product-size = Taille
home-product-released = Publié le
home-product-information = En savoir plus sur { $product }
home-product-news = Nouveautés de la version { $version }

## PCs

home-devices = Vos PC
home-devices-none = Aucun de vos PC n’est encore configuré. Installez OX Updater sur votre PC et connectez-vous-y ; le PC apparaîtra alors ici.
home-device-current = À jour, dernière vérification le { $date }
home-device-waiting = { $count ->
    [one] 1 mise à jour en attente, dernière vérification le { $date }
   *[other] { $count } mises à jour en attente, dernière vérification le { $date }
}
home-device-untold = N’a pas encore recherché de mises à jour
home-device-seen = Vu pour la dernière fois le { $date }
home-device-reports = Dernières installations
home-other-reports = Dernières installations sur d’autres PC
home-sign-device-out = Déconnecter ce PC
home-sign-device-out-title = Déconnecter { $computer } ?
home-sign-device-out-text = OX Updater ne recherchera plus de mises à jour sur { $computer } tant que personne ne s’y sera reconnecté. Les programmes installés restent en place.
home-sign-device-out-keep = Le laisser connecté
home-sign-device-out-done = { $computer } est déconnecté. Pour y utiliser de nouveau OX Updater, connectez-vous sur ce PC.

## what came of installs

home-report-installed = { $product } { $version } a été installé.
home-report-installed-needs-restart = { $product } { $version } a été installé. Redémarrez Windows pour terminer l’installation.
home-report-not-really-installed = { $product } { $version } semblait installé, mais Windows ne le répertorie pas. Adressez-vous à votre administrateur.
home-report-cancelled = L’installation de { $product } { $version } a été annulée. Rien n’a été modifié.
home-report-busy = { $product } { $version } n’a pas été installé, car Windows était occupé par une autre installation. OX Updater réessaiera.
home-report-programs-open = { $product } { $version } n’a pas été installé, car des programmes à fermer au préalable étaient ouverts.
home-report-not-for-this-pc = { $product } { $version } ne convient pas à ce PC. Adressez-vous à votre administrateur.
home-report-failed = { $product } { $version } n’a pas pu être installé. Adressez-vous à votre administrateur.
home-report-download-failed = { $product } { $version } n’a pas pu être téléchargé. Vérifiez la connexion du PC, puis réessayez dans OX Updater.
home-report-verification-failed = Le fichier téléchargé de { $product } { $version } n’était pas celui que propose le serveur ; il n’a donc pas été installé. Si cela se reproduit, adressez-vous à votre administrateur.

## days and sizes

home-date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }
home-time = { $date } à { $time } UTC
home-size-kilobytes = { $number } Ko
home-size-megabytes = { $number } Mo
home-size-gigabytes = { $number } Go
