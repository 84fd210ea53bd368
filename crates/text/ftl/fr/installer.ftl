# Ce que disent les programmes d’installation d'OX Updater. `cargo xtask dist` l'y écrit ; 255 caractères au plus, sans crochets.

installer-for-one-is-there = OX Updater est déjà installé sur ce PC, pour vous seul. Supprimez-le d’abord : dans les paramètres de Windows, sous Applications. Relancez ensuite ce programme d’installation.
installer-for-everybody-is-there = OX Updater est déjà installé sur ce PC pour tous les utilisateurs ; il n’en faut pas un second. Rien n’a été modifié.
installer-is-for-one = Ce programme d’installation est pour une seule personne et n’accepte pas ALLUSERS. Pour tous les utilisateurs de ce PC, prenez celui sans « user » dans son nom. Rien n’a été modifié.
installer-newer-is-there = Une version plus récente est déjà installée sur ce PC. Rien n’a été modifié.
