# The page of users.

error-no-updater-package = Auf diesem Server gibt es noch kein Installationsprogramm für den OX Updater. Wenden Sie sich an Ihre Administration.
