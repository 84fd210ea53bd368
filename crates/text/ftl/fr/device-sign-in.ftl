# Pages: signing a PC in, and the buttons to sign in by another system.

device-sign-in-title = Se connecter sur un PC
device-sign-in-enter = Saisir un code affiché par un PC
device-sign-in-code = Code
device-sign-in-code-hint = Huit lettres, par exemple BCDF-GHJK. OX Updater les affiche sur votre PC.
device-sign-in-next = Continuer
device-sign-in-question = Se connecter sur ce PC ?
device-sign-in-who = Sur ce PC, OX Updater demande à être connecté en tant que { $name }.
device-sign-in-computer = PC
device-sign-in-address = Demande depuis
device-sign-in-time = Demandé le
device-sign-in-warning = Répondez oui uniquement si vous venez de commencer cette connexion vous-même sur le PC et que le PC affiche le même code. Si quelqu’un d’autre vous a envoyé le code ou un lien, répondez non : vos mises à jour iraient à un PC qui n’est pas le vôtre.
device-sign-in-yes = Oui, se connecter
device-sign-in-no = Non
device-sign-in-done = { $computer } est connecté en tant que { $name }.
device-sign-in-refused = { $computer } n’a pas été connecté.
device-sign-in-close-title = Vous pouvez fermer cette page
device-sign-in-close = Sur le PC, OX Updater continue de lui-même dans quelques secondes.
device-sign-in-home = Vos programmes et vos PC
error-device-code-unknown = Aucun PC n’attend avec ce code, ou il a attendu trop longtemps. Comparez le code avec celui du PC. S’il est identique, recommencez sur le PC : il en affichera un autre.
error-device-code-decided = Il a déjà été répondu à ce code. Si le PC n’est pas connecté, recommencez sur le PC : il affichera un autre code.
error-device-code-too-often = Il y a eu trop de codes incorrects. Revenez dans { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.

## by another system

sign-in-with = Se connecter avec { $name }
sign-in-with-title = Vous continuez vers { $name }
sign-in-with-about = Vous vous y connectez, puis vous revenez ici. Si rien ne se passe, continuez vous-même.
sign-in-with-continue = Continuer vers { $name }
error-provider-not-under-way = Cette connexion n’est plus en cours : elle a duré plus de { $minutes } minutes, est déjà terminée ou a commencé dans une autre fenêtre. Recommencez.
error-provider-denied = { $name } ne vous a pas connecté : la connexion y a été annulée, ou vous n’avez pas le droit d’utiliser ce service. Si cela vous surprend, adressez-vous à votre administrateur.
error-provider-refused = { $name } n’a pas pu vous connecter. Réessayez ; si cela se reproduit, prévenez votre administrateur.
error-provider-away = { $name } ne répond pas pour le moment. Réessayez dans quelques minutes.
error-provider-not-believed = Ce que { $name } dit de vous n’a pas pu être vérifié ; vous n’êtes donc pas connecté. Réessayez ; si cela se reproduit, prévenez votre administrateur.
error-provider-mail-not-verified = { $name } n’indique pas que votre adresse e-mail est vérifiée, et ici elle est votre nom. Faites-la vérifier là-bas ou adressez-vous à votre administrateur.
error-provider-account = { $name } vous connaît, mais votre compte ne peut pas être utilisé ici. Adressez-vous à votre administrateur.
