# Variables in install params, and templates of them.
