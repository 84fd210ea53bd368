# The JSON API.
