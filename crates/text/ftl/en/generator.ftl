# generator: sentences in English.
