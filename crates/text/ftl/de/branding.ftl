# Packages for languages, and brandings.
