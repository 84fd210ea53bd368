# The page of users.

error-no-updater-package = Det finns ännu inget installationsprogram för OX Updater på den här servern. Kontakta din administratör.
