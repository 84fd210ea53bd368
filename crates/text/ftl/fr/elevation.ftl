### Ce que dit la partie qui installe pour tous.

elevation-not-started = La partie d’OX Updater qui installe pour tous les utilisateurs de ce PC n’a pas pu être démarrée. Redémarrez Windows et réessayez ; si cela se reproduit, signalez-le à votre administrateur. ({ $detail })
elevation-broken = La partie d’OX Updater qui installe pour tous les utilisateurs de ce PC ne répond pas. Réessayez ; si cela se reproduit, redémarrez Windows.
elevation-refused = La partie d’OX Updater qui installe pour tous les utilisateurs de ce PC n’a pas accepté le paquet ; rien n’a été modifié. Réessayez ; si cela se reproduit, signalez-le à votre administrateur. ({ $detail })
elevation-place = OX Updater conserve dans « { $folder } » ce qu’il installe pour tous les utilisateurs de ce PC, et ce qui s’y trouve appartient à quelqu’un d’autre ou peut être modifié par d’autres. Rien n’a donc été installé. Demandez à un administrateur de le supprimer, puis réessayez.
elevation-no-rights = Ce compte n’a pas les droits d’un administrateur, et ce Windows ne les demande à personne ; rien n’a donc été installé. Demandez à un administrateur d’installer la mise à jour.
