### Ce qui est dit de la mise à jour d’OX Updater lui-même.

self-update-not-begun = OX Updater n’a pas pu préparer sa propre mise à jour. Réessayez ; si cela se reproduit, redémarrez Windows. ({ $detail })
self-update-program-stays = OX Updater était encore ouvert. Quittez-le par son icône à côté de l’horloge, puis réessayez ; ce qui est téléchargé est conservé.
