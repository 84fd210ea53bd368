# The own account: password, second factor, sessions, API tokens; set-up.
