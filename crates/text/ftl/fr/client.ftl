# Ce que disent oxupdate et la fenêtre des mises à jour.

## machine: Windows, as far as updates are concerned

machine-database = La liste des programmes installés sur ce PC n’a pas pu être lue. Redémarrez Windows et réessayez. (Windows Installer a répondu { $code }.)
machine-disk = L’espace libre du disque de « { $folder } » n’a pas pu être déterminé. ({ $detail })
machine-processes = Il n’a pas été possible de savoir quels programmes sont en cours d’exécution sur ce PC. Réessayez ; si cela se reproduit, redémarrez Windows. ({ $detail })
machine-start = Le programme d’installation n’a pas pu être démarré. ({ $detail })
machine-not-windows = Cela ne fonctionne que sous Windows. Ajoutez --dry-run pour voir ce qui serait fait.

## server: where updates come from

server-address = « { $address } » n’est l’adresse ni d’un serveur ni d’un fichier update.xml. Écrivez-la sous la forme https://updates.example.com.
server-unreachable = { $host } ne répond pas. Vérifiez le réseau et l’adresse, puis réessayez. ({ $detail })
server-certificate = { $host } n’a pas pu prouver son identité ; rien ne lui a donc été envoyé. Adressez-vous à votre administrateur. ({ $detail })
server-not-encrypted = { $host } ne prend pas en charge https ; rien ne lui a donc été envoyé. Vérifiez l’adresse. Si votre administrateur veut qu’il fonctionne sans chiffrement, commencez l’adresse par http:// et ajoutez --allow-http.
server-not-understood = { $host } donne une réponse qui ne peut pas être comprise. Vérifiez l’adresse, ou signalez-le à votre administrateur. ({ $detail })
server-sign-in-needed = Le serveur veut savoir qui vous êtes. Connectez-vous avec votre nom et votre mot de passe.
server-sign-in-refused = Le serveur n’accepte pas ce nom et ce mot de passe. Vérifiez-les et réessayez.
server-sign-in-ended = Le serveur n’accepte plus la connexion de ce PC : elle y a été fermée. Connectez-vous de nouveau avec votre nom et votre mot de passe.
sign-in-refused-before = Le serveur a déjà refusé ce nom et ce mot de passe ; ils n’ont donc pas été envoyés de nouveau. Corrigez le mot de passe, ou ajoutez --sign-in-again pour l’essayer encore une fois.
credentials-unusable = La connexion de ce PC n’a pas pu être enregistrée ou lue. Redémarrez Windows et réessayez. ({ $detail })
server-forbidden = Le serveur ne vous donne pas accès à cela. Adressez-vous à votre administrateur.
server-not-found = Il n’y a rien à l’adresse { $address }. Vérifiez l’adresse.
server-busy-until = Le serveur est occupé. Réessayez dans { $seconds } secondes.
server-busy = Le serveur est occupé. Réessayez plus tard.
server-status = Le serveur n’a pas pu répondre. Réessayez plus tard, ou adressez-vous à votre administrateur. (État HTTP { $status })
server-too-large = Le serveur a envoyé plus de { $megabytes } Mo, ce qui est plus que ce qui peut être reçu.
server-broken = La connexion a été interrompue. Réessayez ; un téléchargement reprend là où il s’est arrêté si le serveur le permet. ({ $detail })
server-address-sign-in-inside = L’adresse contient un nom ou un mot de passe, que d’autres pourraient y lire. Retirez-les ; indiquez le nom avec --user, et le mot de passe vous sera demandé.
server-package-address = Le paquet se trouve à l’adresse « { $address } », et rien de ce serveur n’y est téléchargé. Signalez-le à votre administrateur.
server-redirect = Le serveur renvoie vers « { $address } », qui ne mène nulle part. Vérifiez l’adresse, ou signalez-le à votre administrateur.
server-too-slow = Le serveur envoie moins de { $bytes } octets par seconde, ce qui est trop lent. Ce qui est téléchargé est conservé ; réessayez plus tard ou depuis un autre réseau.
permitted-plain = « { $address } » n’est pas chiffrée : d’autres, en chemin, pourraient lire votre mot de passe et modifier ce qui est installé. Écrivez https:// à la place. Si votre administrateur veut que cela fonctionne sans chiffrement, ajoutez --allow-http.
permitted-down = Le serveur renvoie de https vers « { $address } », qui n’est pas chiffrée ; rien n’y a donc été demandé. Signalez-le à votre administrateur.
permitted-unproven = Le paquet se trouve à l’adresse « { $address } », qui n’est pas chiffrée, et aucun SHA-256 d’un serveur chiffré ne prouve ce qui en vient. Rien n’a été téléchargé. Signalez-le à votre administrateur.
web-ca-file = Les certificats de « { $path } » n’ont pas pu être lus. Vérifiez le nom du fichier. ({ $detail })
web-ca-file-empty = « { $path } » ne contient aucun certificat. Indiquez un fichier PEM, qui comporte des lignes telles que « -----BEGIN CERTIFICATE----- ».
web-proxy = « { $address } » n’est pas l’adresse d’un proxy. Écrivez-la sous la forme http://proxy.example.com:8080, ou indiquez « system » ou « none ».
web-name = Ce nom ou ce mot de passe ne peut pas être envoyé : un nom ne contient pas de deux-points, et ni l’un ni l’autre ne contient de saut de ligne ni d’autre caractère de contrôle.

## plan: what is to be done, and why

plan-new-important = Importante : elle est destinée à tous les PC.
plan-new-optional = Facultative : elle n’est pas installée sur ce PC.
plan-older-important = Importante, car une version plus ancienne est installée.
plan-older-optional = Facultative : la version installée peut rester.
plan-same = Cette version est installée.
plan-newer = Une version plus récente est installée.
plan-several = Ce programme est installé { $count } fois ({ $versions }). { $reason }
plan-digest-missing = Impossible à installer : elle est proposée sans somme de contrôle, et le paquet ne pourrait donc pas être vérifié. Signalez-le à votre administrateur.
plan-package-place = Impossible à installer : son paquet se trouve à un endroit vers lequel ce serveur n’a pas le droit de renvoyer, par exemple un partage de fichiers. Signalez-le à votre administrateur.
plan-package-unproven = Impossible à installer : son paquet arriverait sans chiffrement, et aucun SHA-256 d’un serveur chiffré ne prouve ce qui arrive. Signalez-le à votre administrateur.
plan-platform = Elle est destinée aux PC dotés d’un autre processeur ({ $platform }).
plan-held = { $days ->
        [0] Elle a échoué il y a moins d’un jour ; un nouvel essai aura lieu lorsque l’éditeur la modifiera ou lorsque vous la choisirez par son nom.
        [1] Elle a échoué hier ; un nouvel essai aura lieu lorsque l’éditeur la modifiera ou lorsque vous la choisirez par son nom.
       *[other] Elle a échoué il y a { $days } jours ; un nouvel essai aura lieu lorsque l’éditeur la modifiera ou lorsque vous la choisirez par son nom.
    }
plan-other-platform = Elle est destinée à { $offered }, et ce qui est installé est destiné à { $installed }. Pour changer, supprimez d’abord ce qui est installé dans les paramètres de Windows.
plan-both-remain-machine = Le programme est installé pour tous les utilisateurs de ce PC, et ce paquet installe pour une seule personne : les deux resteraient. Pour l’avoir malgré tout, installez-le par son nom.
plan-both-remain-user = Le programme est installé pour vous seul, et ce paquet installe pour tous les utilisateurs de ce PC : les deux resteraient. Pour l’avoir malgré tout, installez-le par son nom.
plan-for-one-person = Il est destiné à une seule personne, et OX Updater fonctionne ici avec les droits d’un administrateur : il pourrait être installé chez une autre personne. Démarrez OX Updater sans ces droits, puis réessayez.
plan-package-name = La version installée ne peut pas être mise à jour : ce que Windows a noté sur son paquet est endommagé. Supprimez-la dans les paramètres de Windows, puis réessayez.
plan-rest-installed = Ce qui est installé est destiné à { $installed } et se met à jour avec le paquet pour { $installed }.
plan-rest-better = Ce PC reçoit le paquet pour { $better }, qui lui convient mieux.
plan-rest-superseded = Ce PC en reçoit une autre version ou un autre paquet.
plan-in-both-machine = Le programme est installé à la fois pour tous les utilisateurs de ce PC et pour vous ; celui-ci est pour tous. { $reason }
plan-in-both-user = Le programme est installé à la fois pour tous les utilisateurs de ce PC et pour vous ; celui-ci est pour vous. { $reason }
plan-fourth-field-unseen = { $reason } Seul son quatrième nombre est supérieur, ce que Windows Installer ne considère pas comme plus récent : les deux versions peuvent ensuite être installées.
plan-fourth-field-open = { $reason } Seul son quatrième nombre est supérieur ; si son paquet ne met pas à jour sur place la version installée, les deux versions peuvent ensuite être installées.
plan-not-offered = « { $name } » ne vous est pas proposé. « oxupdate list » affiche ce qui l’est.

## check and download

check-catalog-unreadable = La liste des mises à jour n’a pas pu être lue. { $reason } Signalez-le à votre administrateur.
check-web-page = Il y a une page web à l’adresse { $address }, et non un fichier update.xml. Vérifiez l’adresse ; peut-être le réseau veut-il d’abord que vous vous connectiez, comme dans les hôtels.
download-disk-full = Le disque est trop plein : il faut { $needed } Mo, et { $free } Mo sont libres. Libérez de la place et réessayez.
download-too-large = Le paquet dépasse { $megabytes } Mo, ce qui est plus que ce qui peut être téléchargé. Signalez-le à votre administrateur.
download-cancelled = L’opération a été annulée. Ce qui est téléchargé est conservé, et le prochain téléchargement reprendra à cet endroit.

## verify: in what a file is not what was offered

verify-unreadable = Le paquet téléchargé n’a pas pu être lu. Réessayez. ({ $detail })
verify-digest-missing = La mise à jour est proposée sans somme de contrôle ; le paquet ne peut donc pas être vérifié. Signalez-le à votre administrateur.
verify-size = Le paquet n’est pas celui qui était proposé : il compte { $found } octets au lieu de { $offered }. Signalez-le à votre administrateur.
verify-bytes = Le paquet n’est pas celui qui était proposé : son { $digest } est différent. Signalez-le à votre administrateur.
verify-msi = Le paquet n’est pas celui qui était proposé. { $reason } Signalez-le à votre administrateur.
verify-identity = Le paquet n’est pas celui qui était proposé : son { $property } est « { $found } » au lieu de « { $offered } ». Signalez-le à votre administrateur.

## outcome: what came of an install

outcome-installed = { $product } { $version } est installé.
outcome-installed-needs-restart = { $product } { $version } est installé et fonctionnera entièrement après un redémarrage de Windows.
outcome-installed-beside = { $product } { $version } est installé. { $others } est également toujours installé. Si vous n’avez besoin que de l’une de ces versions, supprimez l’autre dans les paramètres de Windows.
outcome-installed-despite = { $product } { $version } est installé, bien que Windows Installer ait signalé une erreur. Si quelque chose ne fonctionne pas, transmettez le journal à votre administrateur.
outcome-not-really-installed = { $product } { $version } n’a pas vraiment été installé : Windows Installer a signalé que tout allait bien, mais la liste des programmes installés n’affiche pas cette version. Transmettez le journal à votre administrateur.
outcome-not-installed = { $product } { $version } n’a pas été installé. { $reason }
outcome-programs-open = Des programmes ouverts doivent d’abord être fermés : { $programs }. Fermez-les, puis réessayez ; ce qui est téléchargé est conservé.
outcome-cancelled = L’installation a été annulée. Ce qui est installé reste tel quel.
outcome-old-version-unknown = Windows Installer ne connaît plus la version installée. Supprimez-la dans les paramètres de Windows, puis réessayez.
outcome-windows-ends = L’installation n’a pas été commencée, car Windows allait s’arrêter. La mise à jour sera proposée à nouveau.
outcome-busy = Windows est occupé par une autre installation. Attendez qu’elle soit terminée, puis réessayez.
outcome-package-not-opened = Le paquet n’a pas pu être ouvert. Réessayez ; si cela se reproduit, transmettez le journal à votre administrateur.
outcome-package-unreadable = Windows Installer n’a pas pu lire le paquet, ou s’est arrêté au milieu. Transmettez le journal à votre administrateur.
outcome-forbidden = Un administrateur ne l’autorise pas sur ce PC. Adressez-vous à votre administrateur.
outcome-wrong-platform = Le paquet est destiné aux PC dotés d’un autre processeur. Signalez-le à votre administrateur.
outcome-other-version-installed = Une autre version est installée, que ce paquet ne peut pas remplacer. Supprimez-la dans les paramètres de Windows, puis réessayez.
outcome-failed = Le programme d’installation a rencontré une erreur. Réessayez ; si cela se reproduit, transmettez le journal à votre administrateur.
outcome-interrupted = L’installation a été interrompue, par un redémarrage du PC ou par la fin de ce programme. Réessayez ; si cela se reproduit, transmettez le journal à votre administrateur.

## close first: programs that are open

close-first = { $product } pourra être installé lorsque { $programs } { $count ->
    [one] sera fermé
   *[other] seront fermés
}. Enregistrez-y votre travail, fermez { $programs }, puis choisissez « Réessayer ».
close-first-programs = { $count ->
    [0] { $last }
   *[other] { $others } et { $last }
}

## state: what is kept between two runs

state-no-place = On ne sait pas où conserver les téléchargements et les journaux. Indiquez un dossier avec --state.
state-unusable = « { $path } » n’a pas pu être lu ou écrit. Vérifiez que le disque n’est pas plein et que le fichier vous appartient. ({ $detail })
state-unsafe = « { $path } » n’est pas un endroit sûr pour des paquets : { $reason } Supprimez-le si vous n’en avez pas besoin, ou indiquez un autre dossier avec --state ; ou adressez-vous à votre administrateur.
folder-is-link = Ce n’est pas un dossier, ou il mène ailleurs.
folder-of-another = Il appartient à un autre compte.
folder-writable = D’autres comptes peuvent y écrire.
state-locked-by-other = Une autre personne installe des mises à jour sur ce PC, ou vous-même depuis un autre dossier. Attendez que ce soit terminé, puis réessayez.
state-locked = Un autre oxupdate installe des mises à jour sur ce PC. Attendez qu’il ait terminé, puis réessayez.

## oxupdate: verbs and arguments

oxupdate-help = Tient à jour les logiciels de ce PC : affiche ce qui est proposé, le télécharge, le vérifie et l’installe.
oxupdate-check-help = Affiche les mises à jour prêtes pour ce PC. Se termine par 10 s’il y en a.
oxupdate-list-help = Affiche tout ce qui est proposé, et ce qui en est installé.
oxupdate-install-help = Télécharge, vérifie et installe des mises à jour. Sans nom, celles qui sont importantes.
oxupdate-install-arg-name = Ce qu’il faut installer : son nom ou son code de mise à niveau.
oxupdate-install-arg-all = Installe tout ce qui est prêt, y compris les mises à jour facultatives.
oxupdate-install-arg-interactive = Affiche les boîtes de dialogue des paquets, sauf si leur éditeur en décide autrement.
oxupdate-install-arg-wait-for-programs = Attend jusqu’à 4 heures que soient fermés les programmes qu’une mise à jour demande de fermer.
oxupdate-report-help = Envoie au serveur les rapports sur les installations passées qui n’ont pas encore pu être envoyés.
oxupdate-status-help = Affiche la dernière vérification, les dernières installations et l’emplacement des journaux. N’interroge ni le serveur ni Windows.
oxupdate-sign-out-help = Oublie la connexion de ce PC à un serveur.
oxupdate-arg-server = D’où viennent les mises à jour : un serveur tel que https://updates.example.com, ou l’adresse ou le chemin d’un fichier update.xml. OXUPDATE_SERVER fait de même.
oxupdate-arg-user = Votre nom sur le serveur. Sans lui, personne ne se connecte. OXUPDATE_USER fait de même.
oxupdate-arg-password-file = Un fichier dont la première ligne est votre mot de passe. Sans lui, OXUPDATE_PASSWORD est utilisé, ou le mot de passe vous est demandé.
oxupdate-arg-sign-in-again = Se connecte avec le mot de passe même si ce PC est connecté, ou si le serveur l’a déjà refusé.
oxupdate-arg-ca-file = Un fichier PEM contenant les certificats à considérer comme fiables à la place de ceux du système.
oxupdate-arg-proxy = Le proxy : « system » prend le réglage du système, « none » n’en prend aucun ; ou son adresse.
oxupdate-arg-allow-http = Utilise http, sans chiffrement, aussi avec d’autres PC. D’autres, en chemin, peuvent alors lire le mot de passe et modifier ce qui est installé.
oxupdate-arg-state = Le dossier des téléchargements, des journaux et de tout ce qui est conservé entre deux exécutions.
oxupdate-arg-json = Écrit le résultat sous la forme d’un objet JSON.
oxupdate-arg-dry-run = Affiche ce qui serait fait, sans rien installer ni signaler. Ailleurs que sous Windows, rien n’est considéré comme installé.
oxupdate-arg-machine = Avec --dry-run : un fichier JSON qui dit ce qui est installé.

## oxupdate: what it says

cli-ready =
    { $count ->
        [one] { $count } mise à jour est prête pour ce PC.
       *[other] { $count } mises à jour sont prêtes pour ce PC.
    }
cli-ready-hint = « oxupdate install » installe celles qui sont importantes, « oxupdate install --all » les installe toutes.
cli-nothing-ready = Ce PC est à jour.
cli-only-blocked =
    { $count ->
        [one] { $count } mise à jour ne peut pas être installée.
       *[other] { $count } mises à jour ne peuvent pas être installées.
    }
cli-only-held =
    { $count ->
        [one] { $count } mise à jour a déjà échoué et attend. « oxupdate check » affiche pourquoi.
       *[other] { $count } mises à jour ont déjà échoué et attendent. « oxupdate check » affiche pourquoi.
    }
cli-nothing-important = Aucune mise à jour importante n’est prête. « oxupdate check » affiche celles qui sont facultatives.
cli-nothing-offered = Rien ne vous est proposé.
cli-nothing-to-do = { $name } { $version } : rien à faire. { $reason }
cli-would-install =
    { $count ->
        [one] { $count } mise à jour serait installée.
       *[other] { $count } mises à jour seraient installées.
    }
cli-head-name = Nom
cli-head-versions = Installée → proposée
cli-head-importance = Importance
cli-head-reason = Pourquoi
cli-versions-new = nouveau { $offered }
cli-versions-same = { $offered }
cli-versions-update = { $installed } → { $offered }
cli-important = Importante
cli-optional = Facultative
cli-line-new = { $name }, nouveau : { $offered }. { $reason }
cli-line-same = { $name } : { $offered }. { $reason }
cli-line-update = { $name } : { $installed } → { $offered }. { $reason }
cli-problem = La liste des mises à jour contient une erreur. { $problem }
cli-problems-more =
    { $count ->
        [one] Il y a encore { $count } erreur.
       *[other] Il y a encore { $count } erreurs.
    }
cli-downloading = Téléchargement de { $name } { $version }.
cli-downloading-size = { $heading } { $done }
cli-downloading-speed = { $heading } { $done } sur { $total }, { $speed } par seconde, encore { $left }
cli-verifying = Vérification de { $name } { $version }.
cli-installing = Installation de { $name } { $version }.
cli-installing-action = { $heading } { $action }
cli-asks-for-consent = Windows demande l’accord d’un administrateur pour installer { $name } { $version }.
cli-waiting-for-windows = En attente de la fin d’une autre installation de Windows ; { $name } { $version } sera ensuite installé.
cli-takes-long = { $name } { $version } est encore en cours d’installation. Vous pouvez continuer à travailler ; le résultat s’affichera ici, ou par « oxupdate status » si cette fenêtre est fermée.
cli-settled = Une installation s’est terminée alors que personne ne la suivait. { $outcome }
cli-still-installing = { $name } { $version } a été commencé, et Windows Installer y travaille encore.
cli-try-again = { $question } Tapez o pour « Réessayer » ou n pour « Pas maintenant », puis appuyez sur Entrée.
cli-waiting-for-programs = { $product } sera installé dès que { $programs } { $count ->
    [one] sera fermé
   *[other] seront fermés
} ; d’ici là, l’attente dure { $hours } heures au maximum. Enregistrez-y d’abord votre travail. Ctrl+C annule.
cli-again-by-name = Il n’y aura pas de nouvel essai automatique ; « oxupdate install { $name } » réessaie.
cli-details = Détails : Windows Installer s’est terminé par { $code }. Son journal est « { $log } ».
cli-restart = Redémarrez Windows quand cela vous convient.
cli-no-reports = Aucun rapport n’est en attente.
cli-reports-sent =
    { $count ->
        [one] { $count } rapport a été envoyé.
       *[other] { $count } rapports ont été envoyés.
    }
cli-reports-wait =
    { $count ->
        [one] { $count } rapport attend que le serveur soit joignable.
       *[other] { $count } rapports attendent que le serveur soit joignable.
    }
cli-never-checked = Aucune recherche de mises à jour n’a encore eu lieu sur ce PC.
cli-last-check = Dernière vérification : { $when } auprès de { $address }. Mises à jour alors prêtes : { $count }.
cli-last-check-as = Dernière vérification : { $when } auprès de { $address } en tant que { $user }. Mises à jour alors prêtes : { $count }.
cli-past-install = { $product } { $version }, { $when } : { $outcome }.
cli-past-update = { $product } { $from } → { $version }, { $when } : { $outcome }.
cli-state-folder = Les téléchargements et les journaux se trouvent dans « { $folder } ».
cli-outcome-installed = installé
cli-outcome-installed-needs-restart = installé, redémarrage nécessaire
cli-outcome-not-really-installed = pas vraiment installé
cli-outcome-cancelled = annulé
cli-outcome-busy = Windows était occupé
cli-outcome-programs-open = des programmes étaient ouverts
cli-outcome-not-for-this-pc = pas pour ce PC
cli-outcome-failed = échec
cli-outcome-download-failed = non téléchargé
cli-outcome-verification-failed = pas ce qui était proposé
cli-sign-in-needed = Le serveur veut savoir qui vous êtes. Ajoutez --user avec le nom que vous y portez ; le mot de passe vous sera demandé.
cli-server-busy = Le serveur est occupé. Il sera de nouveau interrogé dans { $seconds } secondes. Ctrl+C annule.
cli-signed-out = Déconnecté de { $origin }.
cli-not-signed-in = Personne n’était connecté à { $origin }.
cli-sign-out-file = Un fichier ne demande pas de connexion. Indiquez l’adresse d’un serveur avec --server.
cli-server-locked = Sur ce PC, les mises à jour viennent de { $server }, ce qui ne peut pas être modifié ici. Retirez --server, ou adressez-vous à votre administrateur.
cli-proxy-locked = Sur ce PC, le chemin vers le serveur est fixé et ne peut pas être modifié ici. Retirez --proxy, ou adressez-vous à votre administrateur.
cli-own-update = { $name } { $version } est prêt et a été laissé de côté : OX Updater l’installe lui-même quand vous le choisissez dans sa fenêtre. Pour l’installer ici, nommez-le : oxupdate install "{ $name }".
cli-server-missing = On ne sait pas d’où viennent les mises à jour. Ajoutez --server avec l’adresse, par exemple --server https://updates.example.com.
cli-password-prompt = Mot de passe de { $user } :
cli-password-missing = Le mot de passe manque, et personne ne peut être interrogé ici. Indiquez-le avec --password-file ou dans la variable d’environnement { $name }.
cli-password-variable = La variable d’environnement { $name } n’est pas un texte lisible. Indiquez le mot de passe avec --password-file.
cli-password-not-read = Le mot de passe n’a pas pu être lu. ({ $detail })
cli-password-file = Le mot de passe n’a pas pu être tiré de « { $path } ». { $reason }
cli-password-file-not-read = Vérifiez que le fichier existe et qu’il est écrit en UTF-8. ({ $detail })
cli-password-file-too-large = Le fichier est trop volumineux pour ne contenir qu’un mot de passe.
cli-machine-file = « { $path } » ne décrit pas un PC. docs/reference/oxupdate.md explique comment l’écrire. ({ $detail })
cli-output-not-written = Le résultat n’a pas pu être écrit. ({ $detail })
