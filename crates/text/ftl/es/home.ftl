# The page of users.

error-no-updater-package = Este servidor aún no ofrece ningún instalador de OX Updater. Consulte a su administrador.
