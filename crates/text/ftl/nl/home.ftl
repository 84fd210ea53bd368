# The page of users.

error-no-updater-package = Op deze server staat nog geen installatieprogramma voor OX Updater. Neem contact op met uw beheerder.
