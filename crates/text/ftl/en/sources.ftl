# Sources of accounts, for administrators.
