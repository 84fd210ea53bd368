# Ce que dit la langue des mises à jour : pourquoi une valeur, un paquet ou un fichier update.xml n’est pas ce qu’il devrait être.

## values

version-not-numbers = « { $text } » n’est pas une version. Une version se compose de un à quatre nombres séparés par des points, par exemple 7.8.4.
version-field-too-large = « { $text } » n’est pas une version : l’un de ses nombres est trop grand.
code-not-a-guid = « { $text } » n’est pas un code de Windows Installer, qui ressemble à {"{"}3BBB2D56-0B19-4C83-9266-307F49DF9DD6{"}"}.
digest-not-hexadecimal = Ceci n’est pas une somme de contrôle { $name }, qui compte { $digits } chiffres hexadécimaux.
importance-unknown = « { $text } » n’est pas une importance. Les valeurs possibles sont 0 (faible), 100 (moyenne) et 200 (élevée).
platform-unknown = « { $text } » n’est pas une plateforme. Les valeurs possibles sont x86, x64, arm64, arm et itanium.
scope-unknown = « { $text } » n’est pas une portée. Les valeurs possibles sont machine, user et either.
icon-not-base64 = L’icône n’est pas écrite en Base64.
icon-not-an-icon = L’icône n’est pas un fichier .ico.
icon-truncated = L’icône est tronquée : une image qu’elle mentionne se trouve en dehors du fichier.
icon-too-large = L’icône dépasse { $kilobytes } Ko. Utilisez un fichier .ico contenant moins d’images ou des images plus petites.

## install params

install-params-quote-open = Un guillemet est ouvert et n’est pas fermé. Écrivez les valeurs sous la forme NAME="valeur", et doublez un guillemet à l’intérieur d’une valeur.
install-params-action = « { $part } » remplacerait l’installation par une autre action. Retirez-le : OX Updater installe lui-même le paquet.
install-params-log = « { $part } » demande un journal. Retirez-le : OX Updater écrit toujours un journal détaillé.
install-params-restart = « { $part } » concerne le redémarrage de Windows. Retirez-le : OX Updater ne redémarre jamais un PC de lui-même.
install-params-switch-unknown = « { $part } » n’est pas un commutateur autorisé. Sont autorisés /passive, /quiet, /qn, /qb, /qr, /qf et /norestart.
install-params-property-refused = La propriété { $name } ne peut pas être indiquée, car elle changerait ce qui est installé, pour qui, ou si Windows redémarre. Retirez-la.
install-params-property-not-public = « { $name } » n’est pas une propriété publique. Son nom commence par une majuscule et ne contient que des majuscules, des chiffres, des traits de soulignement et des points.
install-params-not-understood = « { $part } » n’est ni un commutateur, tel que /passive, ni une propriété, telle que NAME="valeur".
install-params-line-not-understood = « { $line } » n’est pas une propriété. Écrivez-en une par ligne, sous la forme NAME=valeur. Les commutateurs, tels que /passive, vont dans la ligne des paramètres d’installation.
install-params-control-character = Une valeur contient un saut de ligne ou un autre caractère de contrôle. Retirez-le.
install-params-too-long = Les paramètres d’installation dépassent { $characters } caractères.
install-params-placeholder-unknown = Rien ne remplace « { $placeholder } ». Les valeurs de propriétés peuvent contenir : { $known }.
install-params-placeholder-secret = « { $placeholder } » demande quelque chose de secret. Les paramètres d’installation apparaissent dans les listes de processus et les journaux ; un mot de passe n’y est donc jamais inséré. Enlevez-le : le programme le demandera à la personne.

## listing

listing-upgrade-code-missing = Le paquet n’a pas d’UpgradeCode ; une version installée ne pourrait donc jamais être trouvée. Demandez à son éditeur un paquet qui en a un.
listing-upgrade-code-wrong = L’UpgradeCode du paquet ne peut pas être utilisé. { $reason }
listing-product-code-wrong = Le ProductCode du paquet ne peut pas être utilisé. { $reason }
listing-version-wrong = La ProductVersion du paquet ne peut pas être utilisée. { $reason }
listing-cabinets-beside = Le paquet garde ses fichiers dans des archives à côté de lui ({ $cabinets }), qui ne seraient pas téléchargées avec lui. Utilisez un paquet aux archives intégrées, ou créez-en un par une installation administrative.
listing-files-beside = Le paquet garde ses fichiers à côté de lui, et ils ne seraient pas téléchargés avec lui. Utilisez un paquet aux archives intégrées.
listing-name-missing = Le paquet n’a pas de ProductName. Indiquez un nom.
listing-url-wrong = L’URL du paquet ne peut pas être utilisée. { $reason }
listing-info-url-wrong = L’URL d’information ne peut pas être utilisée. { $reason }
listing-text-too-long = { $element } dépasse { $characters } caractères. Raccourcissez le texte.
listing-text-control-character = { $element } contient un caractère de contrôle. Retirez-le.

## addresses

address-missing = Elle est vide. Indiquez l’adresse du paquet.
address-too-long = Elle dépasse { $characters } caractères.
address-blank = Elle contient un espace ou un caractère de contrôle. Écrivez un espace sous la forme %20.
address-scheme-unknown = Aucun client ne télécharge de paquets par « { $scheme }: ». Utilisez http, https, file, un chemin tel que \\server\share\setup.msi ou une adresse relative au fichier update.xml.
address-host-missing = Le nom du serveur manque après les deux barres obliques.
address-sign-in-inside = Elle contient un nom ou un mot de passe, que pourrait lire toute personne à qui le produit est proposé. Retirez-le.
address-drive = Elle désigne un lecteur d’un seul PC, que les autres PC n’ont pas. Utilisez http, https, un chemin tel que \\server\share\setup.msi ou une adresse relative au fichier update.xml.
address-backslash = Les barres obliques inverses sont réservées aux chemins tels que \\server\share\setup.msi. Écrivez / au lieu de \.
address-not-web = Elle doit commencer par http:// ou https://, car rien d’autre n’est ouvert pour une personne.

## xml

size-not-a-number = La taille est un nombre d’octets, par exemple 1048576.
close-first-wrong = Les programmes sont désignés par leur nom de fichier, par exemple OUTLOOK.EXE, séparés par un point-virgule, { $programs } au maximum.
xml-empty = Il est vide.
xml-too-large = Il dépasse { $megabytes } Mo.
xml-encoding = Il n’est écrit ni en UTF-8 ni en UTF-16. Enregistrez-le en UTF-8 ; si sa première ligne indique un autre encodage, écrivez-y aussi UTF-8.
xml-not-well-formed = Ligne { $line }, colonne { $column } : ce n’est pas du XML bien formé ({ $detail }). Souvent, un « & » doit être écrit « &amp; ».
xml-document-type = Il contient une déclaration de type de document (DOCTYPE), dont aucun fichier update.xml n’a besoin et qui pourrait cacher quelque chose. Retirez-la.
xml-not-products = Ce n’est pas un fichier update.xml : son élément racine est « { $root } » et non « Products ».
xml-over-depth = Des éléments sont imbriqués sur plus de { $limit } niveaux. Retirez ce qui n’a pas sa place dans un fichier update.xml.
xml-over-tag-length = Une balise dépasse { $limit } octets. Retirez ses attributs ; update.xml n’en connaît pas.
xml-over-namespaces = Il contient plus de { $limit } déclarations d’espaces de noms (xmlns). Retirez-les ; update.xml n’en connaît pas.
xml-over-nodes = Il contient plus de { $limit } éléments, textes et commentaires. Répartissez-le en plusieurs fichiers.
xml-over-products = Il contient plus de { $limit } produits. Répartissez-le en plusieurs fichiers.
problem-product-left-out = Ligne { $line }, { $product } : { $reason } Le produit est laissé de côté.
problem-product-kept = Ligne { $line }, { $product } : { $reason }
problem-element-missing = { $element } manque.
problem-element-wrong = { $element } est incorrect. { $reason }
problem-element-too-long = { $element } dépasse { $characters } caractères.
problem-importance-missing = Importance manque et compte pour 0 (faible). Écrivez 0, 100 ou 200.
problem-digest-missing = Il n’y a ni MD5 ni SHA256 ; aucun client ne l’installera donc. Ajoutez au moins l’une de ces sommes de contrôle.
problem-info-url-not-web = InfoUrl ne commence pas par http:// ou https:// ; l’adresse n’est donc jamais ouverte.
problem-family-twice = Le produit de la ligne { $first } a le même UpgradeCode et convient aux mêmes PC. Retirez l’un des deux.

## msi

msi-not-an-msi = Ce n’est pas un fichier MSI. Choisissez le fichier .msi du produit.
msi-patch = Ceci est un correctif (.msp), qui ne fait que modifier un produit installé. Choisissez le fichier .msi du produit complet.
msi-transform = Ceci est une transformation (.mst), qui ne fait que modifier un autre fichier MSI. Choisissez le fichier .msi du produit.
msi-merge-module = Ceci est un module de fusion (.msm), un élément dont se composent des fichiers MSI. Choisissez le fichier .msi du produit.
msi-truncated = Le fichier MSI est tronqué : il se termine plus tôt qu’il ne l’indique lui-même. Copiez-le ou téléchargez-le de nouveau.
msi-damaged = Le fichier MSI est endommagé : { $part } ne peut pas être compris. Copiez-le ou téléchargez-le de nouveau, ou demandez à son éditeur un fichier intact.
msi-too-large = Le fichier MSI dépasse une limite ({ $limit }) : { $part } dépasse ce que contient tout paquet connu. Copiez-le ou téléchargez-le de nouveau, ou demandez à son éditeur un fichier plus petit.
msi-property-missing = Le fichier MSI n’a pas de { $name }, sans quoi Windows Installer n’installe rien. Demandez à son éditeur un fichier complet.
msi-code-page-unknown = Le fichier MSI est écrit dans la page de codes { $number }, qui ne peut pas être lue ici. Demandez à son éditeur un fichier en UTF-8 ou dans une page de codes de Windows.
msi-not-readable = Le fichier MSI ne peut pas être lu ({ $detail }). Vérifiez qu’il existe et que vous avez le droit de le lire.
msi-part-allocation = l’ensemble de ses secteurs
msi-part-directory = le répertoire de son contenu
msi-part-strings = le recueil de ses textes
msi-part-columns = le tableau de ses colonnes
msi-part-properties = le tableau de ses propriétés
msi-part-files = le tableau de ses fichiers ou de ses supports
msi-part-summary = son résumé

## editing

edit-outgrown = Avec ce produit, le fichier update.xml ne pourrait plus être lu. { $reason }
edit-not-faithful = Le fichier update.xml n’a pas pu être modifié sans changer plus que ce produit ; il a donc été laissé tel quel. Modifiez-le avec un éditeur de texte.
edit-not-found = Il ne contient aucun produit « { $which } ». Indiquez le nom tel qu’il y figure, l’UpgradeCode ou le ProductCode.
edit-several = « { $which } » désigne plusieurs produits : { $entries }. Indiquez le ProductCode de l’un d’eux, ou --all pour les retirer tous. Un produit sans ProductCode peut être retiré avec un éditeur de texte.

## devices and check-ins

device-token-wrong = Ceci n’est pas une clé d’appareil.
computer-name-wrong = Le nom de l’ordinateur compte de 1 à { $characters } caractères, dont aucun caractère de contrôle.
check-in-windows-version-wrong = La version de Windows compte de 1 à { $characters } caractères, dont aucun caractère de contrôle.
check-in-client-version-wrong = La version du client compte de 1 à { $characters } caractères, dont aucun caractère de contrôle.
check-in-over-products = Un relevé d’appareil mentionne { $limit } produits au maximum.
check-in-over-installed = Un relevé d’appareil mentionne { $limit } versions installées d’un même produit au maximum.
