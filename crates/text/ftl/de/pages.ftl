# The frame of all pages of the server: navigation, forms, sign-in, errors.
