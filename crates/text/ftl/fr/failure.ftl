# Pourquoi une installation a échoué : ce qui s’est passé, ce que la personne peut faire, ce que l’administrateur devrait faire.

failure-file-in-use-happened = Un fichier que la mise à jour remplace est en cours d’utilisation.
failure-file-in-use-happened-by = { $program } utilise un fichier que la mise à jour remplace.
failure-file-in-use-you = Fermez tous les programmes ou redémarrez Windows, puis réessayez.
failure-file-in-use-you-by = Fermez { $program }, puis réessayez.
failure-file-in-use-administrator = Indiquez le programme qui utilise le fichier parmi ceux à fermer au préalable, ou installez quand personne ne travaille sur le PC.

failure-disk-full-happened = Il n’y a pas assez de place sur le disque.
failure-disk-full-you = Libérez de la place, par exemple en vidant la corbeille, puis réessayez.
failure-disk-full-administrator = Libérez de la place sur le disque de Windows, où sont aussi conservées des copies des paquets, et vérifiez combien il en faut au paquet.

failure-restart-pending-happened = Windows doit être redémarré avant cette installation.
failure-restart-pending-you = Enregistrez votre travail, redémarrez Windows quand cela vous convient, puis réessayez.
failure-restart-pending-administrator = Cherchez quelle installation antérieure attend le redémarrage, et prévoyez des redémarrages avant les mises à jour.

failure-install-suspended-happened = Une installation antérieure a été interrompue ; elle n’est ni terminée ni annulée.
failure-install-suspended-you = Redémarrez Windows, puis réessayez.
failure-install-suspended-administrator = Exécutez encore une fois l’installation interrompue avec son propre paquet, afin qu’elle soit terminée ou annulée.

failure-source-missing-happened = Il manque un fichier qui fait partie du paquet ou de la version installée.
failure-source-missing-you = Réessayez ; si cela se reproduit, transmettez les détails à votre administrateur.
failure-source-missing-administrator = Publiez le paquet avec tous ses fichiers à l’intérieur, et vérifiez que le PC accède à l’endroit d’où venait la version installée.

failure-other-package-name-happened = Le paquet porte un autre nom de fichier que celui que la version installée attend.
failure-other-package-name-you = Vous ne pouvez pas y remédier vous-même ; transmettez les détails à votre administrateur.
failure-other-package-name-administrator = Publiez le paquet sous le nom de fichier à partir duquel la version installée a été installée, ou sous forme de mise à niveau majeure.

failure-package-damaged-happened = Une partie du paquet est endommagée.
failure-package-damaged-you = Réessayez ; si cela se reproduit, transmettez les détails à votre administrateur.
failure-package-damaged-administrator = Demandez de nouveau le paquet à son éditeur, essayez-le sur un autre PC et publiez-le de nouveau.

failure-place-unreachable-happened = Un dossier ou un lecteur dont la mise à jour a besoin n’est pas accessible.
failure-place-unreachable-you = Connectez-vous à votre réseau comme d’habitude, puis réessayez.
failure-place-unreachable-administrator = Vérifiez les dossiers redirigés et les lettres de lecteur : Windows lui-même voit peut-être d’autres lecteurs que la personne.

failure-program-not-started-happened = Un programme qui fait partie du paquet n’a pas pu être démarré.
failure-program-not-started-you = Réessayez ; si cela se reproduit, transmettez les détails à votre administrateur.
failure-program-not-started-administrator = Vérifiez si un antivirus ou une stratégie empêche le programme de démarrer ; sinon, adressez-vous à l’éditeur du paquet.

failure-program-failed-happened = Une étape que le paquet apporte s’est terminée par une erreur.
failure-program-failed-you = Fermez tous les programmes et réessayez ; si cela se reproduit, transmettez les détails à votre administrateur.
failure-program-failed-administrator = Lisez le journal avant l’étape qui a échoué, et adressez-vous à l’éditeur du paquet.

failure-needs-administrator-happened = Seul un administrateur de ce PC peut le faire.
failure-needs-administrator-you = Demandez à votre administrateur de l’installer.
failure-needs-administrator-administrator = Installez-le avec les droits d’un administrateur, ou proposez un paquet qui installe pour une seule personne.

failure-access-denied-happened = Windows ne laisse pas le programme d’installation modifier quelque chose que la mise à jour doit modifier.
failure-access-denied-you = Fermez tous les programmes, redémarrez Windows et réessayez ; si cela se reproduit, transmettez les détails à votre administrateur.
failure-access-denied-administrator = Vérifiez les autorisations de ce que les détails indiquent, et si un antivirus le protège.

failure-file-error-happened = Un fichier n’a pas pu être lu ou écrit.
failure-file-error-you = Redémarrez Windows et réessayez ; si cela se reproduit, transmettez les détails à votre administrateur.
failure-file-error-administrator = Vérifiez l’endroit que les détails indiquent, et recherchez des erreurs sur le disque du PC.

failure-condition-not-met-happened = Ce PC n’a pas ce que demande le paquet.
failure-condition-not-met-happened-text = Le paquet ne s’installe pas sur ce PC et dit : « { $text } »
failure-condition-not-met-you = Faites ce que demande le paquet si vous le pouvez, puis réessayez ; sinon, signalez-le à votre administrateur.
failure-condition-not-met-administrator = Donnez au PC ce que demande le paquet, ou ne proposez pas le paquet à cette personne.

failure-newer-installed-happened = Une version plus récente est déjà installée.
failure-newer-installed-you = Vous n’avez rien à faire ; la version plus récente reste.
failure-newer-installed-administrator = Proposez la version installée ou une version supérieure : le paquet ne la remplace pas par une version plus ancienne.

failure-old-version-stays-happened = La version plus ancienne n’a pas pu être supprimée.
failure-old-version-stays-you = Supprimez la version plus ancienne dans les paramètres de Windows, puis réessayez.
failure-old-version-stays-administrator = Réparez ou supprimez la version plus ancienne avec son propre paquet, que Windows ne trouve peut-être plus.

failure-service-not-started-happened = Un service de la mise à jour n’a pas pu être démarré.
failure-service-not-started-happened-named = Le service « { $service } » n’a pas pu être démarré.
failure-service-not-started-you = Redémarrez Windows et réessayez ; si cela se reproduit, transmettez les détails à votre administrateur.
failure-service-not-started-administrator = Vérifiez le compte sous lequel le service s’exécute, les fichiers dont il a besoin et le journal des événements de Windows.

failure-service-not-stopped-happened = Un service n’a pas pu être arrêté ou modifié.
failure-service-not-stopped-happened-named = Le service « { $service } » n’a pas pu être arrêté ou modifié.
failure-service-not-stopped-you = Redémarrez Windows et réessayez ; si cela se reproduit, transmettez les détails à votre administrateur.
failure-service-not-stopped-administrator = Vérifiez ce qui maintient le service en marche, par exemple une liste de services ouverte, et qui peut le modifier.

failure-forbidden-happened = Une règle de ce PC l’interdit.
failure-forbidden-you = Adressez-vous à votre administrateur.
failure-forbidden-administrator = Vérifiez les stratégies de Windows Installer et celles qui portent sur les logiciels autorisés.

failure-another-install-happened = Windows est occupé par une autre installation.
failure-another-install-you = Attendez qu’elle soit terminée, puis réessayez.
failure-another-install-administrator = Si elle ne se termine jamais, cherchez un programme d’installation qui attend une réponse que personne ne voit.

failure-installer-unavailable-happened = La partie de Windows qui installe les programmes ne répond pas.
failure-installer-unavailable-you = Redémarrez Windows, puis réessayez.
failure-installer-unavailable-administrator = Vérifiez que le service « Windows Installer » n’est pas désactivé.

failure-unexplained-happened = Le programme d’installation s’est arrêté sans dire pourquoi.
failure-unexplained-you = Réessayez ; si cela se reproduit, transmettez les détails à votre administrateur.
failure-unexplained-administrator = Lisez le journal avant l’étape qui a échoué.

## around the words

failure-you = Ce que vous pouvez faire : { $words }
failure-administrator = Pour votre administrateur : { $words }
failure-past = { $past } { $happened }

## details

failure-details-number = Message { $number } de Windows Installer.
failure-details-action = Étape qui a échoué : { $action } (que tout paquet peut utiliser).
failure-details-action-own = Étape qui a échoué : { $action } (propre au paquet).
failure-details-about = Il s’agit de « { $about } ».
failure-details-line = > { $line }
