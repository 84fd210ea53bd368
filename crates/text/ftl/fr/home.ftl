# The page of users.

error-no-updater-package = Ce serveur ne propose pas encore de programme d’installation d’OX Updater. Adressez-vous à votre administrateur.
