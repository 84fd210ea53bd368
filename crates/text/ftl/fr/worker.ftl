### Ce que le client dit de ses paramètres et d’un travail qui n’a pas pu être fait.

settings-policy-unusable = La stratégie « { $name } » contient une valeur inutilisable ; elle compte donc comme non définie.
settings-person-unusable = Le réglage « { $name } » contient une valeur inutilisable ; il compte donc comme non défini.
settings-installer-unusable = Ce que le programme d’installation a écrit sous « { $name } » est inutilisable et compte donc comme non défini.
settings-unwritable = Les paramètres n’ont pas pu être enregistrés. Réessayez ; si cela se reproduit, redémarrez Windows. ({ $detail })
worker-no-server = On ne sait pas encore d’où viennent les mises à jour. Saisissez l’adresse de votre serveur dans les paramètres.
worker-failed = OX Updater a rencontré une erreur interne et n’a pas pu terminer. Réessayez ; si cela se reproduit, signalez-le à votre administrateur. ({ $detail })
worker-offer-changed = L’offre a changé entre-temps. Consultez de nouveau la liste et refaites votre choix.
machine-account-folder = Le dossier « { $folder } », où il conserve ses données, n’a pas pu être créé ou n’est pas accessible en écriture. Vérifiez que votre profil est présent et a de la place, puis réessayez. ({ $detail })
outcome-elevation-refused = Les droits d’un administrateur sont nécessaires et n’ont pas été accordés. Ce qui est installé reste inchangé. Réessayez et acceptez quand Windows le demande.
worker-installed-meanwhile = { $product } { $version } est installé. Il a été installé entre-temps.
