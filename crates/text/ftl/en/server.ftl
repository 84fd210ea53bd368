# server: sentences in English.
