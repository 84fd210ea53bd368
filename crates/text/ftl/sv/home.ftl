# The page of users.
