# The page of users.

error-no-updater-package = There is no installer for the OX Updater on this server yet. Ask your administrator.
