### Ce que disent l’icône à côté de l’horloge, ses fenêtres et leurs avis.

## the icon beside the clock

tray-tooltip-idle = OX Updater : ce PC est à jour.
tray-tooltip-starting = OX Updater démarre.
tray-tooltip-unchecked = OX Updater n’a pas recherché de mises à jour depuis son démarrage.
tray-tooltip-looking = OX Updater recherche des mises à jour.
tray-tooltip-ready = { $count ->
        [one] OX Updater : { $count } mise à jour est prête.
       *[other] OX Updater : { $count } mises à jour sont prêtes.
    }
tray-tooltip-not-ready = OX Updater : des mises à jour ne peuvent pas être installées pour le moment.
tray-tooltip-working = OX Updater s’occupe de la mise à jour { $number } sur { $count }.
tray-tooltip-question = OX Updater attend votre réponse.
tray-tooltip-ended = OX Updater a terminé. Ouvrez la fenêtre pour voir le résultat des mises à jour.
tray-tooltip-restart = OX Updater : redémarrez Windows quand cela vous convient, pour terminer les mises à jour.
tray-tooltip-also-restart = { $tooltip } Redémarrez Windows pour terminer les précédentes.
tray-tooltip-no-server = OX Updater ne sait pas d’où viennent les mises à jour.
tray-tooltip-proposal = OX Updater vous demande d’où peuvent venir les mises à jour.
tray-tooltip-sign-in = OX Updater : connectez-vous pour rechercher des mises à jour.
tray-tooltip-away = OX Updater ne peut pas joindre le serveur pour le moment.
tray-tooltip-locked = OX Updater attend la fin d’autres mises à jour sur ce PC.
tray-tooltip-trouble = OX Updater n’a pas pu rechercher de mises à jour. Ouvrez la fenêtre pour voir pourquoi.

tray-show-updates = Afficher les &mises à jour
tray-check-now = &Rechercher maintenant
tray-history = &Historique
tray-settings = &Paramètres
tray-about = À propos d’&OX Updater
tray-sign-in = Se &connecter
tray-sign-out = Se &déconnecter
tray-exit = &Quitter

## what is told beside the clock: a heading of 63 characters at most, a sentence of 255

balloon-updates-title = { $count ->
        [one] Une mise à jour est prête
       *[other] Des mises à jour sont prêtes
    }
balloon-updates-important-title = { $count ->
        [one] Une mise à jour importante est prête
       *[other] Des mises à jour importantes sont prêtes
    }
balloon-updates = { $count ->
        [one] { $names } peut être installé. Cliquez ici pour voir ce que cela apporte.
       *[other] { $count } mises à jour peuvent être installées : { $names }. Cliquez ici pour voir ce qu’elles apportent.
    }
balloon-names-more = { $names } et { $more } de plus
balloon-sign-in-title = Connectez-vous pour rechercher des mises à jour
balloon-sign-in = Le serveur veut savoir qui vous êtes. Cliquez ici pour vous connecter.
balloon-sign-in-again-title = Connectez-vous de nouveau
balloon-sign-in-ended = Le serveur a mis fin à la connexion de ce PC ; aucune mise à jour n’est donc trouvée. Cliquez ici pour vous connecter de nouveau.
balloon-sign-in-refused = Le serveur n’accepte plus le mot de passe de ce PC ; aucune mise à jour n’est donc trouvée. Cliquez ici pour vous connecter de nouveau.
balloon-no-server-title = OX Updater n’est pas encore configuré
balloon-no-server = Il ne sait pas d’où viennent les mises à jour. Cliquez ici pour le lui indiquer.
balloon-question-title = Une mise à jour vous attend
balloon-question = Avant que { $product } puisse être installé, des programmes doivent être fermés. Cliquez ici pour voir lesquels.
balloon-installed-title = { $count ->
        [one] La mise à jour est installée
       *[other] Les mises à jour sont installées
    }
balloon-installed = { $count ->
        [one] { $count } mise à jour est installée.
       *[other] { $count } mises à jour sont installées.
    }
balloon-installed-restart = { $count ->
        [one] { $count } mise à jour est installée. Redémarrez Windows quand cela vous convient ; elle fonctionnera ensuite entièrement.
       *[other] { $count } mises à jour sont installées. Redémarrez Windows quand cela vous convient ; elles fonctionneront ensuite entièrement.
    }
balloon-not-installed-title = Certaines mises à jour ne sont pas installées
balloon-not-installed = Mises à jour installées : { $done } sur { $count }. Cliquez ici pour voir pourquoi, et ce que vous pouvez faire.
balloon-before-own-update = { $done ->
        [one] { $done } mise à jour sur { $count } a été installée avant qu’OX Updater ne se mette à jour lui-même. Ouvrez l’historique pour voir pourquoi pas davantage.
       *[other] { $done } mises à jour sur { $count } ont été installées avant qu’OX Updater ne se mette à jour lui-même. Ouvrez l’historique pour voir pourquoi pas davantage.
    }
balloon-settled-title = Une installation s’est terminée
balloon-settled = { $product } { $version } : { $outcome }
balloon-self-update-title = OX Updater est à jour
balloon-self-update = OX Updater { $version } est installé.
balloon-self-update-failed-title = OX Updater n’a pas été mis à jour
balloon-self-update-failed = OX Updater { $version } n’a pas pu être installé. La version précédente continue de fonctionner. L’historique en dit plus.

## buttons; the letter behind & is the one to press with Alt

button-next = &Suivant >
button-not-now = Pas &maintenant
button-close = &Fermer
button-cancel = Annuler
button-back = < &Précédent
button-back-to-list = &Retour à la liste
button-check-now = Rechercher m&aintenant
button-try-again = Ré&essayer
button-settings = Paramè&tres…
button-sign-in = Se &connecter
button-sign-out = Se &déconnecter
button-stay-signed-in = &Rester connecté
button-server-yes = &Oui, utiliser ce serveur
button-server-no = &Non
button-cancel-updates = Annuler les mises à &jour
button-go-on = Poursui&vre en arrière-plan
button-exit-when-done = &Quitter à la fin
button-stay = &Laisser OX Updater ouvert
button-copy-details = Copier les déta&ils
button-restart = Redémarrer &Windows maintenant
button-save = Enre&gistrer

## the window with the updates

updates-starting = OX Updater démarre.
updates-looking = OX Updater recherche des mises à jour. Cela prend quelques secondes.
updates-unchecked = OX Updater n’a pas recherché de mises à jour depuis son démarrage.
updates-none = Ce PC est à jour.
updates-ready = { $count ->
        [one] { $count } mise à jour est prête pour ce PC.
       *[other] { $count } mises à jour sont prêtes pour ce PC.
    }
updates-not-ready = { $count ->
        [one] { $count } mise à jour est proposée, qui ne peut pas être installée telle quelle.
       *[other] { $count } mises à jour sont proposées, qui ne peuvent pas être installées telles quelles.
    }
updates-checked = Dernière vérification : { $when }.
updates-checking = Nouvelle recherche de mises à jour en cours.
updates-stale = La dernière recherche de mises à jour n’a pas fonctionné ; ce qui figure ici a été trouvé { $when }.
updates-tries-again = OX Updater réessaiera de lui-même.
updates-problems = { $count ->
        [one] { $checked } { $count } offre contient une erreur et n’est pas affichée ; signalez-le à votre administrateur.
       *[other] { $checked } { $count } offres contiennent une erreur et ne sont pas affichées ; signalez-le à votre administrateur.
    }
updates-no-server = OX Updater ne sait pas d’où viennent les mises à jour. Ouvrez les paramètres et saisissez l’adresse que votre administrateur vous a donnée.
updates-proposal = Les mises à jour doivent-elles venir de { $host } ?
updates-proposal-why = Le fichier à partir duquel OX Updater a été installé porte le nom de ce serveur. Rien n’y a encore été envoyé.
updates-proposal-yes = Si votre administrateur ou votre fournisseur vous a donné ce fichier, choisissez « Oui ». OX Updater recherchera alors des mises à jour à l’adresse { $address }.
updates-proposal-no = Si vous ne connaissez pas { $host }, choisissez « Non ». Vous pourrez alors saisir une autre adresse.
updates-versions-new = nouveau { $offered }
updates-versions-update = { $installed } → { $offered }
updates-important = Importante
updates-optional = Facultative
updates-held = A déjà échoué
updates-by-choice = Sur demande
updates-blocked = Impossible

## about one update

details-heading = { $product } { $version }.
details-heading-released = { $product } { $version }, publié le { $date }.
details-heading-size = { $product } { $version }, { $size }.
details-heading-released-size = { $product } { $version }, publié le { $date }, { $size }.
details-held = { $days ->
        [0] Elle a échoué il y a moins d’un jour ; un nouvel essai aura lieu lorsque l’éditeur la modifiera ou lorsque vous cocherez la case.
        [1] Elle a échoué hier ; un nouvel essai aura lieu lorsque l’éditeur la modifiera ou lorsque vous cocherez la case.
       *[other] Elle a échoué il y a { $days } jours ; un nouvel essai aura lieu lorsque l’éditeur la modifiera ou lorsque vous cocherez la case.
    }
details-both-remain-machine = Le programme est installé pour tous les utilisateurs de ce PC, et ce paquet installe pour une seule personne : les deux resteraient. Cochez la case pour l’avoir malgré tout.
details-both-remain-user = Le programme est installé pour vous seul, et ce paquet installe pour tous les utilisateurs de ce PC : les deux resteraient. Cochez la case pour l’avoir malgré tout.
details-requires = Configuration nécessaire : { $requires }
details-close-first = { $count ->
        [one] { $programs } doit être fermé pendant l’installation.
       *[other] { $programs } doivent être fermés pendant l’installation.
    }
details-notes = Nouveautés : { $notes }
details-link = En savoir pl&us
text-as-it-is = { $text }
date-of-day = { $day ->
        [1] 1er
       *[other] { $day }
    } { $month ->
        [1] janvier { $year }
        [2] février { $year }
        [3] mars { $year }
        [4] avril { $year }
        [5] mai { $year }
        [6] juin { $year }
        [7] juillet { $year }
        [8] août { $year }
        [9] septembre { $year }
        [10] octobre { $year }
        [11] novembre { $year }
       *[12] décembre { $year }
    }

## signing in

sign-in-page-heading = Connectez-vous pour rechercher des mises à jour.
sign-in-page-account = Utilisez le nom et le mot de passe de votre compte auprès de { $server }.
sign-in-page-once = Ce PC ne conserve pas votre mot de passe. Si le serveur lui donne une connexion qui lui est propre, vous restez connecté jusqu’à ce que vous choisissiez « Se déconnecter » ; sinon, le mot de passe vous sera redemandé après le prochain démarrage.
sign-in-page-each-time = Ce serveur demande le mot de passe à chaque fois.
sign-in-page-keep = Conse&rver le mot de passe sur ce PC, pour qu’il trouve les mises à jour de lui-même
sign-in-page-asking = Connexion en cours. Cela prend quelques secondes.
sign-in-page-name-missing = Saisissez votre nom.
sign-in-page-password-missing = Saisissez votre mot de passe.

## how the updates go

progress-heading = { $count ->
        [one] La mise à jour est en cours d’installation.
       *[other] { $count } mises à jour sont en cours d’installation.
    }
progress-aside = Vous pouvez fermer cette fenêtre ; les mises à jour se poursuivent. L’annulation reste possible tant que Windows Installer peut encore s’arrêter.
progress-stopping = L’arrêt aura lieu dès qu’il sera sans danger. Ce qui est installé d’ici là reste, et ce qui est téléchargé est conservé.
progress-windows-ends = Windows va s’arrêter. Ce que Windows Installer est en train de faire est d’abord terminé, et le reste n’est pas commencé.
progress-exit = OX Updater se fermera dès que ce sera terminé.
progress-name = { $product } { $version }
progress-waits = Attend son tour
progress-downloading = Téléchargement
progress-verifying = Vérification
progress-programs-open = Attend que des programmes soient fermés
progress-windows-busy = Attend la fin d’une autre installation
progress-consent = Attend l’accord d’un administrateur
progress-consent-where = Windows le demande. Si vous ne voyez pas la question, cherchez une icône qui clignote dans la barre des tâches.
progress-installing = Installation
progress-installed = Installé
progress-not-installed = Non installé
progress-transfer = { $done } sur { $total }, { $speed } par seconde, encore { $left }
progress-transfer-total = { $done } sur { $total }
progress-transfer-done = { $done }
progress-takes-long = Cela dure plus longtemps que d’habitude et se poursuit. Vous pouvez continuer à travailler.
progress-safe = Windows Installer installe { $product }. Si Windows s’arrête maintenant, la mise à jour restera inachevée. Patientez quelques minutes.

question-close-first-not-now = « Pas maintenant » remet cette mise à jour à une autre fois ; ce qui est téléchargé est conservé. OX Updater ne ferme aucun programme de lui-même.
question-sign-out = Se déconnecter sur ce PC ?
question-sign-out-why = OX Updater ne trouvera alors plus de mises à jour tant que personne ne se reconnecte. Ce qui est installé reste tel quel.
question-exit = Des mises à jour sont en cours d’installation, et OX Updater ne peut pas se fermer avant.
question-exit-why = Il doit voir ce qu’elles deviennent. Il peut se fermer de lui-même dès qu’elles sont terminées.

## what came of the updates

result-installed = { $count ->
        [one] La mise à jour est installée.
       *[other] { $count } mises à jour sont installées.
    }
result-some = Mises à jour installées : { $done } sur { $count }.
result-none = { $count ->
        [one] La mise à jour n’est pas installée.
       *[other] Aucune mise à jour n’est installée.
    }
result-not-begun = { $product } { $version } n’a pas été commencé. Ce qui est installé reste tel quel.
result-restart = Windows doit être redémarré pour que tout fonctionne. Redémarrez-le quand cela vous convient, et enregistrez d’abord votre travail.
result-reports = { $count ->
        [one] { $count } rapport attend que le serveur soit joignable.
       *[other] { $count } rapports attendent que le serveur soit joignable.
    }

## the settings

settings-locked-by-policy = Votre administrateur a défini ce réglage.
settings-locked-by-installer = OX Updater a été installé de façon que ce réglage ne puisse pas être modifié.
settings-server-wrong = « { $address } » n’est pas l’adresse d’un serveur. Écrivez-la sous la forme https://updates.example.com.
settings-server-sign-in-inside = L’adresse contient un nom ou un mot de passe. Retirez-les ; ils vous seront demandés quand il le faudra.
settings-interval-wrong = Saisissez un nombre d’heures de { $least } à { $most }.
settings-proxy-wrong = « { $address } » n’est pas l’adresse d’un proxy. Écrivez-la sous la forme http://proxy.example.com:8080.

## what was installed before

history-heading = Voici ce qu’OX Updater a fait sur ce PC, le plus récent en premier.
history-none = OX Updater n’a encore rien installé sur ce PC.
history-reading = OX Updater lit ce qui a été installé.
history-unreadable = Ce qui a été installé sur ce PC ne peut pas être lu. { $reason }
history-installed = Le programme est installé.
history-installed-needs-restart = Le programme est installé et fonctionnera entièrement après un redémarrage de Windows.
history-not-really-installed = Windows Installer a signalé que tout allait bien, mais la version n’est pas là.
history-cancelled = L’installation a été annulée.
history-busy = Windows était occupé par une autre installation.
history-programs-open = Des programmes étaient ouverts, qui doivent d’abord être fermés.
history-not-for-this-pc = Le programme ne convient pas à ce PC.
history-failed = Le programme n’a pas été installé.
history-failed-because = Le programme n’a pas été installé. { $happened }
history-download-failed = Le programme n’a pas pu être téléchargé.
history-verification-failed = Ce qui a été téléchargé n’était pas ce qui est proposé et n’a donc pas été installé.

## what this program is

about-heading = OX Updater { $version }
about-what = OX Updater tient à jour les programmes de ce PC.
about-server = Les mises à jour viennent de { $server }.
about-user = Connecté en tant que { $user }.

## what is copied for the help desk

copy-program = OX Updater { $version }
copy-windows = Windows { $version }
copy-time = Copié : { $time } UTC
copy-ended = Terminé : { $time } UTC
copy-server = Serveur : { $server }
copy-user = Connecté en tant que : { $user }
copy-update = { $product } : { $versions }
copy-exit-code = Windows Installer s’est terminé par { $code }.
copy-log = Journal : { $log }

## in place of sentences that speak of a command line

window-address-not-encrypted = « { $address } » n’est pas chiffrée : d’autres, en chemin, pourraient lire votre mot de passe et modifier ce qui est installé. Écrivez https:// à la place, ou adressez-vous à votre administrateur : lui seul peut autoriser un serveur sans chiffrement.
window-server-not-encrypted = { $host } ne prend pas en charge https ; rien ne lui a donc été envoyé. Vérifiez l’adresse dans les paramètres, ou adressez-vous à votre administrateur : lui seul peut autoriser un serveur sans chiffrement.
window-sign-in-refused-before = Le serveur a déjà refusé ce nom et ce mot de passe ; ils n’ont donc pas été envoyés de nouveau. Corrigez le mot de passe, ou demandez-en un nouveau à votre administrateur.
window-locked = Des mises à jour sont déjà en cours d’installation sur ce PC, par OX Updater à un autre endroit. Attendez que ce soit terminé, puis réessayez.
window-locked-by-other = Quelqu’un d’autre installe des mises à jour sur ce PC. Attendez que ce soit terminé, puis réessayez.
window-web-page = Au lieu des mises à jour, une page web est venue de { $address }. Peut-être le réseau veut-il d’abord que vous vous connectiez, comme dans les hôtels : ouvrez une page quelconque dans votre navigateur. Si ce n’est pas cela, vérifiez l’adresse dans les paramètres.
window-no-place = On ne sait pas où conserver les téléchargements et les journaux. Redémarrez Windows et réessayez ; si cela se reproduit, adressez-vous à votre administrateur.
window-unsafe-place = « { $path } » n’est pas un endroit sûr pour des paquets : { $reason } Supprimez-le si vous n’en avez pas besoin, ou adressez-vous à votre administrateur.

## sizes and times

amount-bytes =
    { $count ->
        [one] { $count } octet
       *[other] { $count } octets
    }
amount-kilobytes = { $count } Ko
amount-megabytes = { $count } Mo
duration-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
duration-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
ago-now = à l’instant
ago-minutes =
    { $count ->
        [one] il y a { $count } minute
       *[other] il y a { $count } minutes
    }
ago-hours =
    { $count ->
        [one] il y a { $count } heure
       *[other] il y a { $count } heures
    }
ago-days =
    { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }
