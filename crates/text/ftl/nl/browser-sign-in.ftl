# Signing in with the browser in place of a password, as the client tells of it.
